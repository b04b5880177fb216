"""Keeps the screen awake on Windows, which forgets it when the process ends."""

from collections.abc import Callable

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
"""Of Windows' SetThreadExecutionState: until it is said otherwise, the computer and the screen."""


def _set_state(state: int) -> object:
    import ctypes  # noqa: PLC0415 - only on Windows

    return ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]  # only there


class WindowsAwake:
    """Asks Windows."""

    def __init__(self, set_state: Callable[[int], object] = _set_state) -> None:
        self._set_state = set_state

    def hold(self, why: str) -> None:  # noqa: ARG002 - nobody can ask Windows why
        """Keep the screen on."""
        self._set_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""
        self._set_state(_CONTINUOUS)
