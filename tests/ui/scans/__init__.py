"""Tests of micra_assistant/ui/scans."""
