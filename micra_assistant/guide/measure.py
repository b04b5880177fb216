"""Readings: from what a person types to a value."""

import re
from decimal import Decimal

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.guide.display import is_over
from micra_assistant.guide.units import PREFIXES, UNITS, prefix_of
from micra_assistant.lookalikes import latin
from micra_assistant.numbers import (
    ARABIC_GROUP,
    ARABIC_MARK,
    AmbiguousError,
    NumberError,
    Numbers,
    decimal_of,
    tidy,
    whole_of,
)
from micra_assistant.words import N_, _

OPEN = Decimal("Infinity")
"""What a meter that shows OL has measured: more than it can show."""

_NUMBER = rf"(?P<sign>[+-]?) ?(?P<digits>[0-9.,{ARABIC_MARK}][0-9 '.,{ARABIC_MARK}{ARABIC_GROUP}]*+)(?P<behind>.*)"
_SHORT = r"(?P<whole>[0-9]*)(?P<letter>[RrVvkKMmG])(?P<part>[0-9]+)(?P<behind>[^0-9]*)"
UNSURE = "?"
"""Stands behind a reading that was kept before it was said what it means: then it is no value."""
_EITHER = {
    ",": N_("Type {whole} or {decimal}: a comma can mean either."),
    ".": N_("Type {whole} or {decimal}: a point can mean either."),
}
_MOST_COUNTED = len("999")
_NOT_MILLI = N_("Type M for megohms, or the value in Ω: workshop meters do not show milliohms.")


class ReadingError(MicraError):
    """What was typed is not a reading in this unit."""


class Choice(Struct, frozen=True):
    """One of the things that may be meant: its name for programs, what to type for it, and how it is called."""

    name: str
    typed: str
    words: str


class AskedError(ReadingError):
    """What was typed can mean two things, and the person has to say which.

    Attributes:
        choices: what it can mean.
    """

    def __init__(self, question: str, choices: tuple[Choice, ...]) -> None:
        super().__init__(question)
        self.choices = choices


def parse(typed: str, unit: str, numbers: Numbers = Numbers.POINT) -> Decimal:
    """Return the value of ``typed`` in ``unit``: ``0.4``, ``0,4``, ``1.2k``, ``4k7``, ``250 mV`` or ``OL``.

    Raises ReadingError with what to type instead; AskedError for ``1,200`` where the comma is not the decimal mark, for
    ``1.200`` where it is. OL is a value in ohms only: an open circuit. In any other unit the meter's range is wrong.
    What jobs hold is read without ``numbers``: it says the same in every workshop.
    """
    text = _tidied(typed, unit)
    if text.endswith(UNSURE):
        raise ReadingError(_wanted(unit))
    if is_over(text, unit):
        if not UNITS[unit].open:
            raise ReadingError(
                _("OL means more than the meter can show. Choose a higher range and type the {unit}.").format(unit=unit)
            )
        return OPEN
    short = _shorthand(text, unit)
    value = _value(text, unit, numbers) if short is None else short
    if value < 0 and not UNITS[unit].negative:
        raise ReadingError(_("A value in {unit} cannot be negative. Measure again.").format(unit=unit))
    return value


def _tidied(typed: str, unit: str) -> str:
    try:
        return tidy(typed)
    except NumberError as error:
        raise ReadingError(f"{error} {_wanted(unit)}") from error


def _wanted(unit: str) -> str:
    if UNITS[unit].open:
        return _("Type a number in {unit}, such as 0.4, or OL.").format(unit=unit)
    return _("Type a number in {unit}, such as 0.4.").format(unit=unit)


def _shorthand(text: str, unit: str) -> Decimal | None:
    """Return the value of ``4k7``, ``0R5`` or ``12V6``, None if it is not written so."""
    found, point = re.fullmatch(_SHORT, latin(text)), UNITS[unit].point
    if found is None or not point:
        return None
    is_point = found["letter"].upper() == point
    if (not is_point and not (UNITS[unit].open and found["whole"])) or prefix_of(found["behind"], unit) != "":
        return None
    factor = Decimal(1) if is_point else _factor(found["letter"], unit)
    return Decimal(f"{found['whole']}.{found['part']}") * factor


def _value(text: str, unit: str, numbers: Numbers) -> Decimal:
    found = re.fullmatch(_NUMBER, text)
    if found is None:
        raise ReadingError(_wanted(unit))
    digits, behind = found["digits"].rstrip(" .,"), found["behind"].strip()
    try:
        value = decimal_of(digits, numbers)
    except AmbiguousError as error:
        raise _either(error, found["sign"], behind) from error
    except NumberError as error:
        raise ReadingError(_wanted(unit)) from error
    return value * _factor(behind, unit) * (-1 if found["sign"] == "-" else 1)


def _either(error: AmbiguousError, sign: str, behind: str) -> AskedError:
    """Return the question which of two numbers is meant, with either to be taken as it is."""
    ways = [f"{sign}{number}" for number in (error.whole, error.decimal)]
    behind = f" {behind}" if behind else ""
    return AskedError(
        _(_EITHER[error.mark]).format(whole=ways[0], decimal=ways[1]),
        tuple(
            Choice(way, typed + behind, way + behind) for way, typed in ((ways[0], ways[0]), (ways[1], f"{ways[1]}0"))
        ),
    )


def _factor(behind: str, unit: str) -> Decimal:
    """Return what to multiply by for what was typed behind the number: nothing, a prefix, a unit or both."""
    prefix = prefix_of(behind, unit)
    if prefix is not None and prefix in UNITS[unit].prefixes:
        return PREFIXES[prefix] if prefix else Decimal(1)
    if prefix == "m" and unit == "Ω":
        raise ReadingError(_(_NOT_MILLI))
    raise ReadingError(_("“{behind}” is not {unit}. Type the value in {unit}.").format(behind=behind, unit=unit))


def parse_count(typed: str) -> int:
    """Return the number that was counted; ReadingError with what to type instead."""
    try:
        text = tidy(typed)
        if len(text) <= _MOST_COUNTED and text.isdecimal():
            return whole_of(text)
    except NumberError:
        pass
    raise ReadingError(_("Type how many: a whole number, such as 11."))


def show(value: Decimal) -> str:
    """Return ``value`` as a meter would show it."""
    if value.is_infinite():
        return "OL"
    shown = f"{value.normalize():f}"
    return "0" if shown == "-0" else shown
