"""The mark on a job that is being opened."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from micra_assistant.jobs.opening_marks import OpeningMarks

JOB, OTHER = "a" * 32, "b" * 32
HOLD = """
import sys
from pathlib import Path
from micra_assistant.jobs.opening_marks import OpeningMarks
marks = OpeningMarks(Path(sys.argv[1]))
marks.begin(sys.argv[2])
print("begun", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the marks, which is not there yet."""
    return tmp_path / "data" / "opening"


@contextmanager
def another_program(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run another program that is opening the job."""
    command = [sys.executable, "-c", HOLD, str(folder), JOB]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stdout.readline() == "begun\n"
        yield program
        program.kill()


def test_a_job_that_was_opened_is_not_fallen(folder: Path) -> None:
    marks = OpeningMarks(folder)
    assert not marks.is_fallen(JOB)
    marks.begin(JOB)
    marks.done()
    assert not marks.is_fallen(JOB)
    assert list(folder.iterdir()) == []


def test_a_job_that_could_not_be_opened_is_fallen_until_it_can(folder: Path) -> None:
    marks = OpeningMarks(folder)
    marks.begin(JOB)
    marks.leave()
    for later in (marks, OpeningMarks(folder)):
        assert later.is_fallen(JOB)
        assert not later.is_fallen(OTHER)
    marks.begin(JOB)
    marks.done()
    assert not marks.is_fallen(JOB)


def test_a_program_that_was_killed_leaves_a_fallen_job(folder: Path) -> None:
    with another_program(folder) as program:
        program.kill()
        program.wait()
        assert OpeningMarks(folder).is_fallen(JOB)


def test_another_window_that_is_just_opening_the_job_is_no_fall(folder: Path) -> None:
    with another_program(folder):
        marks = OpeningMarks(folder)
        assert not marks.is_fallen(JOB)
        marks.begin(JOB)
        marks.done()
        assert (folder / JOB).exists(), "the mark is the other's"
        assert not marks.is_fallen(JOB)


def test_another_window_that_is_stuck_is_a_fall(folder: Path) -> None:
    with another_program(folder):
        ago = time.time() - 60
        os.utime(folder / JOB, (ago, ago))
        assert OpeningMarks(folder).is_fallen(JOB)


def test_a_second_job_takes_the_place_of_the_first(folder: Path) -> None:
    marks = OpeningMarks(folder)
    marks.begin(JOB)
    marks.begin(OTHER)
    assert marks.is_fallen(JOB)
    marks.done()
    assert not marks.is_fallen(OTHER)


@pytest.mark.parametrize("name", ["", "../" + "a" * 29, "A" * 32, "a" * 31 + "\n", "a" * 33])
def test_what_is_no_id_of_a_job_is_not_marked(folder: Path, name: str) -> None:
    marks = OpeningMarks(folder)
    marks.begin(name)
    assert not folder.exists()
    assert not marks.is_fallen(name)


def test_where_nothing_can_be_written_nothing_is_marked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    marks = OpeningMarks(tmp_path / "file" / "opening")
    marks.begin(JOB)
    marks.done()
    assert not marks.is_fallen(JOB)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_sees_them(folder: Path) -> None:
    marks = OpeningMarks(folder)
    marks.begin(JOB)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / JOB)] == [0o700, 0o600]
    marks.done()
