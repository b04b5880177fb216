"""Arm's length: the same job seen from two metres, one line at a time."""
