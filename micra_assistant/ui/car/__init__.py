"""The page of one car: all that was ever done on it."""
