"""The names of a screen in the environment."""

import os
import sys
from collections.abc import Mapping

NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
"""The variables that say where a screen is."""


def is_screen_named(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a screen is named; Windows and macOS have one that needs no name. It may not answer."""
    return sys.platform in ("win32", "darwin") or any(map(environment.get, NAMES))
