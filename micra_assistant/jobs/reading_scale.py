"""The scale of a reading: which values are good, doubtful and bad, as the guide and its fault model have them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from micra_assistant.guide import measure
from micra_assistant.guide.measure import ReadingError
from micra_assistant.guide.model import Reading
from micra_assistant.jobs.checklist import Line

if TYPE_CHECKING:
    from micra_assistant.diagnosis.fault_model import Limits, Model


class BandKind(StrEnum):
    """What it says if a value lies in a band."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


class Band(Struct, frozen=True):
    """Values from ``low`` to ``high``, None where there is no end; ``words`` say what they mean, if that is said."""

    kind: BandKind
    low: Decimal | None
    high: Decimal | None
    words: str = ""


def bands_of(reading: Reading, model: "Model | None" = None) -> tuple[Band, ...]:
    """Return the bands of a reading from the lowest to the highest, none if it has no limits.

    A fault model that turns the reading into answers says more than the limits: its bands have the words of these.
    """
    if not reading.has_limits:
        return ()
    for test in model.tests if model else ():
        if reading.id in (test.item, *test.again) and _is_whole(test.limits):
            return _answered(reading, test.limits, test.answers)
    return _limited(reading)


def value_of(line: Line) -> Decimal | None:
    """Return the value of a reading as it is judged, None if there is none; infinite if it is over the range."""
    if not isinstance(line.item, Reading) or not line.is_measured:
        return None
    if line.corrected is not None:
        return line.corrected
    try:
        return measure.parse(line.value, line.item.unit)
    except ReadingError:
        return None


def band_of(value: Decimal, bands: Sequence[Band], good: Band | None) -> Band | None:
    """Return the band in which a value lies; at an end of the ``good`` one that, None if it lies in none."""
    found = [band for band in bands if _holds(band, value)]
    return good if good in found else next(iter(found), None)


def place_in(band: Band, value: Decimal) -> float:
    """Return where a value lies in a band, from 0 to 1; what has no end gets closer to it the further it goes."""
    low, high = band.low, band.high
    if not value.is_finite():
        return 1.0 if value > 0 else 0.0
    if low is not None and high is not None:
        return float((value - low) / (high - low)) if high > low else 0.5
    if low is not None:
        return float(1 - low / value) if value > low > 0 else float(value - low > 0) / 2
    if high is not None and high > 0 and value >= 0:
        return float(value / high)
    return 0.5


def _holds(band: Band, value: Decimal) -> bool:
    return (band.low is None or value >= band.low) and (band.high is None or value <= band.high)


def _limited(reading: Reading) -> tuple[Band, ...]:
    low, high = reading.low, reading.high
    good = Band(BandKind.GOOD, low, high)
    below = (Band(BandKind.BAD, None, low),) if low is not None else ()
    above = (Band(BandKind.BAD, high, None),) if high is not None else ()
    return (*below, good, *above)


def _answered(reading: Reading, limits: "Sequence[Limits]", answers: Mapping[str, str]) -> tuple[Band, ...]:
    """Return a band for each answer; beside the good ones they are doubtful, if worse ones lie beyond."""
    is_good = [_is_within(limit, reading) for limit in limits]
    bands = []
    for place, limit in enumerate(limits):
        beside = any(is_good[max(0, place - 1) : place + 2])
        is_last = place in (0, len(limits) - 1)
        kind = BandKind.GOOD if is_good[place] else BandKind.DOUBTFUL if beside and not is_last else BandKind.BAD
        bands.append(Band(kind, limit.low, limit.high, answers[limit.answer]))
    return tuple(bands)


def _is_whole(limits: "Sequence[Limits]") -> bool:
    """Whether there is an answer for every reading there can be."""
    if not limits or limits[0].low is not None or limits[-1].high is not None:
        return False
    return all(one.high == other.low is not None for one, other in pairwise(limits))


def _is_within(limit: "Limits", reading: Reading) -> bool:
    low = limit.low if limit.low is not None else Decimal("-Infinity")
    high = limit.high if limit.high is not None else Decimal("Infinity")
    return (reading.low is None or low >= reading.low) and (reading.high is None or high <= reading.high)
