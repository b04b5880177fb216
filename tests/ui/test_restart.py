"""What a job looks like when the window is opened again, whatever ended it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop
from tests.ui.parts.test_parts_panel import chosen, tap_row

pytestmark = pytest.mark.thorough

Key = Qt.Key

KILLED = """
import os, signal, sys
from pathlib import Path
from micra_assistant.app import make_application
from tests.ui.test_restart import work
from tests.ui.hands import Workshop

application = make_application()
work(Workshop(Path(sys.argv[1])).open())
os.kill(os.getpid(), signal.SIGKILL)
"""


def work(hands: Hands) -> None:
    """Do some of a job."""
    hands.press(Key.Key_Space)
    hands.fill_in("battery", "11")
    hands.turn(1)
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.confirm()
    hands.fill_in("clips", "9")
    hands.press(Key.Key_F4)
    tap_row(hands, 1)
    hands.press(Key.Key_F4)
    hands.turn(1)
    hands.fill_in("leads", "0,3")
    hands.fill_in("pressed", "much")


def check(hands: Hands) -> None:
    """Check that all of it is there."""
    assert hands.step == "measure"
    assert "Job 0001" in hands.text
    assert hands.window.body.strip.words == "negative off, clips out · 9\u00a0clips"
    assert [hands.row(item).mark for item in ("leads", "pressed", "released")] == [Mark.DONE, Mark.WRONG, Mark.EMPTY]
    assert [hands.typed(item) for item in ("leads", "pressed", "released")] == ["0,3", "much", ""]
    hands.press(Key.Key_F4)
    assert chosen(hands) == [False, True]
    hands.press(Key.Key_F4)
    hands.turn(-1)
    items = ("doors", "battery", "ignition", "negative-off", "clips", "panel")
    marks = [hands.row(item).mark for item in items]
    assert marks == [Mark.DONE, Mark.WRONG, Mark.DONE, Mark.DONE, Mark.DONE, Mark.EMPTY]
    assert hands.typed("battery") == "11"


def test_a_job_is_as_it_was_when_the_window_was_closed(workshop: Workshop, hands: Hands) -> None:
    work(hands)
    workshop.close()
    check(workshop.open())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed like this here")
def test_a_job_is_as_it_was_when_the_power_went(workshop: Workshop, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    check(workshop.open())


def test_the_window_comes_back_in_its_size(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.window.frame.resize(780, 555)
    workshop.close()
    assert workshop.open(width=0).window.frame.size().toTuple() == (780, 555)


def test_a_job_whose_step_is_gone_from_the_guide_is_shown_as_it_was_done(workshop: Workshop, hands: Hands) -> None:
    work(hands)
    workshop.close()
    (workshop.guides / "button" / "20-measure.md").unlink()
    page = workshop.guides / "button" / "10-get-ready.md"
    rewrite(page, "[measure](#measure)", "measure")
    hands = workshop.open()
    assert (hands.step, hands.row("leads").mark) == ("measure", Mark.DONE)
    assert hands.said.startswith("The guide has changed since this job was begun")
