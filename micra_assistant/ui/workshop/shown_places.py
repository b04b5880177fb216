"""Where lies what the program keeps and reads, as its settings show it."""

from pathlib import Path

from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _


def places_of(guides: Path, files: UserFiles) -> list[tuple[str, Path]]:
    """Return the places of what the program keeps and reads, with what lies there; the first has the settings."""
    return [
        (_("Records and settings"), files.folder),
        (_("Backups of the records"), files.backups),
        (_("Guides"), guides),
    ]
