"""Keeps the screen awake while there is a reason to."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from micra_assistant.ui.awake.program import ProgramAwake
from micra_assistant.ui.awake.windows import WindowsAwake
from micra_assistant.words import N_, _


class Reason(StrEnum):
    """Why the screen is to stay on, in words."""

    READ_FROM_AFAR = N_("The guide is read from a distance")
    WAIT = N_("A wait is counted")


class Waker(Protocol):
    """What a system has to keep the screen awake."""

    def hold(self, why: str) -> None:
        """Keep the screen on."""

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""


class _ByDesktop:
    """Asks the desktop, and starts a program if that does not answer."""

    def __init__(self) -> None:
        from micra_assistant.ui.awake.desktop import DesktopAwake  # noqa: PLC0415 - few need D-Bus, and not at once

        self._program = ProgramAwake()
        self._why = ""
        self._desktop = DesktopAwake(self._on_refused)

    def hold(self, why: str) -> None:
        self._why = why
        self._desktop.hold(why)

    def let_go(self) -> None:
        self._desktop.let_go()
        self._program.let_go()

    def _on_refused(self) -> None:
        self._program.hold(self._why)


def waker_of(platform: str = sys.platform) -> Waker:
    """Return what this system has."""
    if platform == "win32":
        return WindowsAwake()
    return ProgramAwake() if platform == "darwin" else _ByDesktop()


class KeepAwake:
    """Holds the screen awake from the first reason until the last is gone."""

    def __init__(self, make: Callable[[], Waker] = waker_of) -> None:
        self._make = make
        self._waker: Waker | None = None
        self._reasons: set[Reason] = set()

    def set(self, reason: Reason, *, holds: bool) -> None:
        """Say that a reason ``holds``, or does not any more."""
        before = bool(self._reasons)
        (self._reasons.add if holds else self._reasons.discard)(reason)
        if before == bool(self._reasons):
            return
        self._waker = self._waker or self._make()
        if self._reasons:
            self._waker.hold(_(reason))
        else:
            self._waker.let_go()

    def end(self) -> None:
        """Let the screen go off again: the window is closed."""
        for reason in tuple(self._reasons):
            self.set(reason, holds=False)
