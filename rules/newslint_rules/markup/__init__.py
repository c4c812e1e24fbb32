"""Code of the page in place of text: entities, tags, scripts, source formats."""
