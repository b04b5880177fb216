"""A line that waits: it counts down, can be ticked at its end, and is left out only for a reason."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from micra_assistant.jobs.events import Ticked, WaitBegun, WaitLeftOut
from micra_assistant.ui.checklist.wait_row import WaitRow
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import Files, write_guide
from tests.ui.hands import Hands, Workshop
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
GUIDE: Files = {
    "10-airbags.md": """
        # Airbags {: #airbags }

        ## Wait {: #wait }

        !!! warning "Airbag firing"
            It can fire in your face. Wait the full time.

            - [ ] Power off {: #off undo="Power on" state="power off" }
            - [ ] Waited[^meters] {: #waited wait="3 min" }

        - [ ] Covers off {: #covers }

        ## Power on {: #power-on }

        - [ ] Power on {: #on undoes="off" }
        """,
    "20-next.md": "# Next {: #next }\n\n## Go on {: #go-on }\n\n- [ ] Gone on {: #gone-on }\n",
}


class Bench:
    """Hands at a job by a clock that is set by hand."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.set_clock(0)
        hands.pass_gate("off")

    def set_clock(self, minutes: float) -> None:
        """Set the clock so many minutes after noon; the window shows it as when its timer rings."""
        job = self.hands.window.workbench.shown
        assert job
        job.clock = lambda: NOON + timedelta(minutes=minutes)
        self.hands.window.workbench.changed.emit()
        self.hands.window.body.checklist.wait_clock.show_time()

    @property
    def row(self) -> WaitRow:
        """The row that waits."""
        row = self.hands.row("waited")
        assert isinstance(row, WaitRow)
        return row

    @property
    def runs(self) -> bool:
        """Whether the timer runs."""
        return self.hands.window.body.checklist.wait_clock.runs

    @property
    def acts(self) -> list[object]:
        """What was done about the wait."""
        job = self.hands.window.workbench.shown
        assert job
        acts = [event.act for event in job.history.events]
        return [act for act in acts if isinstance(act, Ticked | WaitBegun | WaitLeftOut) and act.item == "waited"]


@pytest.fixture
def bench(tmp_path: Path, workshop: Workshop) -> Bench:
    """Return a job with this guide, its power off."""
    workshop.guides = write_guide(tmp_path / "own", GUIDE).parent
    hands = workshop.open()
    hands.begin("button")
    return Bench(hands)


def test_the_first_tap_begins_the_wait_and_no_timer_runs_before(bench: Bench) -> None:
    assert not bench.runs
    assert bench.row.caption.endswith("Wait 3\u00a0min: the first tap begins it")
    bench.hands.tap(bench.row)
    assert not bench.hands.question
    assert (bench.row.mark, bench.runs) == (Mark.WAITING, True)
    assert bench.row.caption.endswith("Wait: still 3\u00a0min")
    assert bench.acts == [WaitBegun("waited")]


def test_it_counts_down_and_space_says_how_long_and_does_nothing(bench: Bench) -> None:
    bench.hands.tap(bench.row)
    bench.set_clock(1.5)
    assert bench.row.caption.endswith("Wait: still 1\u00a0min\u00a030\u00a0s")
    bench.hands.press(Key.Key_Space)
    assert said(bench.hands) == "Wait: still 1 min 30 s · Waited"
    assert not bench.hands.question
    assert bench.acts == [WaitBegun("waited")]


def test_at_its_end_it_is_ticked_as_the_gate_it_is_and_the_timer_stops(bench: Bench) -> None:
    bench.hands.tap(bench.row)
    bench.set_clock(3)
    assert (bench.row.mark, bench.runs) == (Mark.EMPTY, False)
    assert bench.row.caption.endswith("Waited 3\u00a0min: tick it now")
    assert not bench.row.leave_out.isVisible()
    bench.hands.pass_gate("waited")
    assert bench.row.mark is Mark.DONE
    assert bench.acts == [WaitBegun("waited"), Ticked("waited")]


def test_leaving_it_out_takes_a_reason_that_says_something(bench: Bench) -> None:
    bench.hands.tap(bench.row.leave_out.button)
    bench.hands.type("...")
    assert bench.hands.said == "Say why the wait is left out, in a few words."
    assert bench.acts == []
    bench.hands.type(" no airbag")
    assert bench.acts == [WaitLeftOut("waited", "... no airbag")]
    assert bench.row.mark is Mark.DONE
    assert bench.row.caption == "without the wait: ... no airbag"
    assert not bench.row.leave_out.isVisible()


def test_going_elsewhere_or_escape_leaves_nothing_out(bench: Bench) -> None:
    bench.hands.tap(bench.row.leave_out.button)
    bench.hands.type("no airbag", then=Key.Key_Tab)
    assert bench.acts == []
    bench.hands.tap(bench.row.leave_out.field)
    bench.hands.press(Key.Key_Escape)
    assert bench.acts == []
    assert bench.row.leave_out.button.isVisible()


def test_a_held_line_offers_no_way_round(bench: Bench) -> None:
    bench.hands.tap(bench.hands.row("off"))
    assert bench.row.mark is Mark.HELD
    assert not bench.row.leave_out.isVisible()
    bench.hands.tap(bench.row)
    assert bench.acts == []


def test_the_wait_goes_on_over_a_restart(bench: Bench, workshop: Workshop) -> None:
    bench.hands.tap(bench.row)
    workshop.close()
    hands = workshop.open()
    job = hands.window.workbench.shown
    assert job
    assert job.state.waits["waited"].begun == NOON.isoformat(timespec="milliseconds")


def test_another_page_needs_no_timer(bench: Bench) -> None:
    bench.hands.tap(bench.row)
    bench.hands.window.workbench.jump("go-on")
    assert bench.hands.row("gone-on").mark is Mark.EMPTY
    assert not bench.runs
