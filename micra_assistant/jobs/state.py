"""The state of a job: what the events that count have made of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from micra_assistant.diagnosis.findings import AnyFinding, Move, move_of
from micra_assistant.jobs.events import (
    BasketEmptied,
    BasketFilled,
    Blanked,
    Bought,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Diagnosed,
    Entered,
    Event,
    FaultSought,
    GuideTaken,
    ItemAct,
    Left,
    MoveChosen,
    Noted,
    Opened,
    OptionChosen,
    PartAct,
    PartAwaited,
    PartCame,
    PhotoAdded,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Reopened,
    StepShown,
    StopLeftOut,
    StopTakenUp,
    Ticked,
    ToolsOut,
    ToolsReady,
    Undone,
    Unticked,
    WaitBegun,
    WaitLeftOut,
)
from micra_assistant.parts.basket_things import BasketThing
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.quotes import Quote

_NO_VALUES: Mapping[str, str] = MappingProxyType({})
_NO_TURNS: Mapping[str, int] = MappingProxyType({})
_NO_CHANGES: Mapping[str, "tuple[Change, ...]"] = MappingProxyType({})
_NO_WAITS: Mapping[str, "Wait"] = MappingProxyType({})
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
    reason: str = ""


class KeptQuote(Struct, frozen=True):
    """A quote; ``id`` is that of the event that brought it, ``at`` and ``by`` when and by whom that was."""

    id: str
    quote: Quote
    at: str
    by: str = ""


class KeptThing(Struct, frozen=True):
    """Something in the basket; ``id`` is that of the event that brought it."""

    id: str
    thing: BasketThing
    is_there: bool = False


class Change(Struct, frozen=True):
    """An item became done, was done anew, or is not done any more; in this turn."""

    turn: int
    done: bool


class Wait(Struct, frozen=True):
    """A wait that an item asks for.

    Attributes:
        turn: the turn in which it was begun.
        begun, ended: when it was begun and when its item was done, as Event.at; empty if that was not.
        is_left_out: whether the item was done all the same, before its end.
        reason: why, empty if that was blanked.
    """

    turn: int
    begun: str = ""
    ended: str = ""
    is_left_out: bool = False
    reason: str = ""


class JobState(Struct, frozen=True):
    """How far a job is.

    Attributes:
        guide, version, title: as in Opened, or as they were taken later.
        guide_fingerprint: that of the text of the guide, empty if that was not kept.
        car, vin, customer, mileage, complaint: as they were last described.
        step: the step shown last.
        ticked: the items that are ticked.
        values: by item, what was entered, as typed.
        since: by item that is ticked or has a value, the turn since which it is so.
        changes: by item that was ever done, the first time and the last times that this changed, or it was ticked anew.
        waits: by item, the wait for it that was begun last, or left out.
        left: what was open when a newer text of the guide was taken that has no line for it.
        option: the way to get the part that was chosen.
        quotes: what suppliers ask, in the order in which they came.
        basket: what is to be bought or borrowed, likewise.
        notes, photos: in the order in which they came.
        away: whether the person was called away.
        tools_out: the tools that lie at the car.
        model: the model that the fault was sought with last, else that of the complaint chosen; empty if neither is.
        found: what was found on the way to the fault, in order.
        chosen: the test or repair that was chosen instead of what is advised, until something is found about it.
        is_ready: whether tools and parts were laid ready.
        left_out: by stop of the route that was left out, the reason.
        waits_for: the part that the job waits for, empty if for none; ``waits_since`` when it was ordered, as Event.at.
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
    vin: str = ""
    step: str = ""
    ticked: frozenset[str] = frozenset()
    values: Mapping[str, str] = _NO_VALUES
    since: Mapping[str, int] = _NO_TURNS
    changes: Mapping[str, tuple[Change, ...]] = _NO_CHANGES
    waits: Mapping[str, Wait] = _NO_WAITS
    left: tuple[Left, ...] = ()
    option: str = ""
    quotes: tuple[KeptQuote, ...] = ()
    basket: tuple[KeptThing, ...] = ()
    notes: tuple[Note, ...] = ()
    photos: tuple[KeptPhoto, ...] = ()
    away: bool = False
    tools_out: tuple[str, ...] = ()
    model: str = ""
    found: tuple[KeptFinding, ...] = ()
    chosen: Move | None = None
    is_ready: bool = False
    left_out: Mapping[str, str] = _NO_VALUES
    waits_for: str = ""
    waits_since: str = ""
    outcome: Closed | None = None
    blanked: bool = False
    turn: int = 0

    @property
    def is_closed(self) -> bool:
        """Whether the job is closed."""
        return self.outcome is not None

    def after(self, *events: Event) -> "JobState":
        """Return the state once ``events``, none of an earlier turn than the one before, have happened.

        What is undone or redone needs a replay (see History).
        """
        replay = _Replay(self)
        for event in events:
            replay.play(event)
        return replay.state


class _Replay:
    """A state that events are played on: many in a row take a fraction of what a state after each would."""

    def __init__(self, state: JobState) -> None:
        self._fields = asdict(state)
        self._ticked = set(state.ticked)
        self._values = dict(state.values)
        self._since = dict(state.since)
        self._changes = dict(state.changes)
        self._waits = dict(state.waits)

    @property
    def state(self) -> JobState:
        """How far the job is now."""
        kept = {"values": self._values.copy(), "since": self._since.copy(), "changes": self._changes.copy()}
        kept["waits"] = self._waits.copy()
        return JobState(**{**self._fields, **kept, "ticked": frozenset(self._ticked)})

    def play(self, event: Event) -> None:
        self._fields["turn"] = event.turn
        match event.act:
            case act if isinstance(act, ItemAct):
                self._wait(act, event)
                self._work(act, event.turn)
            case _:
                self._fields.update(_changes(self._fields, event))

    def _wait(self, act: ItemAct, event: Event) -> None:
        """Take what an act does to the wait for its item; an item that is no longer done waits anew."""
        match act:
            case WaitBegun(item=item):
                self._waits[item] = Wait(event.turn, event.at)
            case WaitLeftOut(item=item, reason=reason):
                wait = self._waits.get(item, Wait(event.turn))
                begun = "" if wait.ended else wait.begun
                self._waits[item] = Wait(wait.turn, begun, event.at, is_left_out=True, reason=reason)
            case Ticked(item=item) if (begun_wait := self._waits.get(item)) and not begun_wait.ended:
                self._waits[item] = replace(begun_wait, ended=event.at)
            case Unticked(item=item):
                self._waits.pop(item, None)

    def _work(self, act: ItemAct, turn: int) -> None:
        """Take what an act does to its item; what is done last goes for a tick of an older text, and for its value."""
        item = act.item
        match act:
            case Ticked() | WaitLeftOut():
                self._ticked.add(item)
            case Unticked():
                self._ticked.discard(item)
                self._values.pop(item, None)
            case Entered(typed=typed):
                self._ticked.discard(item)
                self._enter(item, typed.strip())
        is_done = item in self._ticked or item in self._values
        if is_done != (item in self._since) or isinstance(act, Ticked | WaitLeftOut):
            self._changes[item] = _with_change(self._changes.get(item, ()), Change(turn, is_done))
        if is_done:
            self._since.setdefault(item, turn)
        else:
            self._since.pop(item, None)

    def _enter(self, item: str, value: str) -> None:
        self._values.pop(item, None)
        if value:
            self._values[item] = value


def _with_change(changes: tuple[Change, ...], change: Change) -> tuple[Change, ...]:
    """Return the changes of an item with one more: of very many the first and the last are kept."""
    kept = changes if len(changes) < _MOST_CHANGES else changes[:1] + changes[2:]
    return (*kept, change)


def _changes(fields: Mapping[str, Any], event: Event) -> dict[str, Any]:
    """Return what ``event`` changes in the fields of a state; what work changes, _Replay knows."""
    match event.act:
        case Opened() | Described() as act:
            return {name: getattr(act, name) for name in act.__struct_fields__}
        case GuideTaken(version=version, guide_fingerprint=fingerprint, left=left):
            return {"version": version, "guide_fingerprint": fingerprint, "left": (*fields["left"], *left)}
        case StepShown(step=step):
            return {"step": step}
        case act if isinstance(act, PartAct):
            return _after_part(fields, act, event)
        case Noted() | PhotoAdded() | Removed():
            return _after_remark(fields, event)
        case CalledAway() | ToolsOut() | CameBack() | Closed() | Reopened() | Blanked():
            return _after_job_event(event)
        case FaultSought() | Diagnosed() | MoveChosen():
            return _after_finding(fields, event)
        case ToolsReady() | StopLeftOut() | StopTakenUp() | PartAwaited() | PartCame() as act:
            return _after_route(fields, act, event.at)
        case Ticked() | Unticked() | WaitBegun() | WaitLeftOut() | Entered() | Undone() | Redone():
            return {}


def _after_part(fields: Mapping[str, Any], act: PartAct, event: Event) -> dict[str, Any]:
    quotes, basket = fields["quotes"], fields["basket"]
    match act:
        case OptionChosen(option=option):
            return {"option": option}
        case QuoteAdded(quote=quote):
            return {"quotes": (*quotes, KeptQuote(event.id, quote, event.at, event.by))}
        case QuoteChanged(event=named, quote=quote):
            return {"quotes": tuple(replace(kept, quote=quote) if kept.id == named else kept for kept in quotes)}
        case QuoteRemoved(event=gone):
            chosen = "" if fields["option"] == quote_option_id(gone) else fields["option"]
            return {"quotes": tuple(kept for kept in quotes if kept.id != gone), "option": chosen}
        case BasketFilled(thing=thing):
            return {"basket": (*basket, KeptThing(event.id, thing))}
        case PiecesChanged(event=named, pieces=pieces):
            return {"basket": tuple(_with_pieces(kept, pieces) if kept.id == named else kept for kept in basket)}
        case BasketEmptied(event=gone):
            return {"basket": tuple(kept for kept in basket if kept.id != gone)}
        case Bought(event=named, is_there=there):
            return {"basket": tuple(replace(kept, is_there=there) if kept.id == named else kept for kept in basket)}


def _with_pieces(kept: KeptThing, pieces: int) -> KeptThing:
    return replace(kept, thing=replace(kept.thing, pieces=pieces))


def _after_remark(fields: Mapping[str, Any], event: Event) -> dict[str, Any]:
    match event.act:
        case Noted(step=step, text=text, instead_of=former):
            return {"notes": _with_note(fields["notes"], Note(event.id, step, text, event.at, event.by), former)}
        case PhotoAdded(step=step, photo=photo, name=name, width=width, height=height) if photo:
            taken = KeptPhoto(event.id, step, photo, name, width, height, event.at, event.by)
            return {"photos": (*fields["photos"], taken)}
        case Removed(event=gone):
            return {
                "notes": tuple(note for note in fields["notes"] if note.id != gone),
                "photos": tuple(photo for photo in fields["photos"] if photo.id != gone),
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


def _after_finding(fields: Mapping[str, Any], event: Event) -> dict[str, Any]:
    match event.act:
        case FaultSought(model=model):
            return {"model": model}
        case Diagnosed(model=model, finding=finding, words=words, reason=reason):
            found = KeptFinding(event.id, event.turn, model, finding, words, event.at, event.by, reason)
            chosen = None if move_of(finding) == fields["chosen"] else fields["chosen"]
            return {"model": model, "found": (*fields["found"], found), "chosen": chosen}
        case MoveChosen(model=model, move=move):
            return {"model": model, "chosen": move}
    return {}


def _after_route(
    fields: Mapping[str, Any], act: ToolsReady | StopLeftOut | StopTakenUp | PartAwaited | PartCame, at: str
) -> dict[str, Any]:
    left_out = fields["left_out"]
    match act:
        case ToolsReady():
            return {"is_ready": True}
        case StopLeftOut(stop=stop, reason=reason):
            return {"left_out": {**left_out, stop: reason}}
        case StopTakenUp(stop=stop):
            return {"left_out": {name: why for name, why in left_out.items() if name != stop}}
        case PartAwaited(part=part):
            return {"waits_for": part, "waits_since": at if part else ""}
        case PartCame():
            return {"waits_for": "", "waits_since": ""}
