"""What the window does about the records: backups, and the way back from damage."""
