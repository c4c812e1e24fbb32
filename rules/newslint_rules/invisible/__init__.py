"""Rules of the family invisible."""
