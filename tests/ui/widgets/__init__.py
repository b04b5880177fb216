"""Tests of micra_assistant/ui/widgets."""
