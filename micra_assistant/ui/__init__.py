"""The window: one file for each thing seen."""
