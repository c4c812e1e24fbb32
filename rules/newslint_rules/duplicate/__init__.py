"""What stands in other documents too."""
