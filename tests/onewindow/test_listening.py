"""The first start hears who calls; nobody can keep it by calling."""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from select import select

import pytest

from micra_assistant.onewindow.listening import Listener
from tests.onewindow.first_windows import address_for, no_pipes

pytestmark = no_pipes


@pytest.fixture
def address(tmp_path: Path) -> str:
    return address_for(tmp_path / "data")


@pytest.fixture
def listener(address: str) -> Iterator[Listener]:
    with closing(Listener(address)) as made:
        yield made


def calling(address: str) -> socket.socket:
    """Return the calling end of a call."""
    caller = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    caller.connect(address)
    return caller


def test_a_visitor_is_heard_and_answered(listener: Listener, address: str) -> None:
    assert listener.visitor() is None
    with calling(address) as caller:
        assert select([listener], [], [], 60)[0]
        visitor = listener.visitor()
        assert visitor
        assert visitor.said() == b""
        caller.sendall(b"raise - -\n")
        assert select([visitor], [], [], 60)[0]
        assert visitor.said() == b"raise - -\n"
        visitor.answer("raised")
        assert caller.recv(100) == b"raised\n"
        visitor.close()
        assert caller.recv(100) == b""


def test_a_visitor_that_has_gone_says_nothing(listener: Listener, address: str) -> None:
    calling(address).close()
    visitor = listener.visitor()
    assert visitor
    assert visitor.said() == b""
    visitor.answer("raised")
    visitor.close()
