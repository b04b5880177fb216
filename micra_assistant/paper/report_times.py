"""Times and names as a report tells them."""

from datetime import datetime, timedelta, tzinfo

from micra_assistant.paper.typed import one_line
from micra_assistant.words import _

_LONGEST_NAME = 40
_MINUTE = timedelta(minutes=1)


def clock(at: str, zone: tzinfo | None) -> datetime:
    """Return the time of an event by a clock that hangs in ``zone``, None for this computer's."""
    return datetime.fromisoformat(at).astimezone(zone)


def name(by: str) -> str:
    """Return who did something, as it fits into a line."""
    return one_line(by, _LONGEST_NAME)


def said(at: str, by: str, zone: tzinfo | None) -> str:
    """Return when something happened and who did it: ``2026-11-20 14:32 · Anna``."""
    when = f"{clock(at, zone):%Y-%m-%d %H:%M}"
    return f"{when} · {name(by)}" if by else when


def minutes_words(time: timedelta) -> str:
    """Return a time rounded to minutes: ``1 h 25 min``."""
    if time and time < _MINUTE / 2:
        return _("under 1 min")
    hours, minutes = divmod(round(time / _MINUTE), 60)
    words = _("{hours} h {minutes} min") if hours else _("{minutes} min")
    return words.format(hours=hours, minutes=minutes)
