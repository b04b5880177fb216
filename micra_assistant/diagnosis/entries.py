"""What a model file says, as it is written there; ``docs/fault-models.md`` tells authors how."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from micra_assistant.diagnosis.fault_model import DOUBT


class FaultEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that may be wrong. ``weight``: of 100 cars with this complaint, how many have it."""

    id: str
    text: str
    weight: float
    step: str = ""


class AccessEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Work that is done once and lets several tests and repairs be done.

    ``minutes`` and ``items`` are what models had before there were ``steps`` and ``leaves``.
    """

    id: str
    text: str
    minutes: float | None = None
    money: Decimal = Decimal(0)
    items: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class BackEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What may be put back for a test: ``opened`` by a line, put back by another, in so many minutes there and back."""

    opened: str
    line: str
    minutes: float
    not_with: tuple[str, ...] = ()


class Bounds(Struct, frozen=True, forbid_unknown_fields=True):
    """From which reading to which: numbers, or words as they are typed, such as ``OL``."""

    low: float | str | None = field(default=None, name="from")
    high: float | str | None = field(default=None, name="to")


class TestEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Something to ask, look at or measure. ``expect``: by fault, the answer it gives."""

    id: str
    ask: str
    trust: str
    answers: dict[str, str]
    expect: dict[str, Any]
    minutes: float | None = None
    money: Decimal = Decimal(0)
    access: str = ""
    step: str = ""
    item: str = ""
    again: tuple[str, ...] = ()
    limits: dict[str, Bounds] = {}
    ticked: str = ""
    gates: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


class RepairEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that may cure it. ``fixes``: by fault, how often; ``unless``: by test, what forbids it."""

    id: str
    text: str
    fixes: dict[str, Any]
    minutes: float | None = None
    money: Decimal | None = None
    access: str = ""
    step: str = ""
    steps: tuple[str, ...] = ()
    option: str = ""
    stale: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    again: str = ""
    unless: dict[str, str | tuple[str, ...]] = {}
    gates: tuple[str, ...] = ()


class GiveUpEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The step that always ends the job."""

    text: str
    minutes: float | None = None
    money: Decimal | None = None


class ModelEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. Currency and rate may be left to the parts table of the guide."""

    format: int
    id: str
    title: str
    basis: str
    give_up: GiveUpEntry
    faults: tuple[FaultEntry, ...]
    repairs: tuple[RepairEntry, ...]
    tests: tuple[TestEntry, ...] = ()
    access: tuple[AccessEntry, ...] = ()
    back: tuple[BackEntry, ...] = ()
    currency: str = ""
    rate_per_hour: Decimal | None = None
    doubt: float = DOUBT
