"""Input and output that may be closed, broken, full or of few letters: what was asked for is done all the same."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO

from micra_assistant.system_words import reason
from micra_assistant.words import _

_STANDARD = (0, 1, 2)
"""The numbers of input, output and complaints."""


class Output:
    """Stands in for the standard output: when nobody reads it any more, the work goes on without it.

    Attributes:
        is_gone: whether nobody reads it any more.
        problem: why something could not be written, empty if all was, or if it is only that nobody reads.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.is_gone = False
        self.problem = ""

    def write(self, text: str) -> int:
        """Write ``text`` if anybody reads it."""
        if not self.is_gone:
            try:
                return self._stream.write(text)
            except (OSError, ValueError) as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        """Hand on what is written so far."""
        if not self.is_gone:
            try:
                self._stream.flush()
            except (OSError, ValueError) as error:
                self._lose(error)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def _lose(self, error: OSError | ValueError) -> None:
        """Give the output up; what is still on its way to it would break it again when Python ends."""
        self.is_gone = True
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            self.problem = reason(error) or _("it is closed")
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


@contextmanager
def sound_streams() -> Iterator[Output]:
    """Let the block read and write, whatever the standard streams are like; return what it writes its output to."""
    _open_missing()
    former = sys.stdin, sys.stdout, sys.stderr
    with open(os.devnull, "r+", encoding="utf-8") as nowhere:  # noqa: PTH123 - it is no file
        output = _sound(former[1] or nowhere, "replace")
        complaints = _sound(former[2] or nowhere, "backslashreplace")
        sys.stdin, sys.stdout, sys.stderr = former[0] or nowhere, output, complaints
        try:
            yield output
        finally:
            output.flush()
            complaints.flush()
            sys.stdin, sys.stdout, sys.stderr = former


def _sound(stream: TextIO, errors: str) -> Output:
    """Return a stream that breaks nothing; a letter that it does not know is replaced as ``errors`` says."""
    if isinstance(stream, TextIOWrapper) and not stream.closed:
        stream.reconfigure(errors=errors)  # a pipe on Windows knows no Ω
    return Output(stream)


def _open_missing() -> None:
    """Open what is closed: else the next file that is opened would be taken for it, and written into by Qt."""
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
