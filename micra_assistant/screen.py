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

_X_PLACE = re.compile(r"(?P<number>\d+)(?:\.\d+)?")
_X_FOLDER = "/tmp/.X11-unix/X"  # noqa: S108 - where X puts it
_X_PORT = 6000
_PATIENCE = 3.0
"""Seconds for a screen on another machine to answer."""


class Screen:
    """The screen that an ``environment`` names.

    What answers there is held until ``let_go``: an X server that its only visitor leaves begins anew, and would turn Qt
    away meanwhile.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._held: _socket.socket | None = None

    def answers(self) -> bool:
        """Return whether a window can be shown. Only Linux and its like can be without any screen at all."""
        if sys.platform in ("win32", "darwin"):
            return True
        asked = self._environment.get("QT_QPA_PLATFORM", "")
        wanted = [part.partition(":")[0].strip() for part in asked.split(";")] if asked else ["wayland", "xcb"]
        return any(map(self._answers_as, wanted))

    def let_go(self) -> None:
        """Let go of what answered: Qt has a connection of its own now."""
        if self._held:
            self._held.close()
            self._held = None

    def _answers_as(self, platform: str) -> bool:
        """Return whether there is anything behind a platform of Qt; what needs no screen is taken as given."""
        if platform.startswith("wayland"):
            return self._wayland_answers()
        if platform == "xcb":
            return any(self._connects(*address) for address in _x_addresses(self._environment.get("DISPLAY", "")))
        return True

    def _wayland_answers(self) -> bool:
        if self._environment.get("WAYLAND_SOCKET"):
            return True
        asked = "wayland-0" if self._environment.get("QT_QPA_PLATFORM") else ""
        name = self._environment.get("WAYLAND_DISPLAY") or asked
        folder = self._environment.get("XDG_RUNTIME_DIR", "")
        if not name or not (folder or name.startswith("/")):
            return False
        return self._connects(_socket.AF_UNIX, str(Path(folder, name)))

    def _connects(self, family: int, address: "str | tuple[object, ...]") -> bool:
        self.let_go()
        try:
            self._held = _socket.socket(family, _socket.SOCK_STREAM)
            self._held.settimeout(_PATIENCE)
            self._held.connect(address)
        except (OSError, OverflowError, ValueError, UnicodeError):
            self.let_go()
        return self._held is not None


def _x_addresses(display: str) -> Iterator[tuple[int, "str | tuple[object, ...]"]]:
    """Yield where the X server of a ``DISPLAY`` may be, in the order in which X itself looks."""
    if display.startswith("/"):
        yield _socket.AF_UNIX, display
    host, colon, place = display.rpartition(":")
    if not (colon and (found := _X_PLACE.fullmatch(place))):
        return
    host, number = host.rpartition("/")[2].strip("[]"), int(found["number"])
    if host in ("", "unix"):
        yield from ((_socket.AF_UNIX, f"{start}{_X_FOLDER}{number}") for start in ("\0", ""))
        host = "localhost"
    with suppress(OSError, OverflowError, UnicodeError):
        for family, _kind, _protocol, _name, address in _socket.getaddrinfo(host, _X_PORT + number):
            yield family, address
