"""The fault-finding record: what was tested, repaired and ruled out, and what is left, for whoever goes on with it."""

from collections.abc import Iterator
from datetime import tzinfo
from decimal import Decimal

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import ruled_out
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.faultfinding.case_of_job import case_of, complaint_of
from micra_assistant.jobs.faultfinding.experience import learned_here
from micra_assistant.jobs.history import History
from micra_assistant.jobs.mileage import show_mileage
from micra_assistant.jobs.records.causes import Causes
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.found_rows import FoundRows, SheetFound, told_rows
from micra_assistant.paper.report_results import SheetResult, result
from micra_assistant.paper.said import said
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.paper.typed import one_line, typed
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import N_, _
from micra_assistant.workshop.values import Distance

_NO_COMPLAINT = N_("It was not said which complaint the fault is sought for, so only what was measured stands here.")
_NO_MODEL = N_("The list of faults that this was found with cannot be read here, so nothing is concluded from it.")


class SheetFaultRecord(Struct, frozen=True):
    """Everything in a record; what is empty did not happen.

    Attributes:
        facts: the car, the customer and the times, each with its name.
        complaint: what is wrong with the car.
        problem: why nothing is concluded, empty if something is.
        tests, repairs, left_out: what was found, in order; what was left out is not possible on this car, or not known.
        ruled_out: by fault, what speaks most against it.
        suspects: what is left, the likeliest first, each with how likely it is in a word.
        readings: what was measured besides.
        cured: whether a repair cured it.
    """

    facts: tuple[tuple[str, str], ...]
    complaint: str
    problem: str
    tests: tuple[SheetFound, ...]
    repairs: tuple[SheetFound, ...]
    left_out: tuple[SheetFound, ...]
    ruled_out: tuple[tuple[str, str], ...]
    suspects: tuple[tuple[str, str], ...]
    readings: tuple[SheetResult, ...]
    cured: bool


def fault_record(
    guide: Guide,
    history: History,
    parts: PartsTable | None,
    zone: tzinfo | None,
    causes: Causes | None = None,
    distance: Distance = Distance.KM,
) -> SheetFaultRecord:
    """Return the record of a job; ``zone`` is that of the clock, ``causes`` what other jobs have confirmed.

    A mileage is told in ``distance``. StoreError if the causes cannot be read.
    """
    state = history.state
    complaint = complaint_of(guide, state)
    model = _model(guide, complaint, parts)
    if model and complaint and causes:
        model = learned_here(causes, guide, complaint.faults, model)
    case = case_of(model, complaint.faults, Decimal(0), guide, state) if model and complaint else None
    rows = FoundRows(guide, history, zone, case) if case else None
    is_told = case is not None and bool(case.evidence)
    return SheetFaultRecord(
        facts=tuple(_facts(guide, history, zone, distance)),
        complaint=typed(state.complaint) or (complaint.title if complaint else ""),
        problem="" if case else _(_NO_MODEL if complaint or state.model else _NO_COMPLAINT),
        tests=rows.tests if rows else told_rows(state, zone),
        repairs=rows.repairs if rows else (),
        left_out=rows.left_out if rows else (),
        ruled_out=tuple((one.fault.text, one.because) for one in ruled_out(case)) if case and is_told else (),
        suspects=tuple(_suspects(case)) if case and is_told else (),
        readings=tuple(_other_readings(guide, state, case)),
        cured=bool(case and case.cured_by),
    )


def _model(guide: Guide, complaint: Complaint | None, parts: PartsTable | None) -> Model | None:
    """Return the model of a complaint, None if it cannot be read."""
    try:
        return model_for(guide, complaint, parts) if complaint else None
    except GuideError:
        return None


def _facts(guide: Guide, history: History, zone: tzinfo | None, distance: Distance) -> Iterator[tuple[str, str]]:
    state, events = history.state, history.events
    yield _("Car"), guide.car
    yield _("Registration"), one_line(state.car)
    yield _("Customer"), one_line(state.customer)
    yield _("Mileage"), "" if state.mileage is None else show_mileage(state.mileage, distance)
    yield _("Begun"), said(events[0].at, events[0].by, zone) if events else ""
    yield _("Worked on last"), said(events[-1].at, events[-1].by, zone) if events else ""


def _suspects(case: Case) -> Iterator[tuple[str, str]]:
    for suspect in suspects(case):
        if not suspect.is_out:
            yield suspect.fault.text, suspect.word


def _other_readings(guide: Guide, state: JobState, case: Case | None) -> Iterator[SheetResult]:
    """Yield what was measured and answers no test, in the order of the guide."""
    numbers, checklist = step_numbers(guide), Checklist(guide, state)
    told = {test.item for test in case.model.tests if test.id in case.answers} if case else set()
    for step in guide.steps:
        lines = (checklist.line(item.id) for item in step.items if item.id not in told)
        yield from (result(line, numbers[step.id]) for line in lines if line.value)
