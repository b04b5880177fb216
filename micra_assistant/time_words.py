"""Moments and lengths of time in words: the same on screen, on paper, in the terminal and in the history.

A day is written as ISO 8601 has it, and a moment to the minute: nobody takes 2026-11-05 for another day.
"""

from datetime import datetime, timedelta, tzinfo
from math import floor

from micra_assistant.number_words import GAP
from micra_assistant.words import N_, _

LEAST = timedelta(seconds=30)
"""What takes as long is told as a minute."""
_MINUTE = timedelta(minutes=1)
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def duration_words(time: timedelta) -> str:
    """Return a length of time to the nearest minute: ``1 h 12 min``, ``2 h``, ``under 1 min``."""
    if time < LEAST:
        return _("under 1 min")
    hours, minutes = divmod(floor(time / _MINUTE + 0.5), 60)
    if not hours:
        return _in_one(_("{minutes} min").format(minutes=minutes))
    words = _("{hours} h {minutes} min") if minutes else _("{hours} h")
    return _in_one(words.format(hours=hours, minutes=minutes))


def estimate_words(minutes: float) -> str:
    """Return how long something takes by an estimate: ``about 25 min``, ``under 1 min``."""
    time = timedelta(minutes=minutes)
    return duration_words(time) if time < LEAST else _("about {time}").format(time=duration_words(time))


def wait_words(seconds: int) -> str:
    """Return how long something waits, to the second: ``3 min``, ``2 min 5 s``, ``1 h 30 min``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return duration_words(timedelta(hours=hours, minutes=minutes, seconds=rest))
    if not minutes:
        return _in_one(_("{seconds} s").format(seconds=rest))
    words = _("{minutes} min {seconds} s") if rest else _("{minutes} min")
    return _in_one(words.format(minutes=minutes, seconds=rest))


def _in_one(time: str) -> str:
    """Return a time as no line tears it apart."""
    return time.replace(" ", GAP)


def countdown(seconds: int) -> str:
    """Return how long is left as a clock shows it: ``1:48``, ``1:30:00``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def clock_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return the time of day by a clock that hangs in ``zone``, None for this computer's: ``14:02``."""
    return f"{moment.astimezone(zone):%H:%M}"


def date_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return the day by the calendar of ``zone``, None for this computer's: ``2026-11-20``."""
    return f"{moment.astimezone(zone):%Y-%m-%d}"


def day_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return the day for a heading: ``Friday, 2026-11-20``."""
    weekday = _(_WEEKDAYS[moment.astimezone(zone).weekday()])
    return _("{weekday}, {date}").format(weekday=weekday, date=date_words(moment, zone))


def moment_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return day and time of day: ``2026-11-20 14:32``."""
    return f"{date_words(moment, zone)} {clock_words(moment, zone)}"


def when_and_who(at: str, by: str, zone: tzinfo | None = None) -> str:
    """Return when something happened, ``at`` as of an event, and who did it, as far as either is known."""
    return " · ".join(part for part in (event_words(at, zone), by) if part)


def event_words(at: str, zone: tzinfo | None = None) -> str:
    """Return day and time of day of an event, by its ``at``; empty if that is no time."""
    try:
        return moment_words(datetime.fromisoformat(at), zone)
    except (ValueError, OverflowError, OSError):
        return ""
