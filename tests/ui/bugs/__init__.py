"""Tests of micra_assistant/ui/bugs."""
