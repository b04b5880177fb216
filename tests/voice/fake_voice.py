"""A voice program that is heard by a test: what it was asked to say comes through a named pipe."""

import os
import select
from pathlib import Path

_RECORDS = r"""#!/bin/sh
exec 3>"{pipe}"
echo "$@" >&3
cat >&3
printf '\036' >&3
{then}
"""
_END = "\x1e"
_LONGEST, _MOST = 30, 1000
"""Seconds that a test waits for something to be said, bytes that are read at once."""
HANGS = "exec sleep 1000"
HAS_NO_SOUND = "echo 'ALSA lib: no card' >&2; echo 'error: No such file or directory' >&2"
KNOWS_NO_VOICE = "echo 'The voice does not exist' >&2; exit 1"


class FakeVoice:
    """A program in a ``folder`` that records what it is to say, and then does something else.

    Attributes:
        folder: what is to stand in PATH.
    """

    def __init__(self, folder: Path, then: str = "", name: str = "espeak-ng") -> None:
        self.folder = folder / "bin"
        self.folder.mkdir()
        self._pipe = folder / "pipe"
        os.mkfifo(self._pipe)
        self._ear: int | None = None
        program = self.folder / name
        program.write_text(_RECORDS.format(pipe=self._pipe, then=then))
        program.chmod(0o700)

    def hear(self) -> str:
        """Wait until something is said, and return the arguments of the program and what that was."""
        return self._read_to(_END)

    def hear_arguments(self) -> str:
        """Wait until the program is started, and return its arguments."""
        return self._read_to("\n")

    def hear_the_end(self) -> None:
        """Wait until none of the programs that were started runs any more; nothing can be heard after that."""
        only_read = os.open(self._pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.close()
        self._ear = only_read
        while self._read(_MOST):
            pass

    def close(self) -> None:
        """Hear no more."""
        if self._ear is not None:
            os.close(self._ear)
            self._ear = None

    def _read_to(self, end: str) -> str:
        if self._ear is None:
            self._ear = os.open(self._pipe, os.O_RDWR)  # to write as well: so it stays open when a program has ended
        heard = b""
        while not heard.endswith(end.encode()):
            heard += self._read(1)
        return heard.decode().removesuffix(end)

    def _read(self, most: int) -> bytes:
        assert self._ear is not None
        is_said, _, _ = select.select([self._ear], [], [], _LONGEST)
        assert is_said, "nothing more is said, and a voice still runs"
        return os.read(self._ear, most)
