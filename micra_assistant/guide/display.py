"""What the display of a meter shows when the value is more than it can show: OL, or a 1 with nothing behind it."""

import re

from micra_assistant.guide.units import prefix_of
from micra_assistant.lookalikes import latin

_OVER = (
    *("ol", "0l", "oл", "0л", "oλ", "ool", "0ol", "o0l", "00l", "ofl", "of"),
    *("overload", "overrange", "overlimit", "overflow", "over", "outofrange"),
    *("opencircuit", "openloop", "openline", "open", "infinity", "infinite", "inf", "∞"),
)
"""What is shown, and what people say to it, the longer first where one begins with the other."""
_GAPS = r"[\s._/-]+"
_ONE = r"\+? ?[1Ili|ı][ .,'·_-]*+(?P<behind>[kKMG]? ?Ω*)[ .]*"
"""The letters that look like it are typed by those who copy a display. The word ``ohm`` is never on one."""
_SMALL_L = r"(?P<digits>0?\.0*)l(?P<behind>.*)"


def is_over(text: str, unit: str) -> bool:
    """Return whether a tidy text says that the meter shows more than it can, with the unit or without."""
    shown = re.sub(_GAPS, "", latin(text)).lower()
    if text.startswith("-"):
        return False
    said = (shown.removeprefix(word) for word in _OVER if shown.startswith(word))
    return any(prefix_of(rest, unit) is not None for rest in said)


def lone_one(text: str) -> str | None:
    """Return what stands behind the 1 in a tidy text that may be a display over its range; None if it is no such."""
    found = re.fullmatch(_ONE, latin(text))
    return found["behind"].strip() if found else None


def with_one(text: str) -> str | None:
    """Return a tidy text such as ``0.l`` with a 1 for the small L behind its point; None if it is no such."""
    found = re.fullmatch(_SMALL_L, text)
    return f"{found['digits']}1{found['behind']}" if found else None
