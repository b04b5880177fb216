"""What the part costs."""
