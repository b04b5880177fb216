"""What those hear of the window who do not see it."""
