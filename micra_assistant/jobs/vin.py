"""The number of a vehicle (VIN): how what is typed or scanned is read, what may be meant, and what looks odd in it."""

import re

from micra_assistant.errors import MicraError
from micra_assistant.lookalikes import latin
from micra_assistant.words import _, ngettext

LONGEST_TYPED = 40
_LETTERS = 17
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_BLANKS = re.compile(r"[\s\-*]+")
"""A number is printed in groups, on some papers between stars."""
_NEVER = str.maketrans("IOQ", "100")
_WITH_CHECK_DIGIT = "12345L"
"""What a number begins with where the law asks for a check digit: North America and China."""
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", [*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_DIGITS = "0123456789X"
_PLACE = 8


class VinError(MicraError):
    """What was typed is no VIN: why, in a sentence.

    Attributes:
        meant: the VIN that may be meant, for the person to say so; empty if none may.
    """

    def __init__(self, words: str, meant: str = "") -> None:
        super().__init__(words)
        self.meant = meant


def is_vin(text: str) -> bool:
    """Whether a text can be nothing but a VIN."""
    return _VIN.fullmatch(_tidy(text)) is not None


def parse_vin(text: str) -> str:
    """Return the VIN that was typed, in capitals without blanks; empty if nothing was. VinError if it is none."""
    typed = _tidy(text)
    if not typed or _VIN.fullmatch(typed):
        return typed
    meant = latin(typed).translate(_NEVER)
    raise VinError(_fault(typed), meant if _VIN.fullmatch(meant) else "")


def vin_hint(vin: str) -> str:
    """Return what looks odd in a VIN that is kept all the same, empty if nothing does."""
    if vin[:1] not in tuple(_WITH_CHECK_DIGIT) or not is_vin(vin) or vin[_PLACE] == _check_digit(vin):
        return ""
    return _("The ninth sign, {sign}, does not fit the others: compare it with the car.").format(sign=vin[_PLACE])


def _tidy(text: str) -> str:
    return _BLANKS.sub("", text).upper()


def _fault(typed: str) -> str:
    if len(typed) != _LETTERS:
        words = ngettext(
            "A VIN has 17 letters and digits, such as SJNFAAK12U1234567; this has {count}.",
            "A VIN has 17 letters and digits, such as SJNFAAK12U1234567; this has {count}.",
            len(typed),
        )
        return words.format(count=len(typed))
    if latin(typed) != typed:
        return _("There are letters of another alphabet in this VIN that look like Latin ones.")
    if typed.translate(_NEVER) != typed:
        return _("There is no I, O or Q in a VIN, as they look like 1 and 0.")
    return _("A VIN has only the letters A to Z and digits.")


def _check_digit(vin: str) -> str:
    values = (int(sign) if sign.isdecimal() else _VALUES[sign] for sign in vin)
    return _CHECK_DIGITS[sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True)) % 11]
