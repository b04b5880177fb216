"""Tests of micra_assistant/jobs/faultfinding."""
