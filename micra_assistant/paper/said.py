"""Names as a report tells them, and who did something when."""

from datetime import tzinfo

from micra_assistant.paper.typed import one_line
from micra_assistant.time_words import when_and_who

_LONGEST_NAME = 40


def name(by: str) -> str:
    """Return who did something, as it fits into a line."""
    return one_line(by, _LONGEST_NAME)


def said(at: str, by: str, zone: tzinfo | None) -> str:
    """Return when something happened and who did it: ``2026-11-20 14:32 · Anna``."""
    return when_and_who(at, name(by), zone)
