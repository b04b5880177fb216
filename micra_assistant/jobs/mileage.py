"""The mileage of a car, from what a person types to the kilometres that are kept, and back.

It is typed and shown in kilometres or miles, as the workshop likes, and means the same in every job file.
"""

import re
from decimal import Decimal

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.lookalikes import plate
from micra_assistant.number_words import GAP, grouped
from micra_assistant.numbers import NumberError, tidy, whole_of
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

MOST = 2_000_000
"""No car shows more."""

KM_PER_MILE = Decimal("1.609344")
_UNIT = re.compile(r" ?(?:(?P<km>kms?|км)|mi|mls|miles)\.?", re.IGNORECASE)
_EXAMPLES = {Distance.KM: "84000", Distance.MI: "52000"}
_MOST_SAID = 24


class MileageError(MicraError):
    """What was typed is not a mileage."""


def parse_mileage(typed: str, distance: Distance = Distance.KM) -> int | None:
    """Return the kilometres of ``84000``, ``84.000 km`` or ``52 195 mi``, None if nothing was typed.

    Without a unit it is in that of the workshop. MileageError with what to type instead.
    """
    if not typed.strip():
        return None
    try:
        number, unit = _parted(tidy(typed), distance)
        mileage = _kilometres(whole_of(number), unit)
    except NumberError as error:
        if typed.strip().isdecimal():
            raise _too_much(typed, distance) from error
        example = _EXAMPLES[distance]
        words = _("Mileage is a number such as {example}: {typed} is not. Leave it empty if nobody looked.")
        raise MileageError(words.format(example=example, typed=_said(typed))) from error
    if mileage > MOST:
        raise _too_much(typed, distance)
    return mileage


def _parted(text: str, distance: Distance) -> tuple[str, Distance]:
    """Return the number without its unit, and the unit, which is that of the workshop if none was typed."""
    number = text.rstrip(".").rstrip("KMILESkmilesКМкм").rstrip()  # the last four are Cyrillic
    found = _UNIT.fullmatch(text[len(number) :])
    if not found:
        return text, distance
    return number, Distance.KM if found["km"] else Distance.MI


def _kilometres(number: int, distance: Distance) -> int:
    return number if distance is Distance.KM else round(number * KM_PER_MILE)


def _too_much(typed: str, distance: Distance) -> MileageError:
    most = show_mileage(MOST, distance)
    words = _("Mileage is {most} at most: {typed} is more. Read it off the car again.")
    return MileageError(words.format(most=most, typed=_said(typed)))


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


def show_mileage(mileage: int, distance: Distance = Distance.KM) -> str:
    """Return kilometres as the workshop likes them: ``84 000 km``, or in miles ``52 195 mi``."""
    shown = mileage if distance is Distance.KM else round(mileage / KM_PER_MILE)
    return f"{grouped(shown)}{GAP}{distance}"


def _said(typed: str) -> str:
    text = " ".join(typed.split())
    return f"“{text if len(text) <= _MOST_SAID else text[:_MOST_SAID] + '…'}”"
