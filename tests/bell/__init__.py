"""Tests of the sound at the end of a wait."""
