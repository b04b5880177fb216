"""Waits in a job file: they go out and come in again, and what is no wait is refused."""

import pytest
from msgspec import Raw

from micra_assistant.jobs.events import AnyAct, WaitBegun, WaitLeftOut, encode
from micra_assistant.jobs.jobfile.acts import read_act
from micra_assistant.jobs.jobfile.refusal import UnusableError


@pytest.mark.parametrize("act", [WaitBegun("waited"), WaitLeftOut("waited", "no airbag there"), WaitLeftOut("waited")])
def test_a_wait_comes_in_as_it_went_out(act: AnyAct) -> None:
    assert read_act(Raw(encode(act).encode()), "event 1") == act


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"act": "wait-begun"}', "event 1"),
        ('{"act": "wait-begun", "item": "waited", "minutes": 3}', "event 1"),
        ('{"act": "wait-left-out", "item": "waited", "reason": "%s"}' % ("x" * 100_001), "reason is longer than"),
    ],
)
def test_what_is_no_wait_is_refused(content: str, message: str) -> None:
    with pytest.raises(UnusableError, match=message):
        read_act(Raw(content.encode()), "event 1")
