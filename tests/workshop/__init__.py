"""What holds for the whole workshop."""
