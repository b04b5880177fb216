"""Keeps the screen awake while there is a reason to."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from micra_assistant.words import N_, _


class AwakeReason(StrEnum):
    """Why the screen is to stay on, in words."""

    READ_FROM_AFAR = N_("The guide is read from a distance")
    WAIT = N_("A wait is counted")


class Waker(Protocol):
    """What a system has to keep the screen awake."""

    def hold(self, why: str) -> None:
        """Keep the screen on."""

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""


def waker_of(platform: str = sys.platform) -> Waker:
    """Return what this system has; loaded only now, as most starts need none."""
    if platform == "win32":
        from micra_assistant.ui.awake.windows import WindowsAwake  # noqa: PLC0415 - as it says

        return WindowsAwake()
    if platform == "darwin":
        from micra_assistant.ui.awake.program import ProgramAwake  # noqa: PLC0415 - as it says

        return ProgramAwake()
    from micra_assistant.ui.awake.desktop import DesktopOrProgram  # noqa: PLC0415 - as it says

    return DesktopOrProgram()


class KeepAwake:
    """Holds the screen awake from the first reason until the last is gone, by what ``make`` gives."""

    def __init__(self, make: Callable[[], Waker]) -> None:
        self._make = make
        self._waker: Waker | None = None
        self._reasons: set[AwakeReason] = set()

    def set(self, reason: AwakeReason, *, holds: bool) -> None:
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
