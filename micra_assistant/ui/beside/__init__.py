"""What stands to the right of the step: its picture, and what the marked reading means."""
