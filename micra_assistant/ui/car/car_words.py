"""What the page of a car says, line by line."""

from micra_assistant.jobs.car_page import FittedPart, PastNote
from micra_assistant.jobs.events import Held
from micra_assistant.jobs.mileage import show_mileage
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.repair_held_words import repair_held_words
from micra_assistant.parts.money import about
from micra_assistant.time_words import when_and_who
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.values import Distance


def job_words(job: JobRow, distance: Distance) -> str:
    """Return when a job was begun, what was wrong, how far the car had gone, and what came of it."""
    facts = (
        job.begun[:10],
        job.complaint or job.title,
        "" if job.mileage is None else show_mileage(job.mileage, distance),
        _stand_words(job),
    )
    return " · ".join(filter(None, facts))


def _stand_words(job: JobRow) -> str:
    if job.closed:
        return _("closed: {outcome}").format(outcome=repair_held_words(Held(job.held)) if job.held else "")
    if job.left_open:
        words = ngettext("open, {count} thing to put back", "open, {count} things to put back", job.left_open)
        return words.format(count=job.left_open)
    return _("open")


def part_words(part: FittedPart) -> str:
    """Return what was fitted or mended, when, for how much, and the numbers that were noted."""
    price = "" if part.price is None else _("{price} with the work").format(price=about(part.price, part.currency))
    numbers = ", ".join(number.value for number in part.numbers)
    noted = _("noted: {numbers}").format(numbers=numbers) if numbers else ""
    what = part.repair if part.part in part.repair else " · ".join(filter(None, (part.part, part.repair)))
    return " · ".join(filter(None, (part.job.begun[:10], what, price, noted)))


def note_words(past: PastNote) -> str:
    """Return a note with when and by whom it was written."""
    said = when_and_who(past.note.at, past.note.by)
    return _("{when}: {note}").format(when=said, note=past.note.text) if said else past.note.text
