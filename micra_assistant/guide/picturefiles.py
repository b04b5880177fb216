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
    if path.startswith("../"):
        first, *others = path.split("/")[1:]
        own = [first] if first == COMMON_FOLDER else [first, *others[:1]]  # a language has a folder for each guide
        folder, path = folder.parent.joinpath(*own), "/".join([first, *others][len(own) :])
    return ownfile.read(folder / path, folder, MOST_BYTES)
