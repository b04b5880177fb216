"""The settings of the workshop, to be looked at and changed."""
