"""What stands around the job in the window."""
