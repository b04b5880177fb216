"""Tests of micra_assistant/ui/frame."""
