"""What happened on a job. Events are only ever added; the state of a job is their replay.

One thing changes acts that are kept: a customer's data is blanked in them on request (see ``blanking.py``).

A new kind of act is a class here and a case in ``state_changes.py``.
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache

import msgspec
from msgspec import Struct, field

from micra_assistant.diagnosis.findings import AnyFinding, Move
from micra_assistant.errors import StoreError
from micra_assistant.kind_reading import json_decoder
from micra_assistant.parts.basket_things import BasketThing
from micra_assistant.parts.quotes import Quote
from micra_assistant.words import _


class Act(Struct, frozen=True, tag_field="act", omit_defaults=True, gc=False):
    """Something a person did; like its event, the garbage collector need not look at it."""


class Opened(Act, frozen=True, tag="opened"):
    """A job was begun.

    Attributes:
        guide, version, title: the guide, its version, and what it was called then.
        guide_fingerprint: that of the guide's text, empty if it was not kept; kept as ``text``.
        car: the registration; ``vin`` is the number of the vehicle.
        mileage: what the car has run, in kilometres, None if nobody looked.
        complaint: what is wrong with the car, in the customer's words or those of the guide.
        model: the file of the model of the complaint that was chosen, empty if it has none.
    """

    guide: str
    version: str
    car: str = ""
    title: str = ""
    guide_fingerprint: str = field(default="", name="text")
    customer: str = ""
    mileage: int | None = None
    complaint: str = ""
    model: str = ""
    vin: str = ""


class Described(Act, frozen=True, tag="described"):
    """The car, the customer or the complaint were written down anew; says all of them."""

    car: str = ""
    customer: str = ""
    mileage: int | None = None
    complaint: str = ""
    vin: str = ""


class Left(Struct, frozen=True):
    """Something that is open on the car and that a newer text of the guide has no line for.

    ``item`` is the line that opened it, ``words`` are how the car stands, ``undo`` is how it is put back.
    """

    item: str
    words: str
    undo: str


class GuideTaken(Act, frozen=True, tag="guide-taken"):
    """The job goes on with another text of its guide, which may have no line for what is open: that is ``left``."""

    version: str
    guide_fingerprint: str = field(name="text")
    left: tuple[Left, ...] = ()


class StepShown(Act, frozen=True, tag="step-shown"):
    """The person went to a step."""

    step: str


class Ticked(Act, frozen=True, tag="ticked"):
    """An item was done."""

    item: str


class Unticked(Act, frozen=True, tag="unticked"):
    """A tick was taken back."""

    item: str


class WaitBegun(Act, frozen=True, tag="wait-begun"):
    """The wait that an item asks for was begun."""

    item: str


class WaitLeftOut(Act, frozen=True, tag="wait-left-out"):
    """An item was done without the wait that it asks for, or before its end; ``reason`` is empty if it was blanked."""

    item: str
    reason: str = ""


class Entered(Act, frozen=True, tag="entered"):
    """A reading, a count or words were typed; kept as typed, even if it makes no sense. Empty takes it back."""

    item: str
    typed: str


class OptionChosen(Act, frozen=True, tag="option-chosen"):
    """A way to get the part was chosen, perhaps a quote (see ``joined_quotes.py``); empty takes it back."""

    option: str


class QuoteAdded(Act, frozen=True, tag="quote-added"):
    """A supplier has named a price for a part."""

    quote: Quote


class QuoteChanged(Act, frozen=True, tag="quote-changed"):
    """A quote, named by the event that brought it, says something else now."""

    event: str
    quote: Quote


class QuoteRemoved(Act, frozen=True, tag="quote-removed"):
    """A quote was taken out, named by the event that brought it; if it was the chosen one, none is chosen."""

    event: str


class BasketFilled(Act, frozen=True, tag="basket-filled"):
    """Something was put into the basket."""

    thing: BasketThing


class PiecesChanged(Act, frozen=True, tag="pieces-changed"):
    """So many pieces are wanted of something in the basket, named by the event that brought it."""

    event: str
    pieces: int


class BasketEmptied(Act, frozen=True, tag="basket-emptied"):
    """Something was taken out of the basket, named by the event that brought it."""

    event: str


class Bought(Act, frozen=True, tag="bought"):
    """Something in the basket, named by the event that brought it, was bought or is there; or is not, after all."""

    event: str
    is_there: bool = True


class Noted(Act, frozen=True, tag="noted"):
    """A note was written at a step, perhaps instead of an earlier one, named by its event; empty if it was blanked."""

    step: str
    text: str
    instead_of: str = ""


class PhotoAdded(Act, frozen=True, tag="photo-added"):
    """A photo was put to a step.

    ``photo`` is the id of its JPEG among the attachments, ``name`` that of its file; both are empty if it was blanked.
    """

    step: str
    photo: str
    name: str
    width: int
    height: int


class Removed(Act, frozen=True, tag="removed"):
    """A note or a photo was taken out, named by the event that brought it."""

    event: str


class CalledAway(Act, frozen=True, tag="called-away"):
    """The person had to leave the car at a step."""

    step: str


class ToolsOut(Act, frozen=True, tag="tools-out"):
    """These tools lie at the car, and no others."""

    tools: tuple[str, ...]


class CameBack(Act, frozen=True, tag="came-back"):
    """The person is at the car again."""


class Held(StrEnum):
    """Whether a repair held."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class FaultSought(Act, frozen=True, tag="fault-sought"):
    """The person began to look for the fault with a model of the guide, named by its file."""

    model: str


class Diagnosed(Act, frozen=True, tag="diagnosed"):
    """Something was found on the way to the fault; ``words`` tell it without the model.

    ``reason`` is why something was left out, in the words of the person.
    """

    model: str
    finding: AnyFinding
    words: str
    reason: str = ""


class MoveChosen(Act, frozen=True, tag="move-chosen"):
    """A test or a repair was chosen instead of what is advised; with None what is advised was chosen again.

    ``model`` is named by its file, ``words`` are what the move is called.
    """

    model: str
    move: Move | None = None
    words: str = ""


class ToolsReady(Act, frozen=True, tag="tools-ready"):
    """Tools and parts were laid ready."""


class StopLeftOut(Act, frozen=True, tag="stop-left-out"):
    """A stop of the route was left out; ``reason`` says why, and is empty if it was blanked."""

    stop: str
    reason: str


class StopTakenUp(Act, frozen=True, tag="stop-taken-up"):
    """A stop that was left out is on the route again."""

    stop: str


class PartAwaited(Act, frozen=True, tag="part-awaited"):
    """The job waits for a part; it is empty if it was blanked, and then nothing is waited for."""

    part: str


class PartCame(Act, frozen=True, tag="part-came"):
    """The part that the job waited for is there, or nobody waits for it any more."""


class Closed(Act, frozen=True, tag="closed"):
    """The job was closed, or its outcome was put right later.

    Attributes:
        cause, repair: what it was, and what was done about it.
        model, fault: which fault of which model the cause is, empty if it is none or nobody said.
        sure: whether the person is sure of that.
        rate, currency: what an hour of work cost then, so that the price stays; None if the guide has no prices.
        price: what tests and repairs came to in work and money, None if nobody knows.
        left_open: what was still open on the car, in words.
        override: why the job was closed all the same.
    """

    cause: str = ""
    repair: str = ""
    held: Held = Held.UNKNOWN
    note: str = ""
    left_open: tuple[str, ...] = ()
    override: str = ""
    model: str = ""
    fault: str = ""
    sure: bool = False
    rate: Decimal | None = None
    currency: str = ""
    price: Decimal | None = None


class Reopened(Act, frozen=True, tag="reopened"):
    """The work on a closed job goes on."""


class Blanked(Act, frozen=True, tag="blanked"):
    """The customer's data was taken out of all that was kept of the job; with ``notes``, its notes and photos too.

    It is not in the acts before any more, nor in their backups (see ``privacy.py`` and ``blanking.py``). ``complaints``
    are those that stayed, as they are in the words of the guide.
    """

    notes: bool = False
    complaints: tuple[str, ...] = ()


class Undone(Act, frozen=True, tag="undone"):
    """What an event did does not count, until it is redone."""

    event: str


class Redone(Act, frozen=True, tag="redone"):
    """What an event did counts again."""

    event: str


AnyAct = (
    Opened
    | Described
    | GuideTaken
    | StepShown
    | Ticked
    | Unticked
    | WaitBegun
    | WaitLeftOut
    | Entered
    | OptionChosen
    | QuoteAdded
    | QuoteChanged
    | QuoteRemoved
    | BasketFilled
    | PiecesChanged
    | BasketEmptied
    | Bought
    | Noted
    | PhotoAdded
    | Removed
    | CalledAway
    | ToolsOut
    | CameBack
    | FaultSought
    | Diagnosed
    | MoveChosen
    | ToolsReady
    | StopLeftOut
    | StopTakenUp
    | PartAwaited
    | PartCame
    | Closed
    | Reopened
    | Blanked
    | Undone
    | Redone
)

PartAct = (
    OptionChosen | QuoteAdded | QuoteChanged | QuoteRemoved | BasketFilled | PiecesChanged | BasketEmptied | Bought
)
"""What is done about getting parts."""

ItemAct = Ticked | Unticked | WaitBegun | WaitLeftOut | Entered
"""What is done with one item of the checklist."""

UNDOABLE = (
    *(Described, Ticked, Unticked, WaitBegun, WaitLeftOut, Entered, OptionChosen),
    *(QuoteAdded, QuoteChanged, QuoteRemoved, BasketFilled, PiecesChanged, BasketEmptied, Bought),
    *(Noted, PhotoAdded, Removed, Diagnosed, MoveChosen),
    *(ToolsReady, StopLeftOut, StopTakenUp, PartAwaited, PartCame),
)
"""The acts that can be undone."""


class Event(Struct, frozen=True, gc=False):
    """An act as it is kept; never part of a circle, so that the garbage collector need not look at many thousands.

    ``turn`` counts up along what the writer had seen, so events sort by ``(turn, id)`` the same everywhere,
    whatever the clocks said: two logs of one job merge by putting their events together (a Lamport clock).
    ``at`` is the time in UTC, ``by`` who did it, empty if nobody said.
    """

    id: str
    job: str
    turn: int
    at: str
    act: AnyAct
    by: str = ""

    @property
    def place(self) -> tuple[int, str]:
        """Where the event stands among those of its job."""
        return self.turn, self.id

    @property
    def time(self) -> datetime:
        """When it happened, in UTC."""
        return datetime.fromisoformat(self.at)


def new_id() -> str:
    """Return an id that nothing else has: 128 random bits."""
    return os.urandom(16).hex()


def utc_now() -> datetime:
    """Return the time by the clock of this computer, in UTC."""
    return datetime.now(UTC)


def new_event(job: str, turn: int, act: AnyAct, by: str = "", now: datetime | None = None) -> Event:
    """Return ``act`` as an event that happens ``now``, in UTC; None for the time by this computer."""
    return Event(new_id(), job, turn, (now or utc_now()).isoformat(timespec="milliseconds"), act, by)


def encode(act: AnyAct) -> str:
    """Return ``act`` as JSON."""
    return msgspec.json.encode(act).decode()


def decode(text: str) -> AnyAct:
    """Return the act that ``text`` holds; StoreError if this program does not know it."""
    try:
        return _decoder().decode(text)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise StoreError(
            _("the records hold something this program does not know: {act}").format(act=text[:80])
        ) from error


def decode_all(texts: Iterable[str]) -> list[AnyAct]:
    """Return the acts of many texts, which takes half as long as one by one; MsgspecError, UnicodeError if one is none.

    What is wrong with it ``decode`` says.
    """
    return list(map(_decoder().decode, texts))


@cache
def _decoder() -> msgspec.json.Decoder[AnyAct]:
    """Return what decodes acts; to make it takes twenty times as long as to decode one."""
    return json_decoder(AnyAct)
