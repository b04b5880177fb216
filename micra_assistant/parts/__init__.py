"""What it costs: the ways to get the part, compared."""
