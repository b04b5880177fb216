"""Tests of the checklist panel."""
