"""The fault finder, driven as a person drives it: by keys and taps."""
