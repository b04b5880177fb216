"""Tests of micra_assistant/ui/style."""
