"""Killed at any moment while somebody types, the program has lost at most the last two seconds of it."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.userfiles import UserFiles
from tests.builders import write_guide
from tests.ui.small_guide import GUIDE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="a process cannot be killed like this")]

_KILLS = 12
_SLACK = 1.0
"""Seconds that a busy machine may add to the two."""

TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from micra_assistant.app import make_application
from tests.ui.hands import Workshop

application = make_application()
hands = Workshop(Path(sys.argv[1])).open()
hands.press(Qt.Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
def type_on():
    hands.type("x", then=Qt.Key.Key_Shift)
    print(time.time(), flush=True)
timer = QTimer(interval=70)
timer.timeout.connect(type_on)
timer.start()
application.exec()
"""


def test_at_most_two_seconds_of_typing_are_lost(tmp_path: Path) -> None:
    root, dice = Path(__file__).parents[2], random.Random(11)  # noqa: S311 - when to kill, no secret
    for turn in range(_KILLS):
        folder = tmp_path / str(turn)
        write_guide(folder, GUIDE)
        command = [sys.executable, "-c", TYPING, str(folder)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            moments = [float(process.stdout.readline()) for _ in range(dice.randint(5, 90))]
            killed = time.time()
            process.send_signal(signal.SIGKILL)
            process.wait()
        with closing(SqliteStore(UserFiles(folder / "data").records)) as store:
            kept = max((len(words) for words in store.drafts.all().values()), default=0)
        assert kept >= sum(moment < killed - 2 - _SLACK for moment in moments)
        assert kept <= len(moments) + 30
