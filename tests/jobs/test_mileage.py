"""The mileage as people type it."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.events import Opened
from micra_assistant.jobs.mileage import MOST, MileageError, parse_mileage, reached, show_mileage
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.workshop.values import Distance
from tests.jobs.kept_jobs import keep_job

MILEAGE = st.integers(0, MOST)


@pytest.mark.parametrize(
    ("typed", "mileage"),
    [
        ("84000", 84000),
        (" 84 000 km ", 84000),
        ("84.000", 84000),
        ("84’000", 84000),
        ("1 234 567", 1234567),
        ("84\N{NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}км", 84000),
        ("84000KM.", 84000),
        ("８４０００", 84000),
        ("0084000", 84000),
        ("0", 0),
        ("٨٤٠٠٠", 84000),
        ("84.000 км", 84000),
        ("1.234.567", 1234567),
        ("2 000 000", MOST),
        ("", None),
        (" \t", None),
    ],
)
def test_what_is_understood(typed: str, mileage: int | None) -> None:
    assert parse_mileage(typed) == mileage


@pytest.mark.parametrize(
    "typed",
    [
        "about ninety",
        "84 00",
        "84.5",
        "8 4000",
        "84k",
        "-5",
        "84000 kg",
        "84²",
        "84 000.000",
        "0.123",
        "84,000.5",
        "84\N{BULLET}000",
        "km",
    ],
)
def test_what_is_no_mileage(typed: str) -> None:
    with pytest.raises(MileageError, match=r"Mileage is a number such as 84000: “.+” is not"):
        parse_mileage(typed)


def test_words_are_refused_in_a_sentence() -> None:
    with pytest.raises(MileageError) as refused:
        parse_mileage(" about  ninety ")
    words = "Mileage is a number such as 84000: “about ninety” is not. Leave it empty if nobody looked."
    assert str(refused.value) == words


@pytest.mark.parametrize("typed", ["2000001", "9" * 5000])
def test_no_car_shows_more_than_two_million(typed: str) -> None:
    with pytest.raises(MileageError, match="is more") as refused:
        parse_mileage(typed)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize("typed", ["52195 mi", "52,195 miles", "52 195MLS."])
@pytest.mark.parametrize("distance", Distance)
def test_a_unit_that_is_typed_counts_whatever_the_workshop_likes(typed: str, distance: Distance) -> None:
    assert parse_mileage(typed, distance) == 84000
    assert parse_mileage("84 000 km", distance) == 84000


@given(st.integers(0, 1_242_742))
def test_miles_come_back_as_they_were_typed(miles: int) -> None:
    kept = parse_mileage(str(miles), Distance.MI)
    assert kept is not None
    shown = show_mileage(kept, Distance.MI)
    assert shown.replace("\N{NO-BREAK SPACE}", "") == f"{miles}mi"
    assert parse_mileage(shown, Distance.MI) == kept


def test_what_is_no_mileage_is_refused_in_the_unit_of_the_workshop() -> None:
    with pytest.raises(MileageError, match="such as 52000"):
        parse_mileage("far", Distance.MI)
    with pytest.raises(MileageError, match=r"Mileage is 1.242.742.mi at most: “1242743” is more"):
        parse_mileage("1242743", Distance.MI)


@given(MILEAGE, st.sampled_from(["", " km", "km", " KM."]))
def test_what_is_shown_is_understood(mileage: int, unit: str) -> None:
    assert parse_mileage(show_mileage(mileage)) == mileage
    assert parse_mileage(f"{mileage}{unit}") == mileage


@given(MILEAGE, st.sampled_from(" .,'’"))
def test_groups_of_three_may_be_apart(mileage: int, gap: str) -> None:
    assert parse_mileage(f"{mileage:,}".replace(",", gap)) == mileage


@given(st.text(max_size=40) | st.text("0123456789 .,km", max_size=12))
def test_anything_else_is_a_mileage_or_refused(typed: str) -> None:
    try:
        mileage = parse_mileage(typed)
    except MileageError:
        return
    assert (mileage is None) == (not typed.strip())
    assert mileage is None or 0 <= mileage <= MOST


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    """Return a store with three jobs on one car, one of them without its mileage, and one on another."""
    with closing(SqliteStore(None)) as opened:
        keep_job(opened, "first", Opened("key", "1", "А123ВС 77", mileage=84000), at="2026-01-01T10:00:00.000+00:00")
        keep_job(opened, "second", Opened("key", "1", "a.123-bc/77", mileage=90000), at="2026-03-01T10:00:00.000+00:00")
        keep_job(opened, "third", Opened("key", "1", "A123BC77"), at="2026-05-01T10:00:00.000+00:00")
        keep_job(opened, "other", Opened("key", "1", "A123BC777", mileage=5), at="2026-06-01T10:00:00.000+00:00")
        yield opened


@pytest.mark.parametrize("car", ["A123BC 77", "А123ВС77", "a-123 bc 77", "A.123.BC/77"])
def test_the_last_mileage_is_that_of_the_same_car_however_its_registration_is_written(
    store: SqliteStore, car: str
) -> None:
    last = reached(store, car)
    assert last is not None
    assert (last.mileage, last.job.id) == (90000, "second")


def test_a_job_is_compared_with_those_before_it(store: SqliteStore) -> None:
    before = reached(store, "A123BC 77", before="2026-03-01T10:00:00.000+00:00")
    assert before is not None
    assert before.job.id == "first"
    assert reached(store, "A123BC 77", before="2026-01-01T10:00:00.000+00:00") is None


@pytest.mark.parametrize("car", ["", " - ", "A123", "XY99"])
def test_another_car_has_no_last_mileage(store: SqliteStore, car: str) -> None:
    assert reached(store, car) is None
