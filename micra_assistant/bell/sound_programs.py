"""The programs that systems have to play a sound file."""

import shutil
import sys
from collections.abc import Callable

Which = Callable[[str], str | None]
"""Gives the path of a program, None if it is not installed."""

_LINUX = (("pw-play",), ("paplay",), ("aplay", "-q"))
_MACOS = (("afplay",),)
_WINDOWS = "(New-Object System.Media.SoundPlayer '{file}').PlaySync()"


def find_player(file: str, which: Which = shutil.which, platform: str = sys.platform) -> tuple[str, ...]:
    """Return the command that plays a file with the first program that is installed; empty if there is none."""
    if platform == "win32":
        path = which("powershell")
        quoted = file.replace("'", "''")
        command = ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS.format(file=quoted))
        return (path, *command) if path else ()
    for name, *options in _MACOS if platform == "darwin" else _LINUX:
        if path := which(name):
            return path, *options, file
    return ()
