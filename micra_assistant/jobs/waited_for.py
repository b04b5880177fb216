"""What a job waits for, in words, and since when."""

from datetime import datetime, tzinfo

from micra_assistant.time_words import date_words
from micra_assistant.words import _


def waits_words(part: str, since: str, zone: tzinfo | None = None) -> str:
    """Return which part is waited for, and by the calendar of ``zone`` on which day it was ordered; empty if none is.

    ``since`` is as Event.at, empty if that is not known.
    """
    if not part:
        return ""
    if not since:
        return _("waits for {part}").format(part=part)
    day = date_words(datetime.fromisoformat(since), zone)
    return _("waits for {part}, ordered on {day}").format(part=part, day=day)
