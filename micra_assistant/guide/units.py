"""The units of readings, and how people write them behind a number."""

import re
from decimal import Decimal

from msgspec import Struct

from micra_assistant.lookalikes import latin

PREFIXES = {
    "G": Decimal(10**9),
    "M": Decimal(10**6),
    "k": Decimal(1000),
    "m": Decimal("0.001"),
    "u": Decimal("0.000001"),
}
"""What a prefix multiplies by; ``u`` stands for micro."""

_LETTERS = {"G": "G", "M": "M", "k": "k", "K": "k", "m": "m", "u": "u", "mk": "u"}
_WORDS = {"giga": "G", "mega": "M", "meg": "M", "kilo": "k", "kil": "k", "milli": "m", "micro": "u"}
_JOINTS = r"(?<=[^\d\s])[ .·⋅∙•*-]+(?=[^\d\s])"
_ENDS = " ."


class Unit(Struct, frozen=True):
    """A unit that a reading can have.

    Attributes:
        spellings: how people write it, in small letters, those of other scripts as the Latin ones they look like.
        prefixes: those that are used with it.
        point: the letter that may stand for the decimal point, as in ``0R5``; empty if none does.
        negative, open: whether it can be below zero, and more than a meter can show.
    """

    spellings: tuple[str, ...]
    prefixes: str = ""
    point: str = ""
    negative: bool = True
    open: bool = False


UNITS = {
    "Ω": Unit(
        ("ω", "ohm", "ohms", "om", "r"),
        prefixes="kMG",
        point="R",
        negative=False,
        open=True,
    ),
    "V": Unit(("v", "volt", "volts", "dc", "b"), prefixes="mku", point="V"),
    "A": Unit(("a", "amp", "amps", "ampere", "amperes", "dc"), prefixes="mu"),
    "mm": Unit(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), negative=False),
    "°C": Unit(("°c", "c", "°", "oc", "degc", "degrees", "celsius")),
    "Nm": Unit(("nm", "hm", "newtonmetre", "newtonmetres", "newtonmeter", "newtonmeters"), negative=False),
    "s": Unit(("s", "sec", "secs", "second", "seconds", "c", "cek"), negative=False),
    "bar": Unit(("bar", "bars", "6ap")),
    "kPa": Unit(("kpa", "kilopascal", "kilopascals")),
    "l": Unit(("l", "litre", "litres", "liter", "liters"), negative=False),
    "km": Unit(("km", "kilometre", "kilometres", "kilometer", "kilometers"), negative=False),
    "rpm": Unit(("rpm", "1/min", "revs"), negative=False),
    "%": Unit(("%", "percent", "percents"), negative=False),
}
"""By the sign that stands behind the field of a reading."""


def unit_called(name: str) -> tuple[str, Decimal]:
    """Return the sign of the unit that an author wrote, and what a limit in it is multiplied by.

    It may be written with letters that only look like the sign, such as U+2126, or in words: ``kohm`` is Ω and 1000.
    What is no unit, or could be two, is returned as it is.
    """
    alike = latin(name.replace("\N{OHM SIGN}", "Ω").replace("℃", "°C").replace("º", "°").replace("˚", "°"))
    if alike in UNITS:
        return alike, Decimal(1)
    meant = [(sign, prefix) for sign in UNITS if (prefix := _prefix_in_a_name(alike, sign)) is not None]
    if len(meant) != 1:
        return name, Decimal(1)
    sign, prefix = meant[0]
    return sign, PREFIXES.get(prefix, Decimal(1))


def _prefix_in_a_name(name: str, sign: str) -> str | None:
    """Return the prefix of a unit in words; None if it is another unit, or one with a prefix that is not for limits."""
    prefix = prefix_of(name, sign) if len(name) > 1 else None
    return prefix if prefix == "" or (prefix and sign == "Ω" and prefix in UNITS[sign].prefixes) else None


def prefix_of(suffix: str, unit: str) -> str | None:
    """Return the prefix in what stands behind a number: empty if it is the bare unit, None if it is another unit."""
    joined = _joined(suffix)
    spellings = sorted(UNITS[unit].spellings, key=len, reverse=True)
    if _is_unit(joined, spellings):
        return ""
    for length in range(min(len("milli"), len(joined)), 0, -1):
        head, rest = joined[:length], joined[length:]
        prefix = _LETTERS.get(head) or _WORDS.get(head.lower())
        if prefix and _is_unit(rest, spellings):
            return prefix
    return None


def _joined(suffix: str) -> str:
    """Return what stands behind a number without what may part its letters: ``k Ω``, ``N·m``, ``Ω Ω``, ``V.``."""
    return re.sub(_JOINTS, "", latin(suffix.replace("μ", "u")).strip(_ENDS))  # else micro becomes milli


def _is_unit(text: str, spellings: list[str]) -> bool:
    """Return whether there is nothing in ``text`` but the unit, once, more than once or not at all."""
    rest = text.lower()
    while rest:
        found = next((spelling for spelling in spellings if rest.startswith(spelling)), "")
        if not found:
            return False
        rest = rest.removeprefix(found)
    return True
