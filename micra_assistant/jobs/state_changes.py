"""What each act makes of the state of a job."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import asdict, replace

from micra_assistant.diagnosis.findings import move_of
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
from micra_assistant.jobs.state import Change, JobState, KeptFinding, KeptPhoto, KeptQuote, KeptThing, Note, Wait
from micra_assistant.parts.joined_quotes import quote_option_id

_MOST_CHANGES = 16


def changed_by(state: JobState, *events: Event) -> JobState:
    """Return a state once ``events``, none of an earlier turn than the one before, have happened.

    What is undone or redone needs all events (see History).
    """
    replay = Replay(state)
    replay.play(events)
    return replay.state


class Replay:
    """A state that events are played on: many in a row take a fraction of what a state after each would."""

    def __init__(self, state: JobState) -> None:
        self._fields = asdict(state)
        self._ticked = set(state.ticked)
        self._values = dict(state.values)
        self._since = dict(state.since)
        self._retyped = dict(state.retyped)
        self._changes = dict(state.changes)
        self._waits = dict(state.waits)

    @property
    def state(self) -> JobState:
        """How far the job is now."""
        kept = {"values": self._values.copy(), "since": self._since.copy(), "changes": self._changes.copy()}
        kept |= {"waits": self._waits.copy(), "retyped": self._retyped.copy()}
        return JobState(**{**self._fields, **kept, "ticked": frozenset(self._ticked)})

    def play(self, events: Iterable[Event]) -> None:
        """Let events happen, none of an earlier turn than the one before."""
        for event in events:
            self._fields["turn"] = event.turn
            match event.act:
                case Ticked() | Unticked() | Entered() | WaitBegun() | WaitLeftOut() as act:
                    self._wait(act, event)
                    self._work(act, event.turn)
                case _:
                    self._fields.update(_changes(self._fields, event))

    def _wait(self, act: ItemAct, event: Event) -> None:
        """Take what an act does to the wait for its item; an item that is no longer done waits anew."""
        match act:
            case Ticked(item=item):
                if (begun_wait := self._waits.get(item)) and not begun_wait.ended:
                    self._waits[item] = replace(begun_wait, ended=event.at)
            case Unticked(item=item):
                self._waits.pop(item, None)
            case WaitBegun(item=item):
                self._waits[item] = Wait(event.turn, event.at)
            case WaitLeftOut(item=item, reason=reason):
                wait = self._waits.get(item, Wait(event.turn))
                begun = "" if wait.ended else wait.begun
                self._waits[item] = Wait(wait.turn, begun, event.at, is_left_out=True, reason=reason)

    def _work(self, act: ItemAct, turn: int) -> None:
        """Take what an act does to its item; what is done last goes for a tick of an older text, and for its value."""
        item = act.item
        match act:
            case Ticked() | WaitLeftOut():
                self._ticked.add(item)
                self._change(item, turn, done=True)
                self._since.setdefault(item, turn)
            case Unticked():
                self._ticked.discard(item)
                self._values.pop(item, None)
                self._end(item, turn)
            case Entered(typed=typed):
                self._ticked.discard(item)
                self._enter(item, typed.strip(), turn)

    def _enter(self, item: str, value: str, turn: int) -> None:
        self._values.pop(item, None)
        if not value:
            self._end(item, turn)
            return
        self._values[item] = value
        if item in self._since:
            self._retyped[item] = turn
        else:
            self._since[item] = turn
            self._change(item, turn, done=True)

    def _end(self, item: str, turn: int) -> None:
        """Take that an item is not done any more, if it was."""
        self._retyped.pop(item, None)
        if self._since.pop(item, None) is not None:
            self._change(item, turn, done=False)

    def _change(self, item: str, turn: int, *, done: bool) -> None:
        """Keep one more change of an item: of very many the first and the last are kept."""
        changes = self._changes.get(item, ())
        kept = changes if len(changes) < _MOST_CHANGES else (changes[0], *changes[2:])
        self._changes[item] = (*kept, Change(turn, done))


def _changes(fields: Mapping[str, Any], event: Event) -> dict[str, Any]:
    """Return what ``event`` changes in the fields of a state; what work changes, Replay knows."""
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
