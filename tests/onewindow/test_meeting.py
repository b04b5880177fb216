"""Of all starts on the same records one opens the window: the first, whatever earlier ones have left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from select import select

import pytest

from micra_assistant.onewindow.exchange import NOBODY, RAISED
from micra_assistant.onewindow.listening import Listener
from micra_assistant.onewindow.meeting import Meeting, listen, meet
from tests.onewindow.first_windows import address_for, answering, hanging, no_pipes

fcntl = pytest.importorskip("fcntl", reason="Windows has pipes in the place of sockets")

pytestmark = no_pipes

ASKED = b"raise - -\n"
STARTED = """
import sys
from micra_assistant.onewindow.meeting import Meeting, listen
print("ready", flush=True)
sys.stdin.readline()
listener = listen(sys.argv[1])
print("first" if listener else "later", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def address(tmp_path: Path) -> str:
    return address_for(tmp_path / "data")


@contextmanager
def started(address: str) -> Iterator["subprocess.Popen[str]"]:
    """Start a program that listens once it is told to, and says whether it is the first; it waits to be ended."""
    command = [sys.executable, "-c", STARTED, address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert heard(program) == "ready"
        yield program
        program.kill()


def heard(program: "subprocess.Popen[str]") -> str:
    """Return what a program says next."""
    assert program.stdout
    return program.stdout.readline().strip()


def tell(program: "subprocess.Popen[str]") -> None:
    """Let a program go on."""
    assert program.stdin
    program.stdin.write("\n")
    program.stdin.flush()


def test_the_first_listens_and_makes_the_folder(address: str) -> None:
    Path(address).parent.rmdir()
    met = meet(address, ASKED)
    assert met.answer == NOBODY
    assert met.listener
    with closing(met.listener):
        assert Path(address).parent.stat().st_mode & 0o777 == 0o700
        assert listen(address) is None
    assert list(Path(address).parent.iterdir()) == []


def test_a_later_one_gets_an_answer(address: str) -> None:
    with answering(address, b"raised\n") as asked:
        assert meet(address, ASKED) == Meeting(RAISED, None)
        assert asked == [ASKED]


def test_a_window_that_closes_meanwhile_leaves_its_place(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    closing_now = Listener(address)

    def ask(_address: str, _request: bytes) -> str:
        closing_now.close()
        return NOBODY

    monkeypatch.setattr("micra_assistant.onewindow.meeting.ask", ask)
    met = meet(address, ASKED)
    assert met.listener
    met.listener.close()


def test_of_many_at_once_one_is_first(address: str) -> None:
    with ExitStack() as running:
        programs = [running.enter_context(started(address)) for _ in range(5)]
        for program in programs:
            tell(program)
        assert sorted(map(heard, programs)) == ["first", *["later"] * 4]


def test_a_start_waits_for_one_that_is_just_looking(address: str) -> None:
    """What one has found free, another must not take before it does."""
    folder = os.open(Path(address).parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        with started(address) as program:
            tell(program)
            assert program.stdout
            assert not select([program.stdout], [], [], 0.5)[0]
            with hanging(address):
                fcntl.flock(folder, fcntl.LOCK_UN)
                assert heard(program) == "later"
    finally:
        os.close(folder)


def test_a_program_that_was_killed_is_not_in_the_way(address: str) -> None:
    with started(address) as program:
        tell(program)
        assert heard(program) == "first"
        assert listen(address) is None
        program.kill()
        program.wait()
        assert Path(address).is_socket()
        listener = listen(address)
        assert listener
        listener.close()


def test_what_is_left_there_is_replaced(address: str) -> None:
    with hanging(address):
        pass
    Listener(address).close()
    Path(address).write_text("left by a crash")
    Listener(address).close()
    assert list(Path(address).parent.iterdir()) == []


def test_a_start_goes_on_where_nobody_can_listen(address: str, tmp_path: Path) -> None:
    Path(address).mkdir()
    assert meet(address, ASKED) == Meeting(NOBODY, None)
    Path(address).rmdir()
    assert meet("", ASKED) == Meeting(NOBODY, None)
    assert meet(str(tmp_path / "no" / "folder" / "there"), ASKED) == Meeting(NOBODY, None)
    (tmp_path / "x").mkdir(mode=0o700)
    assert meet(str(tmp_path / "x" / ("x" * 120)), ASKED) == Meeting(NOBODY, None)
    Path(address).parent.chmod(0o777)
    assert meet(address, ASKED) == Meeting(NOBODY, None)


def test_closing_twice_takes_nothing_from_the_next(address: str) -> None:
    former = Listener(address)
    former.close()
    with closing(Listener(address)):
        former.close()
        assert Path(address).is_socket()
