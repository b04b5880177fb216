"""A job is closed only while nothing is open on the car, unless somebody says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.model import Guide, Tick
from micra_assistant.jobs.checklist import Checklist, Opening
from micra_assistant.jobs.closing import StillOpenError, settled, unfinished
from micra_assistant.jobs.events import AnyAct, Closed, Entered, Held, Ticked
from micra_assistant.jobs.given_reasons import is_reason
from tests.builders import guide_fixture, state_after, words

OFF = Opening(Tick(id="off", label=words("Off"), undo="On", state="battery off"))
PANEL = Opening(Tick(id="panel", label=words("Panel"), undo="Fit it", state="panel off"))
OUTCOME = Closed("Contacts worn", "Used part", Held.YES, "Quick one")


def test_while_nothing_is_open_the_outcome_is_kept_as_it_is() -> None:
    assert settled(OUTCOME, ()) == OUTCOME


def test_while_something_is_open_it_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(StillOpenError) as refused:
        settled(OUTCOME, (OFF, PANEL))
    assert str(refused.value) == (
        "Still open on the car: battery off, panel off. Put it back, or say why the job is closed all the same."
    )


def test_with_a_reason_it_is_kept_with_what_is_left_open() -> None:
    closed = Closed("Contacts worn", "Used part", Held.YES, "Quick one", override=" car is towed ")
    assert settled(closed, (OFF, PANEL, OFF)) == Closed(
        "Contacts worn", "Used part", Held.YES, "Quick one", ("battery off", "panel off"), "car is towed"
    )


def test_what_a_view_says_to_be_open_does_not_count() -> None:
    claimed = Closed(left_open=("nothing much",), override="because")
    assert settled(claimed, ()) == Closed()
    assert settled(claimed, (OFF,)).left_open == ("battery off",)


@pytest.mark.parametrize("given_reason", ["", "  ", "...", "123", "ok", "a b", "- - -"])
def test_a_reason_has_letters(given_reason: str) -> None:
    assert not is_reason(given_reason)
    with pytest.raises(StillOpenError):
        settled(Closed(override=given_reason), (OFF,))


@pytest.mark.parametrize("given_reason", ["tow", "Буксир", "to be towed", "x 1 y 2 z"])
def test_a_few_letters_are_a_reason(given_reason: str) -> None:
    assert is_reason(given_reason)
    assert settled(Closed(override=given_reason), (OFF,)).override == given_reason


@given(st.text(), st.lists(st.sampled_from([OFF, PANEL])))
def test_nothing_that_is_open_goes_unnamed(reason: str, openings: list[Opening]) -> None:
    try:
        kept = settled(Closed(override=reason), openings)
    except StillOpenError:
        assert openings
        return
    assert set(kept.left_open) == {opening.words for opening in openings}
    assert bool(kept.override) == bool(openings)


guide = guide_fixture(
    """
    # Page {: #page }

    ## One {: #one }

    - [ ] Look {: #look }

    !!! warning "Short circuit"
        It burns. Lift the clamp.

        - [ ] Volts[^meters] {: #volts unit="V" max="0.5" }

    - [ ] Touch {: #touch }

    ## Two {: #two }

    - [ ] Clean {: #clean }
    """
)
"""A guide with a gate."""


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], []),
        ([Ticked("look")], [("one", 1, 3, 1)]),
        ([Ticked("clean")], []),
        ([Ticked("look"), Entered("volts", "0.9")], [("one", 2, 3, 1)]),
        ([Ticked("look"), Entered("volts", "0.2")], [("one", 2, 3, 0)]),
        ([Ticked("look"), Entered("volts", "0.2"), Ticked("touch")], []),
    ],
)
def test_steps_that_were_begun_and_not_finished(
    guide: Guide, acts: list[AnyAct], expected: list[tuple[str, int, int, int]]
) -> None:
    found = unfinished(guide, Checklist(guide, state_after(*acts)))
    assert [(one.step.id, one.done, one.of, one.gates) for one in found] == expected
