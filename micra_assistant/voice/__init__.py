"""What is read aloud, in words for the ear, and the voice of the system that reads it."""
