"""Stand-ins for a window that is open: what they answer is up to the test."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from micra_assistant.onewindow.address import address_of

_END = b"end"

no_pipes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes in the place of sockets")


def address_for(data: Path) -> str:
    """Return where the window with the records in ``data`` is asked for; its folder is there."""
    address = address_of(str(data))
    Path(address).parent.mkdir(mode=0o700, exist_ok=True)
    return address


@contextmanager
def hanging(address: str) -> Iterator[None]:
    """Let a window be open that answers nobody."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen()
        yield


@contextmanager
def answering(address: str, answer: bytes) -> Iterator[list[bytes]]:
    """Let a window be open that answers everybody; return what it has been asked."""
    asked: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen()
        answers = Thread(target=_answer, args=(server, answer, asked))
        answers.start()
        try:
            yield asked
        finally:
            _end(address)
            answers.join()
    Path(address).unlink()


def _answer(server: socket.socket, answer: bytes, asked: list[bytes]) -> None:
    """Answer until the end; a start that only looks whether somebody is there says nothing."""
    said = b""
    while said != _END:
        with server.accept()[0] as asking:
            if (said := asking.recv(500)) not in (b"", _END):
                asked.append(said)
                asking.sendall(answer)


def _end(address: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as ending:
        ending.connect(address)
        ending.sendall(_END)
