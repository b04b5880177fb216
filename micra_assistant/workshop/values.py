"""The settings of a workshop as values."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from micra_assistant.catalogues import ENGLISH
from micra_assistant.numbers import Numbers

if TYPE_CHECKING:
    from micra_assistant.parts.exchange_rates import ExchangeRate


class PaperSize(StrEnum):
    """The papers there are."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


class Distance(StrEnum):
    """In what a mileage is typed and shown; it is always kept in kilometres."""

    KM = "km"
    MI = "mi"


class Aloud(StrEnum):
    """Whether what one comes to is read aloud."""

    OFF = "off"
    ON = "on"


class VoiceSpeed(StrEnum):
    """How fast it is read aloud."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


_RATE = "rate."
_NO_RATES: Mapping[str, Decimal] = MappingProxyType({})


class Workshop(Struct, frozen=True):
    """What holds in this workshop; what nobody said is as it stands here.

    Attributes:
        rates: what an hour of work costs, by currency; where there is none, the rate of the guide's author holds.
        who: the name of the person at work, empty if nobody said.
        name: the name of the workshop, empty if nobody said.
        logo: its picture, a file that was sound when the settings were read; None if it has none.
        paper: what is printed on unless something else is asked for.
        numbers: how numbers are written here.
        distance: in what a mileage is typed and shown.
        tax: on prices without it, in per cent; None if nobody said.
        kept_years: how long a car is taken to be kept, where the cost of a part over the years is worked out.
        exchange: rates of exchange, each with its day.
        language: the language that the program speaks, such as ``en``.
        aloud: whether steps, lines and verdicts are read aloud.
        voice_speed: how fast.
    """

    rates: Mapping[str, Decimal] = _NO_RATES
    who: str = ""
    name: str = ""
    logo: Path | None = None
    paper: PaperSize = PaperSize.A4
    numbers: Numbers = Numbers.POINT
    distance: Distance = Distance.KM
    tax: Decimal | None = None
    kept_years: int = 3
    exchange: "tuple[ExchangeRate, ...]" = ()
    language: str = ENGLISH
    aloud: Aloud = Aloud.OFF
    voice_speed: VoiceSpeed = VoiceSpeed.NORMAL


def rate_key(currency: str) -> str:
    """Return the name of the labour rate in a currency."""
    return f"{_RATE}{currency}"


def workshop_of(values: Mapping[str, Any]) -> Workshop:
    """Return the workshop with these values, by the names of their settings; the others are as nobody said."""
    rates = {key.removeprefix(_RATE): value for key, value in values.items() if key.startswith(_RATE)}
    others = {key: value for key, value in values.items() if not key.startswith(_RATE)}
    return Workshop(rates=rates, **others)
