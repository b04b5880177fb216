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
_JOINTS = re.compile(r"(?<=[^\d\s])[ .·⋅∙•*-]+(?=[^\d\s])")
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
}
"""By the sign that stands behind the field of a reading."""


def unit_called(name: str) -> str:
    """Return the sign of a unit written with letters that only look like it, such as U+2126; the name if none is."""
    alike = latin(name.replace("\N{OHM SIGN}", "Ω").replace("℃", "°C").replace("º", "°").replace("˚", "°"))
    return alike if alike in UNITS else name


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
    return _JOINTS.sub("", latin(suffix.replace("μ", "u")).strip(_ENDS))  # else micro becomes milli


def _is_unit(text: str, spellings: list[str]) -> bool:
    """Return whether there is nothing in ``text`` but the unit, once, more than once or not at all."""
    rest = text.lower()
    while rest:
        found = next((spelling for spelling in spellings if rest.startswith(spelling)), "")
        if not found:
            return False
        rest = rest.removeprefix(found)
    return True
