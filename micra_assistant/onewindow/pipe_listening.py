"""How the first start holds the address of its records on Windows: the first instance of a named pipe is the only one.

The numbers are those of Win32's ``CreateNamedPipe`` and its error codes.
"""

from contextlib import suppress
from importlib import import_module
from typing import Any

from micra_assistant.onewindow.exchange import MOST_BYTES

_BOTH_WAYS = 0x3
_FIRST_INSTANCE = 0x80000
_NOBODY_FROM_ELSEWHERE = 0x8
_AS_MANY_AS_WANTED = 255
_CONNECTED_ALREADY = 535


class PipeListener:
    """Listens at an address from now on; OSError if that cannot be, or somebody does so already."""

    def __init__(self, address: str) -> None:
        self._winapi: Any = import_module("_winapi")
        self._address = address
        self._is_closed = False
        self._waiting = self._instance(_FIRST_INSTANCE)

    def visitor(self) -> "PipeVisitor | None":
        """Wait for somebody to call, and return who it is; None once this is closed."""
        called = self._waiting
        try:
            self._winapi.ConnectNamedPipe(called, False)
        except OSError as error:
            if getattr(error, "winerror", 0) != _CONNECTED_ALREADY:
                self._is_closed = True
        visitor = PipeVisitor(self._winapi, called)
        if self._is_closed:
            visitor.close()
            return None
        self._waiting = self._instance()
        return visitor

    def close(self) -> None:
        """Listen no more: the thread that waits is woken up by a call, and lets go."""
        self._is_closed = True
        with suppress(OSError):
            open(self._address, "r+b", buffering=0).close()  # noqa: PTH123 - a pipe is no path

    def _instance(self, more: int = 0) -> int:
        mode, buffer = _NOBODY_FROM_ELSEWHERE, MOST_BYTES
        made: int = self._winapi.CreateNamedPipe(
            self._address, _BOTH_WAYS | more, mode, _AS_MANY_AS_WANTED, buffer, buffer, 0, 0
        )
        return made


class PipeVisitor:
    """Somebody who has called."""

    def __init__(self, winapi: Any, handle: int) -> None:
        self._winapi = winapi
        self._handle = handle

    def said(self) -> bytes:
        """Wait for what the visitor says; nothing if it has gone."""
        try:
            return bytes(self._winapi.ReadFile(self._handle, MOST_BYTES)[0])
        except OSError:
            return b""

    def answer(self, answer: str) -> None:
        """Answer, if the visitor is still there."""
        with suppress(OSError):
            self._winapi.WriteFile(self._handle, f"{answer}\n".encode("ascii"))

    def close(self) -> None:
        """Let the visitor go; it can still read the answer."""
        with suppress(OSError):
            self._winapi.CloseHandle(self._handle)
