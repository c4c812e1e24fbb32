"""What stands twice inside one document."""
