"""Tests of micra_assistant/bugs."""
