"""What happened on a job. Events are only ever added; the state of a job is their replay.

A new kind of act is a class here and a case in ``state.py``.
"""

import os
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from micra_assistant.errors import StoreError


class Act(Struct, frozen=True, tag_field="act"):
    """Something a person did."""


class Opened(Act, frozen=True, tag="opened"):
    """A job was begun with a guide in this version, for a car."""

    guide: str
    version: str
    car: str = ""


class StepShown(Act, frozen=True, tag="step-shown"):
    """The person went to a step."""

    step: str


class Ticked(Act, frozen=True, tag="ticked"):
    """An item was done."""

    item: str


class Unticked(Act, frozen=True, tag="unticked"):
    """A tick was taken back."""

    item: str


class Entered(Act, frozen=True, tag="entered"):
    """A reading or a count was typed; kept as typed, even if it makes no sense. Empty takes it back."""

    item: str
    typed: str


class OptionChosen(Act, frozen=True, tag="option-chosen"):
    """A way to get the part was chosen; empty takes it back."""

    option: str


AnyAct = Opened | StepShown | Ticked | Unticked | Entered | OptionChosen


class Event(Struct, frozen=True):
    """An act as it is kept.

    ``turn`` counts up along what the writer had seen, so events sort by ``(turn, id)`` the same everywhere,
    whatever the clocks said: two logs of one job merge by putting their events together (a Lamport clock).
    """

    id: str
    job: str
    turn: int
    at: str
    act: AnyAct


def new_id() -> str:
    """Return an id that nothing else has: 128 random bits."""
    return os.urandom(16).hex()


def new_event(job: str, turn: int, act: AnyAct) -> Event:
    """Return ``act`` as an event that happens now, in UTC."""
    return Event(new_id(), job, turn, datetime.now(UTC).isoformat(timespec="milliseconds"), act)


def encode(act: AnyAct) -> str:
    """Return ``act`` as JSON."""
    return msgspec.json.encode(act).decode()


def decode(text: str) -> AnyAct:
    """Return the act that ``text`` holds; StoreError if this program does not know it."""
    try:
        act: AnyAct = msgspec.json.decode(text, type=AnyAct)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise StoreError(f"the records hold something this program does not know: {text[:80]}") from error
    return act
