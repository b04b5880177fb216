"""Programs that a mechanic might use instead, as far as they are installed here."""

import shutil

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
