"""The log of bugs: bounded, private, and never a bug itself."""

import os
import stat
import sys
from pathlib import Path

import pytest

from micra_assistant.bugs.bug_log import MOST_BYTES, BugLog

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_nothing_is_made_before_there_is_a_line(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "data")
    assert log.tail() == []
    assert not (tmp_path / "data").exists()
    log.add(["ValueError", "    here"])
    assert [line[-10:] for line in log.tail()] == ["ValueError", "    here"]
    assert log.tail()[0].startswith("20")


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    log = BugLog(tmp_path)
    for number in range(4000):
        log.add([f"line {number} {'x' * 300}"])
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= MOST_BYTES
    assert "line 3999" in log.tail()[-1]


def test_a_line_of_any_length_and_letters_is_kept_short(tmp_path: Path) -> None:
    log = BugLog(tmp_path)
    log.add(["\ud800" * 10, "x" * 10_000_000])
    assert log.file.stat().st_size < 1000


@posix_only
def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "data")
    log.add(["line"])
    log.file.chmod(0o644)
    log.add(["line"])
    file, _ended_hard = log.open_crash_file()
    os.close(file)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (log.file, log.crash_file)] == [0o600, 0o600]
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


@posix_only
def test_a_link_or_a_pipe_in_its_place_is_left_alone(tmp_path: Path) -> None:
    log = BugLog(tmp_path)
    (tmp_path / "other").write_text("mine")
    log.file.symlink_to(tmp_path / "other")
    log.add(["line"])
    assert (tmp_path / "other").read_text() == "mine"
    log.file.unlink()
    os.mkfifo(log.file)
    log.add(["line"])


def test_a_folder_that_cannot_be_made_is_no_new_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = BugLog(tmp_path / "file" / "data")
    log.add(["line"])
    assert log.tail() == []
    with pytest.raises(OSError, match="file"):
        log.open_crash_file()


def test_a_hard_end_is_noticed_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    log = BugLog(tmp_path)
    file, ended_hard = log.open_crash_file()
    assert not ended_hard
    os.write(file, b"Fatal Python error: Aborted\n")
    os.close(file)
    for wanted in (True, False):
        file, ended_hard = log.open_crash_file()
        os.close(file)
        assert ended_hard is wanted
    assert log.tail() == ["Fatal Python error: Aborted"]
