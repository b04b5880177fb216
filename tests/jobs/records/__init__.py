"""Tests of micra_assistant/jobs/records."""
