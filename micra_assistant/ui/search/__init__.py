"""Finding things in all guides."""
