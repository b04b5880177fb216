"""The end of a wait: the bell rings wherever one is then, and the screen is kept on until it does."""

import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from micra_assistant.bell.ringing import Bell
from micra_assistant.jobs import open_job
from micra_assistant.ui.checklist.wait_row import WaitRow
from micra_assistant.ui.widgets.flash import Flash
from tests.builders import write_guide
from tests.ui.awake.fake_waker import FakeWaker
from tests.ui.checklist.test_wait_row import GUIDE, NOON
from tests.ui.hands import Workshop, settle
from tests.ui.player.test_player import from_afar
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
KILLED = """
import os, signal, sys
from datetime import timedelta
from pathlib import Path
from micra_assistant.app import make_application
from micra_assistant.jobs import open_job
from micra_assistant.jobs.events import utc_now
from tests.builders import write_guide
from tests.ui.checklist.test_wait_row import GUIDE
from tests.ui.hands import Workshop

application = make_application()
open_job.utc_now = lambda: utc_now() - timedelta(seconds=5)
workshop = Workshop(Path(sys.argv[1]))
workshop.guides = write_guide(Path(sys.argv[1]) / "own", GUIDE).parent
hands = workshop.open()
hands.begin("button")
hands.pass_gate("off")
hands.tap(hands.row("waited"))
os.kill(os.getpid(), signal.SIGKILL)
"""


class Bench:
    """Hands at a job whose wait was begun, by a clock that is set by hand."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self.minutes = 0.0
        self.rung = 0
        self.is_heard = True
        self.hands = workshop.open()

    def now(self) -> datetime:
        """Return the time by that clock."""
        return NOON + timedelta(minutes=self.minutes)

    def ring(self) -> None:
        """Count that the bell rings."""
        self.rung += 1
        if not self.is_heard:
            self.hands.window.waits._unheard.emit()

    def begin(self) -> None:
        """Begin the wait."""
        self.hands.begin("button")
        self.hands.pass_gate("off")
        self.hands.tap(self.hands.row("waited"))

    def let_go_by(self, minutes: float) -> None:
        """Let so much time go by, and the timers ring."""
        self.minutes += minutes
        self.hands.window.waits.refresh()
        self.hands.window.body.checklist.wait_clock.show_time()

    def start_again(self) -> None:
        """Close the window, and open it again."""
        self._workshop.close()
        self.hands = self._workshop.open()

    @property
    def row(self) -> WaitRow:
        """The row that waits."""
        row = self.hands.row("waited")
        assert isinstance(row, WaitRow)
        return row


@pytest.fixture
def bench(tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Return a job with a wait, begun at noon."""
    workshop.guides = write_guide(tmp_path / "own", GUIDE).parent
    made = Bench(workshop)
    monkeypatch.setattr(open_job, "utc_now", made.now)
    monkeypatch.setattr(Bell, "ring", made.ring)
    made.begin()
    return made


def test_it_rings_once_when_the_time_is_up(bench: Bench, waker: FakeWaker) -> None:
    assert bench.hands.window.waits.is_counting
    assert waker.wanted == ["A wait is counted"]
    bench.let_go_by(2.9)
    assert bench.rung == 0
    bench.let_go_by(0.1)
    bench.let_go_by(1)
    assert bench.rung == 1
    assert bench.hands.said == "The wait is over: Waited"
    assert waker.wanted == ["A wait is counted", "let go"]
    assert not bench.hands.window.waits.is_counting


def test_it_rings_at_another_step_too(bench: Bench) -> None:
    bench.hands.window.workbench.jump("go-on")
    bench.let_go_by(3)
    assert bench.rung == 1


def test_a_wait_that_was_left_out_or_taken_back_rings_for_nobody(bench: Bench) -> None:
    bench.hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    bench.let_go_by(3)
    assert bench.rung == 0


def test_the_wait_goes_on_over_a_restart_and_rings_then(bench: Bench) -> None:
    bench.let_go_by(1)
    bench.start_again()
    assert bench.row.ring.words == "2:00"
    assert said(bench.hands) == "Wait: still 2 min · Waited"
    bench.let_go_by(2)
    assert bench.rung == 1


def test_where_nothing_plays_it_the_window_flashes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    bench.is_heard = False
    bench.let_go_by(3)
    settle()
    assert beeps == ["beep"]
    flash = bench.hands.window.findChild(Flash)
    assert flash
    assert flash.isVisible()


def test_page_down_only_looks_ahead_in_a_wait(bench: Bench) -> None:
    keys = bench.hands.window.body.foot.buttons.values()
    assert [key.said[0] for key in keys] == ["Back", "Wait: still 3\u00a0min", "Look ahead"]
    assert [key.isEnabled() for key in keys] == [True, False, True]
    bench.let_go_by(3)
    bench.hands.window.keys.presser.refresh()
    assert [key.said[0] for key in keys] == ["Back", "Confirm", "On"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed like this here")
def test_the_wait_goes_on_after_a_kill(workshop: Workshop, tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    workshop.guides = tmp_path / "own" / "guides"
    hands = workshop.open()
    row = hands.row("waited")
    assert isinstance(row, WaitRow)
    assert hands.window.waits.is_counting
    assert 0 < row.ring.part < 1
    assert said(hands).startswith("Wait: still 2 min ")


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("size", [(800, 600), (1024, 600), (1366, 768), (1080, 1920)])
def test_the_ring_counts_from_afar_and_lies_over_nothing(bench: Bench, size: tuple[int, int]) -> None:
    bench.let_go_by(1.2)
    hands = from_afar(bench.hands, *size)
    assert (bench.row.ring.words, round(bench.row.ring.part, 2)) == ("1:48", 0.4)
    row = bench.row
    shown = [part for part in (*row.findChildren(type(row.ring)), row.leave_out, row._words, row._caption) if part]
    assert all(part.isVisible() for part in shown)
    assert not any(one.geometry().intersects(other.geometry()) for one in shown for other in shown if one is not other)
    hands.press(Key.Key_F11)
    assert bench.row.ring.isVisible()
    assert bench.row.ring.words == "1:48"
