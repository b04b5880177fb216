"""Keeping the screen awake: by the desktop, else by a program, and never in the way where there is neither."""
