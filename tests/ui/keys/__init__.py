"""Tests of the three keys in a job."""
