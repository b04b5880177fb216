"""Readings: from a value to a verdict, and the limits in words."""

from decimal import Decimal
from enum import StrEnum

from micra_assistant.guide.measure import show
from micra_assistant.guide.model import Reading
from micra_assistant.guide.units import PREFIXES, UNITS
from micra_assistant.number_words import GAP, in_one
from micra_assistant.words import _


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
    UNLIKE = "unlike"
    """Words that are not like those that the guide expects: kept, but to be looked at again."""
    ASKED = "asked"
    """What was typed can mean two things: it is not judged before the person has said which."""


def judge(reading: Reading, value: Decimal, less: Decimal | None = None) -> Verdict:
    """Return the verdict on ``value``; ``less`` is the value of the reading named by ``minus``."""
    if reading.minus:
        if less is None or less.is_infinite():
            return Verdict.WAITING
        value -= less
        if value < 0 and not UNITS[reading.unit].negative:
            return Verdict.DOUBTFUL
    if not reading.has_limits:
        return Verdict.KEPT
    if reading.low is not None and value < reading.low:
        return Verdict.LOW
    if reading.high is not None and value > reading.high:
        return Verdict.HIGH
    return Verdict.OK


def limits(reading: Reading) -> str:
    """Return the limits in words, such as ``1 Ω or less``; empty if there are none."""
    return range_words(reading.low, reading.high, reading.unit)


def range_words(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Return in words which values there are from ``low`` to ``high``; empty if there is neither."""
    if low is not None and high is not None:
        least, most = with_unit(low, unit), with_unit(high, unit)
        number, _blank, its_unit = least.partition(GAP)
        return _("{least} to {most}").format(least=number if most.endswith(in_one("", its_unit)) else least, most=most)
    if high is not None:
        return _("{limit} or less").format(limit=with_unit(high, unit))
    if low is not None:
        return _("{limit} or more").format(limit=with_unit(low, unit))
    return ""


def with_unit(value: Decimal, unit: str) -> str:
    """Return value and unit as a meter shows them, with M or k where that saves zeros."""
    for prefix in ("M", "k"):
        if prefix in UNITS[unit].prefixes and value.is_finite() and value >= PREFIXES[prefix]:
            return in_one(show(value / PREFIXES[prefix]), f"{prefix}{unit}")
    return in_one(show(value), unit)
