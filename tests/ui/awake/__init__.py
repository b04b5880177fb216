"""Tests of what keeps the screen awake."""
