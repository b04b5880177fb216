"""How long something waits, as an author writes it."""

import pytest

from micra_assistant.guide.waits import seconds_of


@pytest.mark.parametrize(
    ("wait", "seconds"),
    [("3 min", 180), ("3min", 180), (" 30 s ", 30), ("1 h", 3600), ("24 h", 86400), ("90 min", 5400)],
)
def test_a_time_is_read(wait: str, seconds: int) -> None:
    assert seconds_of(wait) == seconds


@pytest.mark.parametrize("wait", ["", "3", "0 min", "3 days", "25 h", "-3 min", "1.5 h", "999999 s", "min"])
def test_what_is_no_such_time_is_none(wait: str) -> None:
    assert seconds_of(wait) == 0
