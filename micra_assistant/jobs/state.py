"""How far a job is, as the events that count have made it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from micra_assistant.diagnosis.findings import AnyFinding, Move
from micra_assistant.jobs.events import Closed, Left
from micra_assistant.parts.basket_things import BasketThing
from micra_assistant.parts.quotes import Quote

_NO_VALUES: Mapping[str, str] = MappingProxyType({})
_NO_TURNS: Mapping[str, int] = MappingProxyType({})
_NO_CHANGES: Mapping[str, "tuple[Change, ...]"] = MappingProxyType({})
_NO_WAITS: Mapping[str, "Wait"] = MappingProxyType({})


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


class Change(Struct, frozen=True, gc=False):
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
        retyped: by item whose value was typed more than once since then, the turn of the last time.
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
    retyped: Mapping[str, int] = _NO_TURNS
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

    def counts_from(self, item: str) -> int:
        """Return the turn from which a tick counts, or a value: as it was typed last; KeyError if there is neither."""
        return self.retyped.get(item, self.since[item])

    @property
    def is_closed(self) -> bool:
        """Whether the job is closed."""
        return self.outcome is not None
