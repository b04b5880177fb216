"""The file of a picture that a guide shows, read anew whenever it is wanted."""

from pathlib import Path

from micra_assistant import ownfile

MOST_BYTES = 5_000_000
"""Of one picture."""


def picture_content(folder: Path, path: str) -> bytes:
    """Return what a picture of the guide in ``folder`` holds, ``path`` being as the guide has it once it was read.

    OSError, its ``strerror`` in words, if it is no longer there, or no longer such a file as a guide may show.
    """
    if path.startswith("../"):  # of a common page, or in the folder of a language
        beside, _, path = path.removeprefix("../").partition("/")
        folder = folder.parent / beside
    return ownfile.read(folder / path, folder, MOST_BYTES)
