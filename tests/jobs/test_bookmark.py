"""Where a job was left."""

import pytest

from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.bookmark import bookmark
from micra_assistant.jobs.events import (
    AnyAct,
    CalledAway,
    CameBack,
    Entered,
    Noted,
    Opened,
    PhotoAdded,
    StepShown,
    Ticked,
    ToolsOut,
    Undone,
)
from micra_assistant.jobs.history import History
from tests.builders import guide_fixture, log_of
from tests.spaces import spaced

GUIDE = """
    # Page {: #page }

    ## One {: #one }

    - [ ] Negative off {: #off undo="Connect the negative" state="battery off" }
    - [ ] Off again {: #off-again undo="Connect the negative" state="battery off" }

    ## Two {: #two }

    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }

    ## Three {: #three }

    - [ ] Volts[^meters] {: #volts unit="V" max="0.5" }

    ## Four {: #four }

    - [ ] Seen {: #seen }
    """

guide = guide_fixture(GUIDE)


def history_of(*acts: AnyAct) -> History:
    """Return the history of a job in which these acts were done; the id of the first is job-1."""
    return History(log_of(Opened("button", "1"), *acts))


def steps(guide: Guide, *acts: AnyAct) -> list[str]:
    """Return the steps that are shown to a person who comes back."""
    return [last.step.id for last in bookmark(guide, history_of(*acts)).steps]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], ["one"]),
        ([Ticked("off")], ["one"]),
        ([Ticked("off"), StepShown("two")], ["one", "two"]),
        ([StepShown("three")], ["three"]),
        ([StepShown("two"), StepShown("three")], ["two", "three"]),
        ([StepShown("two"), StepShown("three"), StepShown("two")], ["three", "two"]),
        ([Ticked("off"), StepShown("two"), StepShown("three"), StepShown("four")], ["one", "four"]),
        ([StepShown("two"), Entered("clips", "11"), StepShown("three"), Ticked("off")], ["one", "three"]),
        (
            [Ticked("off"), StepShown("two"), Entered("clips", "11"), Undone("job-3"), StepShown("four")],
            ["one", "four"],
        ),
        ([Noted("two", "rust"), StepShown("three"), StepShown("four")], ["two", "four"]),
        ([Ticked("off"), StepShown("two"), Noted("two", "rust"), Undone("job-3"), StepShown("four")], ["one", "four"]),
        ([PhotoAdded("two", "f", "f", 1, 1), StepShown("three"), StepShown("four")], ["two", "four"]),
        ([StepShown("two"), CalledAway("three"), CameBack()], ["two", "three"]),
        ([Ticked("gone"), Noted("gone", "rust"), StepShown("two"), StepShown("gone")], ["two", "one"]),
    ],
)
def test_the_last_step_and_the_one_worked_at_before(guide: Guide, acts: list[AnyAct], expected: list[str]) -> None:
    assert steps(guide, *acts) == expected


def test_the_steps_come_with_their_lines_as_they_are_now(guide: Guide) -> None:
    mark = bookmark(guide, history_of(Ticked("off"), StepShown("three"), Entered("volts", "0.9")))
    lines = [(plain(line.item.label), line.done, line.is_wrong) for last in mark.steps for line in last.lines]
    assert lines == [("Negative off", True, False), ("Off again", False, False), ("Volts", True, True)]


def test_what_is_open_is_said_once_and_the_tools_are_those_said_last(guide: Guide) -> None:
    acts = (
        Ticked("off"),
        Ticked("off-again"),
        Entered("clips", "11"),
        ToolsOut(("Torch",)),
        ToolsOut(("Meter", "Prop")),
    )
    mark = bookmark(guide, history_of(*acts))
    assert [spaced(opening.words) for opening in mark.openings] == ["battery off", "clips out · 11 clips"]
    assert mark.tools_out == ("Meter", "Prop")
