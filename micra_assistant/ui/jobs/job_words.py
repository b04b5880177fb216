"""The words that the job list has for a job: how it stands, what is wrong, when it was worked on."""

from datetime import datetime, timedelta
from enum import StrEnum

from micra_assistant.jobs.events import Held
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.repair_held_words import repair_held_words
from micra_assistant.jobs.waited_for import waits_words
from micra_assistant.time_words import clock_words, date_words
from micra_assistant.words import _


class JobStanding(StrEnum):
    """How a job stands."""

    OPEN = "open"
    HELD = "held"
    NOT_HELD = "not-held"
    NOT_KNOWN = "not-known"


def standing(row: JobRow) -> JobStanding:
    """Return how a job stands."""
    outcomes: dict[str, JobStanding] = {Held.YES: JobStanding.HELD, Held.NO: JobStanding.NOT_HELD}
    return outcomes.get(row.held, JobStanding.NOT_KNOWN) if row.closed else JobStanding.OPEN


def standing_words(row: JobRow) -> str:
    """Return how a job stands, in a word or three."""
    known: dict[JobStanding, Held] = {JobStanding.HELD: Held.YES, JobStanding.NOT_HELD: Held.NO}
    return repair_held_words(known.get(standing(row), Held.UNKNOWN)) if row.closed else _("open")


def left_open_words(row: JobRow) -> str:
    """Return how many things are open on the car, or were when the job was closed; empty if none."""
    words = _("left open: {count}") if row.closed else _("to put back: {count}")
    return words.format(count=row.left_open) if row.left_open else ""


def blanked_words(row: JobRow) -> str:
    """Return that the customer's data was blanked, empty if it was not or another customer was written down since."""
    return _("blanked") if row.blanked and not row.customer else ""


def waits_for_words(row: JobRow) -> str:
    """Return which part the job waits for and since when, empty if for none."""
    return waits_words(row.waits_for, row.waits_since)


def complaint_words(row: JobRow) -> str:
    """Return what is wrong with the car, else what the guide is called."""
    return row.complaint or row.title or row.guide


def day_words(at: str, now: datetime) -> str:
    """Return a moment as it is said at ``now``, by the clock of this place; empty if it is none, or is yet to come."""
    try:
        moment = datetime.fromisoformat(at).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return ""
    if moment > now + timedelta(days=1):  # a clock was wrong
        return ""
    if moment.date() == now.date():
        return _("today {time}").format(time=clock_words(moment, now.tzinfo))
    if moment.date() == now.date() - timedelta(days=1):
        return _("yesterday")
    return date_words(moment, now.tzinfo)
