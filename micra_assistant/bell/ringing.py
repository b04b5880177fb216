"""Rings by a process of its own; nobody who calls this ever waits for it."""

import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from micra_assistant.bell.sound_programs import find_player
from micra_assistant.bell.tone import bell_sound

_LONGEST = 20
"""Seconds after which a player that hangs is ended."""


class Bell:
    """The bell of the window; ``unheard`` is called, from a thread of ours, when the system cannot play it."""

    def __init__(self, unheard: Callable[[], object]) -> None:
        self._unheard = unheard

    def ring(self) -> None:
        """Ring once; returns at once."""
        Thread(target=self._ring, name="bell", daemon=True).start()

    def _ring(self) -> None:
        heard = False
        with tempfile.TemporaryDirectory(prefix="micra-bell-", ignore_cleanup_errors=True) as folder:
            file = Path(folder) / "bell.wav"
            with suppress(OSError, subprocess.TimeoutExpired):
                file.write_bytes(bell_sound())
                heard = _play(find_player(str(file)))
        if not heard:
            self._unheard()


def _play(command: tuple[str, ...]) -> bool:
    """Play a file by a command; return whether that went well."""
    if not command:
        return False
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_LONGEST,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.returncode == 0
