"""How agencies and papers mark their texts: credits, sign-offs, slugs, copyright lines."""
