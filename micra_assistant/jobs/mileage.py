"""The mileage of a car, from what a person types to the number that the car shows."""

import re
import unicodedata

from micra_assistant.errors import MicraError

MOST = 2_000_000
"""No car shows more."""

_GAP = "\N{NO-BREAK SPACE}"
_UNIT = r"(?:(?:km|kms|mi|mls|miles|км)\.?)"
_NUMBER = re.compile(rf"([0-9]+|[0-9]{{1,3}}(?:[ .,'’][0-9]{{3}})++)\s*{_UNIT}?", re.IGNORECASE)
_MOST_SAID = 24


class MileageError(MicraError):
    """What was typed is not a mileage."""


def parse_mileage(typed: str) -> int | None:
    """Return the number of ``84000``, ``84 000`` or ``84.000 km``, None if nothing was typed.

    The unit is that of the car: nothing is converted. MileageError with what to type instead.
    """
    text = " ".join(unicodedata.normalize("NFKC", typed).split())
    if not text:
        return None
    number = _NUMBER.fullmatch(text)
    if number is None or any(unicodedata.category(letter) == "No" for letter in typed):
        raise MileageError(
            f"Mileage is a number such as 84000: {_said(typed)} is not. Leave it empty if nobody looked."
        )
    digits = re.sub("[^0-9]", "", number[1]).lstrip("0") or "0"
    if len(digits) > len(str(MOST)) or int(digits) > MOST:
        raise MileageError(
            f"Mileage is {show_mileage(MOST)} at most: {_said(typed)} is more. Read it off the car again."
        )
    return int(digits)


def show_mileage(mileage: int) -> str:
    """Return a mileage in groups of three, as ``84 000``."""
    return f"{mileage:,}".replace(",", _GAP)


def _said(typed: str) -> str:
    text = " ".join(typed.split())
    return f"“{text if len(text) <= _MOST_SAID else text[:_MOST_SAID] + '…'}”"
