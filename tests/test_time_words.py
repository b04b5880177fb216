"""Moments and lengths of time in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from micra_assistant.time_words import (
    clock_words,
    date_words,
    day_words,
    duration_words,
    estimate_words,
    event_words,
    moment_words,
    when_and_who,
)
from tests.clocks import clock_in
from tests.spaces import spaced

MOMENT = datetime(2026, 11, 20, 22, 2, 59, tzinfo=UTC)


@pytest.fixture
def east_of_london() -> Iterator[None]:
    """Put this computer where clocks are three hours ahead."""
    with clock_in("XYZ-3"):
        yield


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(hours=-1), "under 1 min"),
        (timedelta(0), "under 1 min"),
        (timedelta(seconds=29), "under 1 min"),
        (timedelta(seconds=30), "1 min"),
        (timedelta(seconds=89), "1 min"),
        (timedelta(seconds=150), "3 min"),
        (timedelta(minutes=59, seconds=29), "59 min"),
        (timedelta(minutes=59, seconds=30), "1 h"),
        (timedelta(hours=1, minutes=12), "1 h 12 min"),
        (timedelta(days=2, minutes=5), "48 h 5 min"),
    ],
)
def test_a_length_of_time_is_told_to_the_nearest_minute(time: timedelta, words: str) -> None:
    assert spaced(duration_words(time)) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "under 1 min"), (0.4, "under 1 min"), (2.5, "about 3 min"), (25, "about 25 min"), (90, "about 1 h 30 min")],
)
def test_an_estimate_says_that_it_is_one(minutes: float, words: str) -> None:
    assert spaced(estimate_words(minutes)) == words


@pytest.mark.usefixtures("east_of_london")
def test_a_moment_is_told_by_the_clock_of_this_place() -> None:
    assert clock_words(MOMENT) == "01:02"
    assert date_words(MOMENT) == "2026-11-21"
    assert day_words(MOMENT) == "Saturday, 2026-11-21"
    assert moment_words(MOMENT) == "2026-11-21 01:02"


def test_a_moment_is_told_by_the_clock_of_another_place() -> None:
    zone = timezone(timedelta(hours=-5))
    assert day_words(MOMENT, zone) == "Friday, 2026-11-20"
    assert when_and_who(MOMENT.isoformat(), "Anna", zone) == "2026-11-20 17:02 · Anna"


@pytest.mark.parametrize("at", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_moment_is_left_out(at: str) -> None:
    assert event_words(at) == ""
    assert when_and_who(at, "Anna") == "Anna"
    assert when_and_who(at, "") == ""
