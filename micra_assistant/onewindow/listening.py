"""How the first start holds the address of its records, and hears a second one; on Linux and macOS."""

import _socket  # the module around it takes six times as long to load, at every start
import os
from contextlib import suppress
from errno import EADDRINUSE

from micra_assistant.onewindow.address import is_private
from micra_assistant.onewindow.exchange import MOST_BYTES

_WAITING = 16
"""Starts that may wait for an answer at the same time."""
_PATIENCE = 2.0
"""Seconds for another program to take a call."""


class Listener:
    """Listens at an address from now on: who asks before the window is there waits for it.

    OSError if that cannot be, or if somebody does so already.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._socket = _hold(address)
        self._socket.setblocking(False)

    def fileno(self) -> int:
        """Return the number of what can be read when somebody calls."""
        return self._socket.fileno()

    def visitor(self) -> "Visitor | None":
        """Return who has called, None if nobody is there any more."""
        from socket import socket  # noqa: PLC0415 - a start need not load it

        listening = socket(fileno=self.fileno())
        try:
            calling, _address = listening.accept()
        except OSError:
            return None
        finally:
            listening.detach()
        calling.setblocking(False)
        return Visitor(calling)

    def close(self) -> None:
        """Listen no more; the name goes first, so that it is never that of another listener."""
        if self._socket.fileno() >= 0:
            with suppress(OSError):
                os.unlink(self._address)  # noqa: PTH108 - an address is no path to go on from
            self._socket.close()


class Visitor:
    """Somebody who has called."""

    def __init__(self, calling: _socket.socket) -> None:
        self._calling = calling

    def fileno(self) -> int:
        """Return the number of what can be read when the visitor has said something, or has gone."""
        return self._calling.fileno()

    def said(self) -> bytes:
        """Return what the visitor has said, nothing if it has gone."""
        try:
            return self._calling.recv(MOST_BYTES)
        except OSError:
            return b""

    def answer(self, answer: str) -> None:
        """Answer, if the visitor is still there."""
        with suppress(OSError):
            self._calling.sendall(f"{answer}\n".encode("ascii"))

    def close(self) -> None:
        """Let the visitor go."""
        self._calling.close()


def _hold(address: str) -> _socket.socket:
    """Return what listens at an address. Of two that come at once, one is first: they wait for each other."""
    import fcntl  # noqa: PLC0415 - not on Windows

    folder = os.path.dirname(address)  # noqa: PTH120 - an address is no path to go on from
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)  # noqa: PTH102
    if not is_private(folder):
        raise PermissionError(folder)
    lock = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _somebody_listens(address):
            raise OSError(EADDRINUSE, address)
        return _bound(address)
    finally:
        os.close(lock)


def _bound(address: str) -> _socket.socket:
    with suppress(FileNotFoundError):
        os.unlink(address)  # noqa: PTH108 - left by a program that was killed
    listening = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        listening.bind(address)
        listening.listen(_WAITING)
    except BaseException:
        listening.close()
        raise
    return listening


def _somebody_listens(address: str) -> bool:
    calling = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    calling.settimeout(_PATIENCE)
    try:
        calling.connect(address)
    except (TimeoutError, BlockingIOError):
        return True
    except OSError:
        return False
    finally:
        calling.close()
    return True
