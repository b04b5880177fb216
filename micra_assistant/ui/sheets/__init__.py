"""The print window, what sets sheets and what prints them."""
