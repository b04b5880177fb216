"""All that is known of one car: its jobs, its readings over time, the parts fitted, the notes and the photos."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.model import Guide, Reading, Written, plain
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_corrected, line_value, line_verdict
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import JobState, KeptPhoto, Note
from micra_assistant.lookalikes import plate

MOST_JOBS = 50
"""So many jobs of one car are looked into at the most, the latest ones."""


class PastJob(Struct, frozen=True):
    """A job of the car: its row, how it stands, and its guide, None if that cannot be read any more.

    ``options`` are the names of the ways to get a part, by id. ``trouble`` says why all of it or its guide cannot be
    read, and is empty if both can.
    """

    row: JobRow
    state: JobState
    guide: Guide | None = None
    options: dict[str, str] = {}
    trouble: str = ""


class PastValue(Struct, frozen=True):
    """What was read or written on one job, in words."""

    job: JobRow
    value: str
    verdict: str = ""
    is_wrong: bool = False


class ReadingOverTime(Struct, frozen=True):
    """The same reading on several jobs, the latest first."""

    label: str
    limits: str
    values: tuple[PastValue, ...]


class FittedPart(Struct, frozen=True):
    """What was fitted or mended on a job that was closed; ``price`` is that of work and parts together."""

    job: JobRow
    part: str
    repair: str
    price: Decimal | None
    currency: str
    numbers: tuple[PastValue, ...]


class PastNote(Struct, frozen=True):
    """A note, with the job that it was written on."""

    job: JobRow
    note: Note


class PastPhoto(Struct, frozen=True):
    """A photo, with the job that it was taken on."""

    job: JobRow
    photo: KeptPhoto


class CarPage(Struct, frozen=True):
    """All that is known of a car; ``total`` is how many jobs it has, of which the latest are told.

    ``vin`` is the one that was written down last, empty if none was. ``troubles`` say, by the id of a job, why all of
    it or its guide cannot be read.
    """

    car: str
    total: int
    jobs: tuple[JobRow, ...]
    readings: tuple[ReadingOverTime, ...]
    parts: tuple[FittedPart, ...]
    notes: tuple[PastNote, ...]
    photos: tuple[PastPhoto, ...]
    vin: str = ""
    troubles: dict[str, str] = {}


Look = Callable[[JobRow], PastJob]
"""Looks into a job."""


def rows_of_car(store: Store, car: str) -> tuple[JobRow, ...]:
    """Return the jobs of a car by its registration, however that is written, the latest first; StoreError as ``rows``.

    Nothing if the registration is empty.
    """
    wanted = plate(car)
    return tuple(row for row in store.rows(JobQuery(wanted)) if plate(row.car) == wanted) if wanted else ()


def car_page(store: Store, car: str, look: Look) -> CarPage:
    """Return all that is known of a car."""
    rows = rows_of_car(store, car)
    jobs = [look(row) for row in rows[:MOST_JOBS]]
    return CarPage(
        rows[0].car if rows else car,
        len(rows),
        rows[:MOST_JOBS],
        _readings(jobs),
        tuple(part for job in jobs if (part := _part(job))),
        tuple(PastNote(job.row, note) for job in jobs for note in reversed(job.state.notes)),
        tuple(PastPhoto(job.row, photo) for job in jobs for photo in reversed(job.state.photos)),
        next((job.state.vin for job in jobs if job.state.vin), ""),
        {job.row.id: job.trouble for job in jobs if job.trouble},
    )


def _readings(jobs: Iterable[PastJob]) -> tuple[ReadingOverTime, ...]:
    """Return the readings side by side: the same one is that of the same item of the same guide."""
    found: dict[tuple[str, str], list[tuple[Line, PastValue]]] = {}
    for job in jobs:
        for line in _lines(job, Reading):
            place = job.state.guide, line.item.id
            found.setdefault(place, []).append((line, _value(job, line)))
    return tuple(_over_time(values) for values in found.values())


def _over_time(values: list[tuple[Line, PastValue]]) -> ReadingOverTime:
    item = values[0][0].item
    limits = judging.limits(item) if isinstance(item, Reading) else ""
    return ReadingOverTime(plain(item.label), limits, tuple(value for _line, value in values))


def _lines(job: PastJob, kind: type[Reading] | type[Written]) -> list[Line]:
    """Return the lines of a kind that something was entered in."""
    if job.guide is None:
        return []
    checklist = Checklist(job.guide, job.state)
    lines = (checklist.line(item.id) for item in job.guide.items if isinstance(item, kind))
    return [line for line in lines if line.value.strip()]


def _value(job: PastJob, line: Line) -> PastValue:
    """Return what a line says: what is left of it, if something was taken off."""
    wrong = line.is_wrong or line.verdict is judging.Verdict.UNREADABLE
    return PastValue(job.row, line_corrected(line) or line_value(line), line_verdict(line), wrong)


def _part(job: PastJob) -> FittedPart | None:
    """Return what was fitted or mended on a job, None if nothing is known of that."""
    outcome, option = job.state.outcome, job.state.option
    part = job.options.get(option, option)
    if outcome is None or not (part or outcome.repair):
        return None
    numbers = tuple(_value(job, line) for line in _lines(job, Written))
    return FittedPart(job.row, part, outcome.repair, outcome.price, outcome.currency, numbers)
