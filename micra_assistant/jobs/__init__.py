"""What was done: events, their replay, and where they are kept."""
