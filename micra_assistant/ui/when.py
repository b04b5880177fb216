"""Who did something and when, in a word or two, as it is said here."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def local_time(at: str) -> str:
    """Return a moment of an event by the clock and calendar of this place, empty if it is none."""
    try:
        moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(at).timestamp()))
    except (ValueError, OverflowError, OSError):
        return ""
    return QLocale().toString(moment, "d MMM yyyy HH:mm")


def who_and_when(by: str, at: str) -> str:
    """Return who and when, or as much of it as is known."""
    return " · ".join(part for part in (by, local_time(at)) if part)
