"""Tests of micra_assistant/ui/screen_reader."""
