"""The step being read."""
