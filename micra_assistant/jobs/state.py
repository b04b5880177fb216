"""The state of a job: what the events that count have made of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.findings import AnyFinding
from micra_assistant.jobs.events import (
    Blanked,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Diagnosed,
    Entered,
    Event,
    FaultSought,
    GuideTaken,
    Left,
    Noted,
    Opened,
    OptionChosen,
    PhotoAdded,
    Redone,
    Removed,
    Reopened,
    StepShown,
    Ticked,
    ToolsOut,
    Undone,
    Unticked,
)

T = TypeVar("T")

_NO_VALUES: Mapping[str, str] = MappingProxyType({})
_NO_TURNS: Mapping[str, int] = MappingProxyType({})
_NO_CHANGES: Mapping[str, "tuple[Change, ...]"] = MappingProxyType({})
_MOST_CHANGES = 16


class Note(Struct, frozen=True):
    """A note at a step; ``id`` is that of its event, ``at`` and ``by`` when and by whom it was written."""

    id: str
    step: str
    text: str
    at: str
    by: str = ""


class KeptPhoto(Struct, frozen=True):
    """A photo at a step; ``id`` is that of its event, ``photo`` that of its JPEG among the attachments."""

    id: str
    step: str
    photo: str
    name: str
    width: int
    height: int
    at: str
    by: str = ""


class KeptFinding(Struct, frozen=True):
    """Something that was found on the way to the fault; ``id`` is that of its event, ``turn`` its turn."""

    id: str
    turn: int
    model: str
    finding: AnyFinding
    words: str
    at: str
    by: str = ""


class Change(Struct, frozen=True):
    """An item became done, was done anew, or is not done any more; in this turn."""

    turn: int
    done: bool


class JobState(Struct, frozen=True):
    """How far a job is.

    Attributes:
        guide, version, title: as in Opened, or as they were taken later.
        guide_fingerprint: that of the text of the guide, empty if that was not kept.
        car, customer, mileage, complaint: as they were last described.
        step: the step shown last.
        ticked: the items that are ticked.
        values: by item, what was entered, as typed.
        since: by item that is ticked or has a value, the turn since which it is so.
        changes: by item that was ever done, the first time and the last times that this changed, or it was ticked anew.
        left: what was open when a newer text of the guide was taken that has no line for it.
        option: the way to get the part that was chosen.
        notes, photos: in the order in which they came.
        away: whether the person was called away.
        tools_out: the tools that lie at the car.
        model: the model that the fault was sought with last, empty if it was not.
        found: what was found on the way to the fault, in order.
        outcome: how the job was closed, None while it is open.
        blanked: whether the customer's data was taken out of the records.
        turn: of the last event.
    """

    guide: str = ""
    version: str = ""
    title: str = ""
    guide_fingerprint: str = ""
    car: str = ""
    customer: str = ""
    mileage: int | None = None
    complaint: str = ""
    step: str = ""
    ticked: frozenset[str] = frozenset()
    values: Mapping[str, str] = _NO_VALUES
    since: Mapping[str, int] = _NO_TURNS
    changes: Mapping[str, tuple[Change, ...]] = _NO_CHANGES
    left: tuple[Left, ...] = ()
    option: str = ""
    notes: tuple[Note, ...] = ()
    photos: tuple[KeptPhoto, ...] = ()
    away: bool = False
    tools_out: tuple[str, ...] = ()
    model: str = ""
    found: tuple[KeptFinding, ...] = ()
    outcome: Closed | None = None
    blanked: bool = False
    turn: int = 0

    @property
    def is_closed(self) -> bool:
        """Whether the job is closed."""
        return self.outcome is not None

    def after(self, event: Event) -> "JobState":
        """Return the state once ``event``, none of an earlier turn, has happened.

        What is undone or redone needs a replay (see History).
        """
        return replace(self, turn=event.turn, **_changes(self, event))


def _changes(state: JobState, event: Event) -> dict[str, Any]:
    """Return what ``event`` changes."""
    match event.act:
        case Opened() | Described() as act:
            return {name: getattr(act, name) for name in act.__struct_fields__}
        case GuideTaken(version=version, guide_fingerprint=fingerprint, left=left):
            return {"version": version, "guide_fingerprint": fingerprint, "left": (*state.left, *left)}
        case StepShown(step=step):
            return {"step": step}
        case Ticked() | Unticked() | Entered():
            return _after_work(state, event)
        case OptionChosen(option=option):
            return {"option": option}
        case Noted() | PhotoAdded() | Removed():
            return _after_remark(state, event)
        case CalledAway() | ToolsOut() | CameBack() | Closed() | Reopened() | Blanked():
            return _after_job_event(event)
        case FaultSought() | Diagnosed():
            return _after_finding(state, event)
        case Undone() | Redone():
            return {}


def _after_work(state: JobState, event: Event) -> dict[str, Any]:
    match event.act:
        case Ticked(item=item):
            changed: dict[str, Any] = {"ticked": state.ticked | {item}}
            is_done = True
        case Unticked(item=item):
            changed = {"ticked": state.ticked - {item}}
            is_done = item in state.values
        case Entered(item=item, typed=typed):
            changed = {"values": _with_value(state.values, item, typed.strip())}
            is_done = bool(typed.strip()) or item in state.ticked
        case _:
            return {}
    if is_done != (item in state.since):
        changed["since"] = _without(state.since, item) | ({item: event.turn} if is_done else {})
    if "since" in changed or isinstance(event.act, Ticked):
        changed["changes"] = {**state.changes, item: _with_change(state.changes.get(item, ()), event.turn, is_done)}
    return changed


def _with_change(changes: tuple[Change, ...], turn: int, done: bool) -> tuple[Change, ...]:
    """Return the changes of an item with one more: of very many the first and the last are kept."""
    kept = changes if len(changes) < _MOST_CHANGES else changes[:1] + changes[2:]
    return (*kept, Change(turn, done))


def _with_value(values: Mapping[str, str], item: str, value: str) -> dict[str, str]:
    kept = _without(values, item)
    if value:
        kept[item] = value
    return kept


def _without(values: Mapping[str, T], item: str) -> dict[str, T]:
    rest = dict(values)
    rest.pop(item, None)
    return rest


def _after_remark(state: JobState, event: Event) -> dict[str, Any]:
    match event.act:
        case Noted(step=step, text=text, instead_of=former):
            return {"notes": _with_note(state.notes, Note(event.id, step, text, event.at, event.by), former)}
        case PhotoAdded(step=step, photo=photo, name=name, width=width, height=height) if photo:
            taken = KeptPhoto(event.id, step, photo, name, width, height, event.at, event.by)
            return {"photos": (*state.photos, taken)}
        case Removed(event=gone):
            return {
                "notes": tuple(note for note in state.notes if note.id != gone),
                "photos": tuple(photo for photo in state.photos if photo.id != gone),
            }
    return {}


def _with_note(notes: tuple[Note, ...], note: Note, former: str) -> tuple[Note, ...]:
    """Return notes with one more, in the place of a former one if that is there; one that was blanked is none."""
    written = (note,) if note.text else ()
    places = [place for place, known in enumerate(notes) if known.id == former]
    place = places[0] if places else len(notes)
    return (*notes[:place], *written, *notes[place + len(places) :])


def _after_job_event(event: Event) -> dict[str, Any]:
    match event.act:
        case CalledAway(step=step):
            return {"away": True, "step": step}
        case ToolsOut(tools=tools):
            return {"tools_out": tools}
        case Closed() as closed:
            return {"outcome": closed, "away": False}
        case Reopened():
            return {"outcome": None}
        case Blanked():
            return {"blanked": True}
        case CameBack():
            return {"away": False}
    return {}


def _after_finding(state: JobState, event: Event) -> dict[str, Any]:
    match event.act:
        case FaultSought(model=model):
            return {"model": model}
        case Diagnosed(model=model, finding=finding, words=words):
            found = KeptFinding(event.id, event.turn, model, finding, words, event.at, event.by)
            return {"model": model, "found": (*state.found, found)}
    return {}
