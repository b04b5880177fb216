"""Tests of micra_assistant/ui/controllers."""
