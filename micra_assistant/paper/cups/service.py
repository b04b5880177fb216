"""The print service itself: where it listens, which printers it has, what became of a job."""

import os
import socket
from enum import IntEnum
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from micra_assistant.errors import PaperError
from micra_assistant.paper.cups.ipp import JOB, PRINTER, Attributes, IppError, groups, request
from micra_assistant.words import _

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cupsd")
_PORT = 631
_HEADERS = {"Content-Type": "application/ipp"}
_PATIENCE = 10.0
_MOST_BYTES = 10_000_000
_GET_PRINTERS, _GET_PRINTER, _GET_JOB = 0x4002, 0x000B, 0x0009


class PrinterState(IntEnum):
    """What a queue does."""

    IDLE = 3
    PRINTING = 4
    STOPPED = 5


class PrintState(IntEnum):
    """What a job in a queue does, or what became of it."""

    PENDING = 3
    HELD = 4
    PRINTING = 5
    STOPPED = 6
    CANCELLED = 7
    FAILED = 8
    DONE = 9

    @property
    def is_end(self) -> bool:
        """Whether nothing more comes of it."""
        return self >= PrintState.CANCELLED


class Queue(Struct, frozen=True):
    """A printer as CUPS knows it.

    Attributes:
        papers, sides, colours: what it offers, in the words of IPP; empty if it does not say.
        reasons: why it does not print, in words of IPP such as media-empty.
        message: the same in words of the printer.
    """

    name: str
    state: int
    papers: frozenset[str]
    sides: frozenset[str]
    colours: frozenset[str]
    reasons: tuple[str, ...]
    message: str


class JobNow(Struct, frozen=True):
    """How a job is, and what the printer says of it."""

    state: PrintState
    message: str


def queue_names() -> tuple[str, ...]:
    """Return the names of all printers; PaperError if the print service does not answer."""
    answer = _asked(request(_GET_PRINTERS, "ipp://localhost/", ["printer-name"]))
    return tuple(str(found["printer-name"][0]) for found in _groups(answer, PRINTER) if "printer-name" in found)


def queue_called(name: str) -> Queue:
    """Return a printer as it is now; PaperError if it is gone or the print service does not answer."""
    wanted = [
        "printer-state",
        "printer-state-reasons",
        "printer-state-message",
        "media-supported",
        "sides-supported",
        "print-color-mode-supported",
    ]
    found = _groups(_asked(request(_GET_PRINTER, _uri(name), wanted)), PRINTER)
    if not found:
        raise PaperError(_("There is no printer “{name}” any more: choose another.").format(name=name))
    said = found[0]
    return Queue(
        name=name,
        state=int(_first(said, "printer-state", PrinterState.IDLE)),
        papers=_names(said, "media-supported"),
        sides=_names(said, "sides-supported"),
        colours=_names(said, "print-color-mode-supported"),
        reasons=tuple(sorted(_names(said, "printer-state-reasons") - {"none"})),
        message=str(_first(said, "printer-state-message", "")).rstrip(". "),
    )


def job_now(name: str, number: int) -> JobNow:
    """Return how a job of a printer is; PaperError if the print service does not answer or knows it no more."""
    wanted = ["job-state", "job-printer-state-message"]
    found = _groups(_asked(request(_GET_JOB, _uri(name), wanted, {"job-id": number})), JOB)
    if not found or "job-state" not in found[0]:
        raise PaperError(_("The print service does not know what became of the sheet: look at the printer."))
    return JobNow(
        PrintState(int(_first(found[0], "job-state", PrintState.PENDING))),
        str(_first(found[0], "job-printer-state-message", "")).rstrip(". "),
    )


def _uri(name: str) -> str:
    return f"ipp://localhost/printers/{quote(name, safe='')}"


def _groups(answer: bytes, kind: int) -> list[Attributes]:
    try:
        return groups(answer, kind)
    except IppError:
        return []


def _names(said: Attributes, name: str) -> frozenset[str]:
    return frozenset(map(str, said.get(name, ())))


def _first(said: Attributes, name: str, otherwise: int | str) -> int | str:
    return said[name][0] if name in said else otherwise


class _Connection(HTTPConnection):
    """To CUPS: at a socket in the file system, or at a host."""

    def __init__(self, server: str) -> None:
        self._file = server if server.startswith("/") else ""
        host, _colon, port = ("localhost" if self._file else server.partition("/")[0]).partition(":")
        super().__init__(host, int(port) if port.isdecimal() else _PORT, timeout=_PATIENCE)

    def connect(self) -> None:
        """Connect, as HTTPConnection asks for it."""
        if self._file:
            self.sock = socket.socket(socket.AF_UNIX)
            self.sock.settimeout(_PATIENCE)
            self.sock.connect(self._file)
        else:
            super().connect()


def _server() -> str:
    there = (path for path in _SOCKETS if Path(path).exists())
    return os.environ.get("CUPS_SERVER") or next(there, "localhost")


def _asked(content: bytes) -> bytes:
    connection = _Connection(_server())
    try:
        connection.request("POST", "/", content, _HEADERS)
        return connection.getresponse().read(_MOST_BYTES)
    except (OSError, HTTPException) as error:
        words = _("The print service of this PC does not answer: start CUPS, or save the sheet as PDF.")
        raise PaperError(words) from error
    finally:
        connection.close()
