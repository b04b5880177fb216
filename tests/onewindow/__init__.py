"""Tests of what two starts on the same records say to each other."""
