"""Finding things in the guides."""
