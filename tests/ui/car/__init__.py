"""Tests of the page of a car."""
