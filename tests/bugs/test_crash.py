"""A program that ends hard leaves the places it was at, and the next start knows."""

import faulthandler
import subprocess
import sys
from pathlib import Path

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.bug_report import report
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.bugs.crash import crash_file

END_HARD = """
import os, sys
from pathlib import Path
from micra_assistant.bugs.crash import crash_file
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher

def end():
    os.abort()

with crash_file(BugCatcher(BugLog(Path(sys.argv[1])))) as ended_hard:
    print(ended_hard, flush=True)
    if "hard" in sys.argv:
        end()
"""


def start(folder: Path, *how: str) -> str:
    """Start a program with a crash file and return what it says."""
    command = [sys.executable, "-c", END_HARD, str(folder), *how]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def test_a_hard_end_is_known_at_the_next_start_and_in_the_report(tmp_path: Path) -> None:
    assert [start(tmp_path, "hard"), start(tmp_path), start(tmp_path)] == ["False", "True", "False"]
    assert " in end\n" in report(BugLog(tmp_path))


def test_whoever_watches_already_is_left_in_place(tmp_path: Path) -> None:
    assert faulthandler.is_enabled(), "pytest watches"
    with crash_file(BugCatcher(BugLog(tmp_path))) as ended_hard:
        assert not ended_hard
    assert faulthandler.is_enabled()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert start(tmp_path / "file") == "False"
