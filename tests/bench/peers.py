"""Programs that a mechanic might use instead, as far as they are installed here."""

import os
import shutil
from collections.abc import Mapping

COMMANDS = {
    "Zeal": ("zeal",),
    "Okular": ("okular",),
    "Kiwix": ("kiwix-desktop",),
    "ReText": ("retext",),
    "Evince": ("evince",),
}


def installed() -> dict[str, tuple[str, ...]]:
    """Return the commands of those that are installed, by name."""
    return {name: command for name, command in COMMANDS.items() if shutil.which(command[0])}


def missing() -> tuple[str, ...]:
    """Return the names of those that are not installed."""
    return tuple(name for name in COMMANDS if name not in installed())


def environment(own: Mapping[str, str]) -> dict[str, str]:
    """Return what a peer is started with: the browser in some of them shows nothing to root while it guards itself."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {**own, **({"QTWEBENGINE_DISABLE_SANDBOX": "1"} if is_root else {})}
