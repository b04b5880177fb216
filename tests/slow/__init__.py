"""Tests that take minutes: pytest -m slow."""
