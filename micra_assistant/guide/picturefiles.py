"""The file of a picture that a guide shows, read anew whenever it is wanted."""

from pathlib import Path

from micra_assistant import ownfile
from micra_assistant.guide.folders import COMMON_FOLDER

MOST_BYTES = 5_000_000
"""Of one picture."""


def picture_content(folder: Path, path: str) -> bytes:
    """Return what a picture of the guide in ``folder`` holds, ``path`` being as the guide has it once it was read.

    OSError, its ``strerror`` in words, if it is no longer there, or no longer such a file as a guide may show.
    """
    common = f"../{COMMON_FOLDER}/"
    if path.startswith(common):
        folder, path = folder.parent / COMMON_FOLDER, path.removeprefix(common)
    return ownfile.read(folder / path, folder, MOST_BYTES)
