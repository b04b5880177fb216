"""What a person can do, by subject."""
