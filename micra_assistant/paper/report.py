"""The job report: what was wrong, what was done and measured, what came of it, for the customer and the file."""

from collections.abc import Iterator
from datetime import timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import Closed
from micra_assistant.jobs.history import History
from micra_assistant.jobs.mileage import show_mileage
from micra_assistant.jobs.repair_held_words import repair_held_words
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.times import step_times
from micra_assistant.paper.parts_table import SheetOption, SheetParts
from micra_assistant.paper.report_results import SheetLeft, SheetResult, amiss, not_begun, not_done, readings, written
from micra_assistant.paper.report_steps import SheetDonePage, StepTeller
from micra_assistant.paper.report_timeline import SheetDay, days
from micra_assistant.paper.said import name, said
from micra_assistant.paper.shopping_list import SheetThing, sheet_thing
from micra_assistant.paper.typed import one_line, typed
from micra_assistant.parts.money import about
from micra_assistant.time_words import duration_words
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance


class SheetOutcome(Struct, frozen=True):
    """What came of a job.

    Attributes:
        status: in a few words; ``closed`` is whether the job is.
        rows: what else is known, each with its name.
        left_open: what was, or still is, open on the car.
        override: why the job was closed all the same.
    """

    status: str
    closed: bool
    rows: tuple[tuple[str, str], ...]
    left_open: tuple[str, ...]
    override: str


class SheetReport(Struct, frozen=True):
    """Everything in a report; what is empty did not happen.

    Attributes:
        facts: the car, the customer and the times, each with its name.
        option: the part chosen, with ``parts`` to say what its price is worth; ``unknown_option`` if the guide has it
            no more.
        basket: what was bought and borrowed, or still is to be.
        not_begun: the pages of the guide at which nothing was done.
        days: what happened when; ``left_out`` acts before that are not told.
        has_names: whether anybody said who they are.
    """

    facts: tuple[tuple[str, str], ...]
    complaint: str
    outcome: SheetOutcome
    option: SheetOption | None
    unknown_option: str
    basket: tuple[SheetThing, ...]
    parts: SheetParts | None
    readings: tuple[SheetResult, ...]
    written: tuple[SheetResult, ...]
    pages: tuple[SheetDonePage, ...]
    amiss: tuple[SheetResult, ...]
    not_done: tuple[SheetLeft, ...]
    not_begun: tuple[str, ...]
    left_out: int
    days: tuple[SheetDay, ...]
    has_names: bool


def job_report(
    guide: Guide,
    history: History,
    parts: SheetParts | None,
    zone: tzinfo | None,
    distance: Distance = Distance.KM,
) -> SheetReport:
    """Return the report of a job; ``parts`` has the part chosen marked, ``zone`` is that of the clock.

    A mileage is told in ``distance``.
    """
    state, checklist = history.state, Checklist(guide, history.state)
    times = step_times(history.events, guide.steps[0].id)
    options = parts.options if parts else ()
    option = next((option for option in options if option.chosen), None)
    names = {option.id: option.name for option in options}
    left_out, told = days(guide, history, names, zone, distance)
    return SheetReport(
        facts=tuple(_facts(guide, history, sum(times.values(), timedelta()), zone, distance)),
        complaint=typed(state.complaint),
        outcome=_outcome(state, checklist),
        option=option,
        unknown_option="" if option else one_line(state.option),
        basket=tuple(sheet_thing(kept, None) for kept in state.basket),
        parts=parts,
        readings=tuple(readings(guide, checklist)),
        written=tuple(written(guide, checklist)),
        pages=StepTeller(guide, checklist, state, times, zone).pages(),
        amiss=tuple(amiss(guide, checklist)),
        not_done=tuple(not_done(guide, checklist)),
        not_begun=tuple(not_begun(guide, checklist)),
        left_out=left_out,
        days=told,
        has_names=any(event.by for event in history.events),
    )


def in_short(report: SheetReport) -> SheetReport:
    """Return what a customer wants to know: not each step, nor when it was, nor what was not needed."""
    return replace(report, written=(), pages=(), not_done=(), not_begun=(), left_out=0, days=())


def _facts(
    guide: Guide, history: History, worked: timedelta, zone: tzinfo | None, distance: Distance
) -> Iterator[tuple[str, str]]:
    state, events = history.state, history.events
    yield _("Car"), guide.car
    yield _("Registration"), one_line(state.car)
    if state.vin:
        yield _("VIN"), one_line(state.vin)
    yield _("Customer"), one_line(state.customer)
    yield _("Mileage"), "" if state.mileage is None else show_mileage(state.mileage, distance)
    yield _("Begun"), said(events[0].at, events[0].by, zone) if events else ""
    closed = [event for event in events if isinstance(event.act, Closed)] if state.is_closed else []
    yield _("Closed"), said(closed[-1].at, closed[-1].by, zone) if closed else _("not yet")
    yield _("Worked on by"), ", ".join(dict.fromkeys(name(event.by) for event in events if event.by))
    yield _("Time at the car"), duration_words(worked)


def _outcome(state: JobState, checklist: Checklist) -> SheetOutcome:
    open_now = tuple(opening.words for opening in checklist.car_now())
    outcome = state.outcome
    if outcome is None:
        return SheetOutcome(_("The job is still open."), False, (), open_now, "")
    rows = (
        (_("Cause"), typed(outcome.cause)),
        (_("Repair"), typed(outcome.repair)),
        (_("Work and parts"), "" if outcome.price is None else about(outcome.price, outcome.currency)),
        (_("Did it hold?"), repair_held_words(outcome.held).capitalize()),
        (_("Note"), typed(outcome.note)),
    )
    left_open = tuple(one_line(words) for words in outcome.left_open) or open_now
    return SheetOutcome(
        _("The job is closed."), True, tuple(row for row in rows if row[1]), left_open, typed(outcome.override)
    )
