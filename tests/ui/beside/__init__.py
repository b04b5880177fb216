"""Tests of the right-hand side."""
