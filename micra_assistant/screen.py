"""Whether a window can be shown here: found out before Qt is asked, which ends the whole program if there is no screen.

A name in ``DISPLAY`` or ``WAYLAND_DISPLAY`` is not enough: somebody must answer there.
"""

import _socket  # the module around it takes six times as long to load, at every start
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
"""The variables that say where a screen is."""
_X_DISPLAY = re.compile(r"(?P<host>.*?):(?P<number>\d+)(?:\.\d+)?")
_X_FOLDER = "/tmp/.X11-unix/X"  # noqa: S108 - where X puts it
_X_PORT = 6000
_PATIENCE = 3.0
"""Seconds for a screen on another machine to answer."""


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window can be shown. Only Linux and its like can be without any screen at all."""
    if sys.platform in ("win32", "darwin"):
        return True
    asked = environment.get("QT_QPA_PLATFORM", "")
    wanted = [part.partition(":")[0].strip() for part in asked.split(";")] if asked else ["wayland", "xcb"]
    return any(_answers(platform, environment) for platform in wanted)


def _answers(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether there is something behind a platform of Qt; of one that needs no screen that is taken as given."""
    if platform.startswith("wayland"):
        return _wayland_answers(environment, by_name=bool(environment.get("QT_QPA_PLATFORM")))
    if platform == "xcb":
        return any(_connects(*address) for address in _x_addresses(environment.get("DISPLAY", "")))
    return True


def _wayland_answers(environment: Mapping[str, str], *, by_name: bool) -> bool:
    if environment.get("WAYLAND_SOCKET"):
        return True
    name = environment.get("WAYLAND_DISPLAY") or ("wayland-0" if by_name else "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return False
    return _connects(_socket.AF_UNIX, str(Path(folder, name)))


def _x_addresses(display: str) -> Iterator[tuple[int, "str | tuple[object, ...]"]]:
    """Yield where the X server of a ``DISPLAY`` may be, in the order in which X itself looks."""
    if display.startswith("/"):
        yield _socket.AF_UNIX, display
    if not (found := _X_DISPLAY.fullmatch(display)):
        return
    host, number = found["host"].rpartition("/")[2].strip("[]"), int(found["number"])
    if host in ("", "unix"):
        yield from ((_socket.AF_UNIX, f"{start}{_X_FOLDER}{number}") for start in ("\0", ""))
        host = "localhost"
    with suppress(OSError, OverflowError, UnicodeError):
        for family, _kind, _protocol, _name, address in _socket.getaddrinfo(host, _X_PORT + number):
            yield family, address


def _connects(family: int, address: "str | tuple[object, ...]") -> bool:
    try:
        connection = _socket.socket(family, _socket.SOCK_STREAM)
    except OSError:
        return False
    try:
        connection.settimeout(_PATIENCE)
        connection.connect(address)
    except (OSError, OverflowError, ValueError, UnicodeError):
        return False
    finally:
        connection.close()
    return True
