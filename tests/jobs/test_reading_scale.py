"""The scale of a reading: its bands, and where a value lies."""

from decimal import Decimal

import pytest

from micra_assistant.guide.model import Reading, Words
from micra_assistant.jobs.reading_scale import Band, BandKind, band_of, bands_of, place_in

ONE, TEN = Decimal(1), Decimal(10)


def reading(low: str = "", high: str = "", name: str = "pressed") -> Reading:
    """Return a reading in ohms with limits."""
    limits = (Decimal(limit) if limit else None for limit in (low, high))
    low_limit, high_limit = limits
    return Reading(id=name, label=(Words("Pressed"),), unit="Ω", low=low_limit, high=high_limit)


def test_a_reading_without_limits_has_no_scale() -> None:
    assert bands_of(reading()) == ()


def test_limits_make_a_good_band_between_bad_ones() -> None:
    assert [band.kind for band in bands_of(reading("1", "10"))] == [BandKind.BAD, BandKind.GOOD, BandKind.BAD]
    assert [band.kind for band in bands_of(reading(high="1"))] == [BandKind.GOOD, BandKind.BAD]
    assert [band.kind for band in bands_of(reading(low="1"))] == [BandKind.BAD, BandKind.GOOD]


@pytest.mark.parametrize(
    ("value", "kind"),
    [("0.4", BandKind.GOOD), ("1", BandKind.GOOD), ("1.1", BandKind.BAD), ("Infinity", BandKind.BAD)],
)
def test_a_value_lies_in_a_band(value: str, kind: BandKind) -> None:
    bands = bands_of(reading(high="1"))
    band = band_of(Decimal(value), bands, bands[0])
    assert band is not None
    assert band.kind is kind


@pytest.mark.parametrize(
    ("low", "high", "value", "place"),
    [
        (ONE, TEN, "1", 0.0),
        (ONE, TEN, "10", 1.0),
        (ONE, TEN, "5.5", 0.5),
        (None, ONE, "0.25", 0.25),
        (TEN, None, "20", 0.5),
        (TEN, None, "Infinity", 1.0),
    ],
)
def test_a_value_has_a_place_in_its_band(low: Decimal | None, high: Decimal | None, value: str, place: float) -> None:
    assert place_in(Band(BandKind.GOOD, low, high), Decimal(value)) == pytest.approx(place)
