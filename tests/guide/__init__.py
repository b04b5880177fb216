"""What a guide says."""
