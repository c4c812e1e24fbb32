"""Rules of the family whitespace."""
