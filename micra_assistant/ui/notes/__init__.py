"""Notes and photos at a step."""
