"""Micra Assistant: an offline repair assistant for the workshop PC beside the car."""

__version__ = "0.1.0"
