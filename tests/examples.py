"""How many examples hypothesis draws for a test of which each takes its time."""

from hypothesis import settings


def fewer_examples(part: float) -> settings:
    """Let a test be tried on a part of the examples that others are tried on, in every profile."""
    return settings(max_examples=max(1, round(settings().max_examples * part)))
