"""Tests of what is read from arm's length."""
