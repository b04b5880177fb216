"""What a guide says: its model, and how it is read from Markdown."""
