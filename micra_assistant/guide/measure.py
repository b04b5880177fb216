"""Readings: from what a person types to a value, and from a value to a verdict."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Reading

OPEN = Decimal("Infinity")
"""What a meter that shows OL has measured: more than it can show."""


class Unit(Struct, frozen=True):
    """A unit a reading can have: how people write it, its prefixes, and whether it can be negative or open."""

    spellings: tuple[str, ...]
    prefixes: str = ""
    negative: bool = True
    open: bool = False


UNITS = {
    "Ω": Unit(("ω", "ohm", "ohms"), prefixes="kM", negative=False, open=True),
    "V": Unit(("v", "volt", "volts"), prefixes="mk"),
    "A": Unit(("a", "amp", "amps"), prefixes="m"),
    "mm": Unit(("mm",), negative=False),
    "°C": Unit(("°c", "c")),
    "Nm": Unit(("nm",), negative=False),
    "s": Unit(("s", "sec"), negative=False),
}

_PREFIXES = {"k": Decimal(1000), "M": Decimal(10**6), "m": Decimal("0.001")}
_OPEN = re.compile(r"[o0]?\.?[o0]l\.?|[o0]\.l\.?|∞|inf", re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?(?:[0-9]++(?:[.,][0-9]*+)?+|[.,][0-9]++))\s*+(.*)")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")


class ReadingError(MicraError):
    """What was typed is not a reading in this unit."""


def parse(typed: str, unit: str) -> Decimal:
    """Return the value of ``typed`` in ``unit``: ``0.4``, ``0,4``, ``1.2k``, ``250 mV`` or ``OL``.

    Raises ReadingError with what to type instead. A comma is a decimal sign; ``1,200`` could be either and is
    refused. OL is a value in ohms only: an open circuit. In any other unit the meter's range is wrong.
    """
    if any(unicodedata.category(letter) == "No" for letter in typed):
        raise ReadingError("Type the number without small raised or lowered digits.")
    text = unicodedata.normalize("NFKC", typed).strip().replace("−", "-")
    if _OPEN.fullmatch(text):
        if not UNITS[unit].open:
            raise ReadingError(f"OL means more than the meter can show. Choose a higher range and type the {unit}.")
        return OPEN
    number = _NUMBER.fullmatch(text)
    if number is None or len(text) > 24:
        raise ReadingError(f"Type a number in {unit}, such as 0.4{', or OL' if UNITS[unit].open else ''}.")
    if _AMBIGUOUS.match(text):
        whole = number[1].replace(",", "")
        raise ReadingError(f"Type {whole} or {number[1].replace(',', '.')}: a comma can mean either.")
    value = Decimal(number[1].replace(",", ".")) * _factor(number[2], unit)
    if value < 0 and not UNITS[unit].negative:
        raise ReadingError(f"A value in {unit} cannot be negative. Measure again.")
    return value


def _factor(suffix: str, unit: str) -> Decimal:
    """Return what to multiply by for what was typed behind the number: nothing, a prefix, a unit or both."""
    spellings = UNITS[unit].spellings
    if suffix.lower() in ("", *spellings):
        return Decimal(1)
    prefix, rest = suffix[0].replace("K", "k"), suffix[1:].strip().lower()
    if prefix in UNITS[unit].prefixes and rest in ("", *spellings):
        return _PREFIXES[prefix]
    if unit == "Ω" and prefix == "m":
        raise ReadingError("Type M for megohms, or the value in Ω: workshop meters do not show milliohms.")
    raise ReadingError(f"“{suffix}” is not {unit}. Type the value in {unit}.")


def parse_count(typed: str) -> int:
    """Return the number that was counted; ReadingError with what to type instead."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if not re.fullmatch("[0-9]{1,3}", text):
        raise ReadingError("Type how many: a whole number, such as 11.")
    return int(text)


def show(value: Decimal) -> str:
    """Return ``value`` as a meter would show it."""
    if value.is_infinite():
        return "OL"
    shown = f"{value.normalize():f}"
    return "0" if shown == "-0" else shown


class Verdict(StrEnum):
    """What a reading says. Only ``OK`` is right."""

    OK = "ok"
    LOW = "low"
    HIGH = "high"
    KEPT = "kept"
    """There are no limits to judge by."""
    WAITING = "waiting"
    """It cannot be judged before the reading that is taken off it is there and right."""
    DOUBTFUL = "doubtful"
    """Less than the reading that is taken off it: one of the two is wrong."""
    UNREADABLE = "unreadable"
    """What was typed is not a value at all."""


def judge(reading: Reading, value: Decimal, less: Decimal | None = None) -> Verdict:
    """Return the verdict on ``value``; ``less`` is the value of the reading named by ``minus``."""
    if reading.minus:
        if less is None or less.is_infinite():
            return Verdict.WAITING
        value -= less
        if value < 0 and not UNITS[reading.unit].negative:
            return Verdict.DOUBTFUL
    if reading.low is None and reading.high is None:
        return Verdict.KEPT
    if reading.low is not None and value < reading.low:
        return Verdict.LOW
    if reading.high is not None and value > reading.high:
        return Verdict.HIGH
    return Verdict.OK


def limits(reading: Reading) -> str:
    """Return the limits in words, such as ``1 Ω or less``; empty if there are none."""
    low, high, unit = reading.low, reading.high, reading.unit
    if low is not None and high is not None:
        least, most = _shown(low, unit), _shown(high, unit)
        number, _, its_unit = least.partition(" ")
        return f"{number if most.endswith(f' {its_unit}') else least} to {most}"
    if high is not None:
        return f"{_shown(high, unit)} or less"
    if low is not None:
        return f"{_shown(low, unit)} or more"
    return ""


def _shown(value: Decimal, unit: str) -> str:
    """Return value and unit, with M or k where that saves zeros."""
    for prefix in ("M", "k"):
        if prefix in UNITS[unit].prefixes and value.is_finite() and value >= _PREFIXES[prefix]:
            return f"{show(value / _PREFIXES[prefix])} {prefix}{unit}"
    return f"{show(value)} {unit}"
