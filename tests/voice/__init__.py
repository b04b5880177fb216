"""What is read aloud, and the voice that reads it."""
