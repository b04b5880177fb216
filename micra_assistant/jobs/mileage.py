"""The mileage of a car, from what a person types to the number that the car shows."""

import re

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.jobs.records.listing import JobQuery, JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.lookalikes import plate
from micra_assistant.numbers import NumberError, tidy, whole_of

MOST = 2_000_000
"""No car shows more."""

_GAP = "\N{NO-BREAK SPACE}"
_UNIT = re.compile(r" ?(?:kms?|mi|mls|miles|км)\.?", re.IGNORECASE)
_MOST_SAID = 24


class MileageError(MicraError):
    """What was typed is not a mileage."""


def parse_mileage(typed: str) -> int | None:
    """Return the number of ``84000``, ``84 000`` or ``84.000 km``, None if nothing was typed.

    The unit is that of the car: nothing is converted. MileageError with what to type instead.
    """
    if not typed.strip():
        return None
    try:
        mileage = whole_of(_without_unit(tidy(typed)))
    except NumberError as error:
        if typed.strip().isdecimal():
            raise _too_much(typed) from error
        words = f"Mileage is a number such as 84000: {_said(typed)} is not. Leave it empty if nobody looked."
        raise MileageError(words) from error
    if mileage > MOST:
        raise _too_much(typed)
    return mileage


def _without_unit(text: str) -> str:
    number = text.rstrip(".").rstrip("KMILESkmilesКМкм").rstrip()  # the last four are Cyrillic
    return number if _UNIT.fullmatch(text[len(number) :]) else text


def _too_much(typed: str) -> MileageError:
    return MileageError(f"Mileage is {show_mileage(MOST)} at most: {_said(typed)} is more. Read it off the car again.")


class Reached(Struct, frozen=True):
    """What a car showed when an earlier job was begun."""

    mileage: int
    job: JobRow


def reached(store: Store, car: str, before: str = "") -> Reached | None:
    """Return the last mileage known of a car, by its registration however that is written; None if none is.

    Only jobs count that were begun ``before`` a time, as Event.at; all if that is empty. StoreError as ``rows``.
    """
    if not (wanted := plate(car)):
        return None
    rows = [row for row in store.rows(JobQuery(wanted)) if plate(row.car) == wanted and row.mileage is not None]
    last = max((row for row in rows if not before or row.begun < before), key=lambda row: row.begun, default=None)
    return Reached(last.mileage, last) if last and last.mileage is not None else None


def show_mileage(mileage: int) -> str:
    """Return a mileage in groups of three, as ``84 000``."""
    return f"{mileage:,}".replace(",", _GAP)


def _said(typed: str) -> str:
    text = " ".join(typed.split())
    return f"“{text if len(text) <= _MOST_SAID else text[:_MOST_SAID] + '…'}”"
