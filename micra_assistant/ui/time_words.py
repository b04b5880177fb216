"""Moments and lengths of time as a person says them, and who did something when."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale

from micra_assistant.words import _


def duration_words(time: timedelta) -> str:
    """Return a length of time to the minute: ``1 h 12 min``."""
    minutes = int(time.total_seconds()) // 60
    if minutes < 1:
        return _("under 1 min")
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=f"{minutes:02}")


def clock_words(moment: datetime) -> str:
    """Return the time of day by the clock of this place: ``14:02``."""
    return _local(moment).toString("HH:mm")


def day_words(moment: datetime) -> str:
    """Return the day by the calendar of this place, in full."""
    return QLocale().toString(_local(moment).date(), QLocale.FormatType.LongFormat)


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


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
