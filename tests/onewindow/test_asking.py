"""A second start asks for the window that is open, and is never kept by what it finds there."""

import os
import socket
from pathlib import Path

import pytest

from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import NOBODY, OTHER_GUIDES, RAISED, SILENT
from tests.onewindow.first_windows import address_for, answering, hanging, no_pipes

pytestmark = no_pipes

AT_ONCE = 0.05


@pytest.fixture
def address(tmp_path: Path) -> str:
    return address_for(tmp_path / "data")


@pytest.mark.parametrize("answer", [RAISED, OTHER_GUIDES])
def test_the_window_answers(address: str, answer: str) -> None:
    with answering(address, f"{answer}\n".encode()) as asked:
        assert ask(address, b"raise - -\n") == answer
        assert asked == [b"raise - -\n"]


@pytest.mark.parametrize("garbage", [b"", b"\n", b"raised", b"raised \n", b"\xff" * 10_000])
def test_what_answers_garbage_is_nobody(address: str, garbage: bytes) -> None:
    with answering(address, garbage):
        assert ask(address, b"raise - -\n") == NOBODY


def test_a_window_that_does_not_answer_is_silent(address: str) -> None:
    with hanging(address):
        assert ask(address, b"raise - -\n", AT_ONCE) == SILENT


def test_a_window_at_which_too_many_wait_is_silent(address: str) -> None:
    with hanging(address):
        callers: list[socket.socket] = []
        try:
            while True:
                callers.append(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
                callers[-1].setblocking(False)
                callers[-1].connect(address)
        except BlockingIOError:
            assert ask(address, b"raise - -\n", AT_ONCE) == SILENT
        finally:
            for caller in callers:
                caller.close()


def test_where_nobody_listens_is_nobody(address: str) -> None:
    assert ask("", b"raise - -\n") == NOBODY
    assert ask(address, b"raise - -\n") == NOBODY
    with hanging(address):
        pass
    assert Path(address).is_socket()
    assert ask(address, b"raise - -\n") == NOBODY


def test_what_is_no_socket_is_nobody(address: str) -> None:
    Path(address).write_text("left by a crash")
    assert ask(address, b"raise - -\n") == NOBODY
    Path(address).unlink()
    Path(address).mkdir()
    assert ask(address, b"raise - -\n") == NOBODY
    Path(address).rmdir()
    os.symlink("nowhere", address)  # noqa: PTH211 - the address is no path
    assert ask(address, b"raise - -\n") == NOBODY


def test_an_address_too_long_is_nobody(tmp_path: Path) -> None:
    address = tmp_path / ("x" * 120)
    address.write_text("")
    assert ask(str(address), b"raise - -\n") == NOBODY
