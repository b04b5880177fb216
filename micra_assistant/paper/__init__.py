"""What is printed: sheets and their typesetting."""
