"""Moments and lengths of time in words."""

from datetime import UTC, datetime, timedelta

import pytest

from micra_assistant.ui.time_words import clock_words, day_words, duration_words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(0), "under 1 min"),
        (timedelta(seconds=59), "under 1 min"),
        (timedelta(seconds=60), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h 00 min"),
        (timedelta(hours=1, minutes=12), "1 h 12 min"),
        (timedelta(days=2, minutes=5), "48 h 05 min"),
    ],
)
def test_a_length_of_time(time: timedelta, words: str) -> None:
    assert duration_words(time) == words


def test_a_moment_is_told_by_the_clock_of_this_place() -> None:
    moment = datetime(2026, 11, 20, 14, 2, 59, tzinfo=UTC)
    here = moment.astimezone()
    assert clock_words(moment) == here.strftime("%H:%M")
    assert str(here.day) in day_words(moment)
    assert "2026" in day_words(moment)
