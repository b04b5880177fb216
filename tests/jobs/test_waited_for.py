"""Which part a job waits for, in words."""

from datetime import timedelta, timezone

import pytest

from micra_assistant.jobs.events import Event, PartAwaited, PartCame
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.state_changes import changed_by
from micra_assistant.jobs.waited_for import waits_words

EAST = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("part", "since", "words"),
    [
        ("", "", ""),
        ("", "2026-11-29T22:30:00.000+00:00", ""),
        ("Button", "", "waits for Button"),
        ("Button", "2026-11-29T22:30:00.000+00:00", "waits for Button, ordered on 2026-11-30"),
    ],
)
def test_it_says_the_part_and_the_day_by_the_clock_here(part: str, since: str, words: str) -> None:
    assert waits_words(part, since, EAST) == words


def test_the_day_goes_with_the_part() -> None:
    at = "2026-11-29T22:30:00.000+00:00"
    waiting = changed_by(JobState(), Event("1", "job", 1, at, PartAwaited("Button")))
    assert (waiting.waits_for, waiting.waits_since) == ("Button", at)
    for act in (PartCame(), PartAwaited("")):
        assert changed_by(waiting, Event("2", "job", 2, at, act)).waits_since == ""
