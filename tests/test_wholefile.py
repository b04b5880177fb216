"""A file is written whole or not at all, wherever it goes."""

import errno
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant import wholefile
from micra_assistant.errors import NotSavedError
from micra_assistant.jobs.events import Ticked, new_event
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.wholefile import keep_on_disk, make_folder, whole, write_whole

posix_only = pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
LEFT = ".micra-assistant-0123456789abcdef.part"


def refusal(file: Path, content: bytes = b"new") -> str:
    """Return why ``file`` is not written, without the beginning that every such sentence has."""
    with pytest.raises(NotSavedError) as refused:
        write_whole(file, content)
    begin, words = str(refused.value).split(" cannot be saved: ", 1)
    assert begin == str(file)
    assert "\n" not in words
    return words


def write_half(file: Path, problem: type[BaseException]) -> None:
    with whole(file) as unfinished:
        unfinished.write_text("half")
        raise problem


def mode_of(file: Path) -> int:
    return file.stat().st_mode & 0o7777


@pytest.fixture
def umask() -> Iterator[None]:
    """Let new files be written by their owner and group, read by others."""
    former = os.umask(0o002)
    yield
    os.umask(former)


@given(st.binary(max_size=70_000), st.none() | st.binary(max_size=10))
def test_what_is_written_is_there_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, before: bytes | None
) -> None:
    file = tmp_path_factory.mktemp("saved") / "a file"
    if before is not None:
        file.write_bytes(before)
    write_whole(file, content)
    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_until_it_is_whole_the_file_before_is_there(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    with whole(file) as unfinished:
        unfinished.write_text("new")
        assert file.read_text() == "old"
        assert unfinished.parent == file.parent, "another disk could not put it in place in one go"
    assert file.read_text() == "new"


@pytest.mark.parametrize("problem", [KeyboardInterrupt, SystemExit, ValueError, OSError])
@pytest.mark.parametrize("before", ["old", None])
def test_whatever_happens_meanwhile_leaves_the_file_before(
    tmp_path: Path, problem: type[BaseException], before: str | None
) -> None:
    file = tmp_path / "file"
    if before:
        file.write_text(before)
    with pytest.raises(NotSavedError if problem is OSError else problem):
        write_half(file, problem)
    assert [path.read_text() for path in tmp_path.iterdir()] == ([before] if before else [])


class OpenElsewhereError(PermissionError):
    """What Windows raises when a file is replaced that another program has open."""

    winerror = 32


def failing(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (failing(errno.ENOSPC), "the disk is full; make room, or save it on another drive"),
        (failing(errno.EROFS), "that drive can only be read; save it on another one"),
        (failing(errno.EACCES), "it may not be written there; choose another folder or another name"),
        (failing(errno.EIO), "the drive reports an error; save it on another one"),
        (
            OpenElsewhereError(errno.EACCES, os.strerror(errno.EACCES)),
            "it may be open in another program; close it there, or save under another name",
        ),
        (failing(errno.EBUSY), f"{os.strerror(errno.EBUSY)}; save it under another name or on another drive"),
        (OSError("odd"), "odd; save it under another name or on another drive"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_what_the_disk_says_is_told_in_words_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str, call: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    file = tmp_path / "file"
    file.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(Path if call == "replace" else os, call, fail)
        assert refusal(file) == words
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@posix_only
@pytest.mark.parametrize("steps", [1, 2, 5])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed_and_stays(tmp_path: Path, steps: int, there: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real"
    if there:
        real.write_text("old")
    links = [tmp_path / f"link-{number}" for number in range(steps)]
    for link, target in zip(links, [Path("elsewhere", "real"), *links], strict=False):
        link.symlink_to(target)
    write_whole(links[-1], b"new")
    assert real.read_bytes() == b"new"
    assert all(link.is_symlink() for link in links)
    assert list(real.parent.iterdir()) == [real]
    assert set(tmp_path.iterdir()) == {*links, real.parent}


@posix_only
def test_links_that_lead_nowhere_are_said(tmp_path: Path) -> None:
    circle, back, lost = tmp_path / "circle", tmp_path / "back", tmp_path / "lost"
    circle.symlink_to(back)
    back.symlink_to(circle)
    lost.symlink_to(tmp_path / "gone" / "file")
    assert refusal(circle) == "it is a link that leads in a circle; choose another name"
    assert refusal(lost) == f"there is no folder {tmp_path / 'gone'}; make it or choose another"
    assert circle.is_symlink()
    assert lost.is_symlink()


def test_a_place_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    gone = f"there is no folder {tmp_path / 'gone'}; make it or choose another"
    assert refusal(tmp_path) == "it is a folder; name a file in it"
    assert refusal(tmp_path / "gone" / "file") == gone
    assert refusal(tmp_path / "file" / "below") == f"there is no folder {tmp_path / 'file'}; make it or choose another"
    assert refusal(tmp_path / "a\0b") == "no file can have that name; choose another one"
    if os.name != "nt":
        assert refusal(tmp_path / ("x" * 300)) == "its name is too long; choose a shorter one"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_saved_over_job_records(tmp_path: Path) -> None:
    file, link = tmp_path / "jobs.sqlite3", tmp_path / "link"
    with closing(SqliteStore(file)) as store:
        store.append([new_event("job", 1, Ticked("off"))])
    link.symlink_to(file)
    for place in (file, link):
        assert refusal(place) == "it is a database, such as job records are kept in; save under another name"
    with closing(SqliteStore(file)) as store:
        assert len(store.events("job")) == 1


def test_a_file_that_can_only_be_read_stays(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    file.chmod(0o444)
    assert refusal(file) == "it can only be read; let it be written, or save under another name"
    assert file.read_text() == "old"


@posix_only
@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "file"
    file.touch()
    file.chmod(mode)
    with whole(file) as unfinished:
        assert mode_of(unfinished) == mode, "nobody else may read it meanwhile"
    assert mode_of(file) == mode


@posix_only
@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(("folder", "mode"), [(0o755, 0o664), (0o700, 0o600)])
def test_a_new_file_has_the_usual_mode_and_in_a_private_folder_is_private(
    tmp_path: Path, folder: int, mode: int
) -> None:
    tmp_path.chmod(folder)
    write_whole(tmp_path / "file", b"new")
    assert mode_of(tmp_path / "file") == mode


@posix_only
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_of_somebody_else_stays_theirs(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    os.chown(file, 12345, 54321)
    write_whole(file, b"new")
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 54321)


@posix_only
def test_of_a_file_with_two_names_the_other_one_keeps_what_it_had(tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    other.write_text("old")
    os.link(other, file)
    write_whole(file, b"new")
    assert (file.read_text(), other.read_text()) == ("new", "old")


@posix_only
@pytest.mark.parametrize("through_a_link", [True, False])
def test_a_pipe_that_is_read_gets_it_all_and_stays_a_pipe(tmp_path: Path, through_a_link: bool) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    content = os.urandom(300_000)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    held = os.open(pipe, os.O_WRONLY)  # so that the reader waits for the first byte
    os.set_blocking(reading, True)

    def save() -> None:
        try:
            write_whole(link if through_a_link else pipe, content)
        finally:
            os.close(held)

    saver = Thread(target=save)
    saver.start()
    with open(reading, "rb") as opened:  # noqa: PTH123 - it is open already
        assert opened.read() == content
    saver.join()
    assert pipe.is_fifo()
    assert set(tmp_path.iterdir()) == {pipe, link}


@posix_only
def test_a_pipe_that_nobody_reads_is_said_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == "nobody reads from it; start the program that does first"
    assert pipe.is_fifo()


@posix_only
def test_a_reader_that_goes_away_is_said(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading, said = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), list[str]()
    os.set_blocking(reading, True)
    saver = Thread(target=lambda: said.append(refusal(pipe, bytes(1_000_000))))
    saver.start()
    while not os.read(reading, 1):  # until it is there
        assert saver.is_alive()
    os.close(reading)
    saver.join()
    assert said == ["the program that read from it has stopped; start it again first"]


@posix_only
def test_a_socket_is_refused_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # its name must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert refusal(Path("socket")) == "nobody reads from it; start the program that does first"
        assert Path("socket").is_socket()


@posix_only
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    link, before = tmp_path / "link", os.stat("/dev/null")  # noqa: PTH116 - as it is written on the command line
    link.symlink_to("/dev/null")
    for file in (Path("/dev/null"), link):
        write_whole(file, b"new")
    after = os.stat("/dev/null")  # noqa: PTH116
    assert (after.st_ino, after.st_rdev, after.st_mode) == (before.st_ino, before.st_rdev, before.st_mode)
    assert link.is_symlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_device_that_is_full_is_said(tmp_path: Path) -> None:
    assert refusal(Path("/dev/full")) == "the disk is full; make room, or save it on another drive"


def test_a_whole_drive_is_never_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("all that there is")
    monkeypatch.setattr("stat.S_ISBLK", lambda _mode: True)
    assert refusal(file) == "it is a whole drive; name a file on it"
    assert file.read_text() == "all that there is"


SAVE = """
import sys
from pathlib import Path
from micra_assistant.wholefile import write_whole
sys.stdout.write("before ")
sys.stdout.flush()
write_whole(Path(sys.argv[1]), b"new ")
sys.stdout.write("after")
"""


@posix_only
@pytest.mark.parametrize("kind", ["file", "pipe", "socket"])
def test_what_goes_to_the_programs_own_output_stands_in_its_order(tmp_path: Path, kind: str) -> None:
    command = [sys.executable, "-c", SAVE, "/dev/stdout"]
    if kind == "pipe":
        assert subprocess.check_output(command) == b"before new after"
    elif kind == "file":
        with (tmp_path / "file").open("wb") as output:
            subprocess.run(command, stdout=output, check=True)
        assert (tmp_path / "file").read_bytes() == b"before new after"
        assert [path.name for path in tmp_path.iterdir()] == ["file"]
    else:
        here, there = socket.socketpair()
        with here, there:
            subprocess.run(command, stdout=there.fileno(), check=True)
            assert here.recv(100) == b"before new after"


KILLED = """
import os, signal, sys
from pathlib import Path
from micra_assistant.wholefile import whole
with whole(Path(sys.argv[1])) as unfinished:
    unfinished.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@posix_only
def test_a_program_that_is_killed_leaves_the_file_before_and_what_is_known_again(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    assert subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False).returncode < 0
    assert file.read_text() == "old"
    (left,) = set(tmp_path.iterdir()) - {file}
    assert wholefile._LEFT_BEHIND.fullmatch(left.name)


@pytest.mark.parametrize(
    ("name", "age", "stays"),
    [
        (LEFT, wholefile._ABANDONED_SECONDS + 60, False),
        (LEFT, 60, True),
        (LEFT.replace("micra", "other"), 10**6, True),
        (LEFT + ".txt", 10**6, True),
        (LEFT.replace("0", "x"), 10**6, True),
    ],
)
def test_what_a_killed_program_left_is_cleared_away_and_nothing_else(
    tmp_path: Path, name: str, age: int, stays: bool
) -> None:
    left = tmp_path / name
    left.touch()
    os.utime(left, (time.time() - age,) * 2)
    write_whole(tmp_path / "file", b"new")
    assert left.exists() is stays


def test_what_is_unfinished_has_a_name_that_is_known_again(tmp_path: Path) -> None:
    with whole(tmp_path / "file") as first, whole(tmp_path / "other") as second:
        assert first.name != second.name
        assert all(wholefile._LEFT_BEHIND.fullmatch(path.name) for path in (first, second))


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


@posix_only
@pytest.mark.parametrize(("code", "is_said"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_brought_to_the_disk_alone_goes_with_all_that_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, is_said: bool
) -> None:
    synced: list[bool] = []

    def fail(_opened: int) -> None:
        raise failing(code)

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(os, "sync", lambda: synced.append(True))
    if is_said:
        with pytest.raises(OSError, match=os.strerror(code)):
            keep_on_disk(tmp_path)
    else:
        keep_on_disk(tmp_path)
    assert synced == ([] if is_said else [True])
