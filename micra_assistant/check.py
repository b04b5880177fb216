"""Everything wrong with the folder of a guide, its pages and its parts alike."""

from collections.abc import Callable
from pathlib import Path

from micra_assistant.errors import Fault, GuideError
from micra_assistant.guide.reader import read_guide, read_sources
from micra_assistant.parts.options import read_parts


def guide_faults(folder: Path) -> list[Fault]:
    """Return every fault of the guide in ``folder``."""
    return _raised(lambda: read_guide(folder)) + _raised(lambda: read_parts(folder, _source_names(folder)))


def _raised(read: Callable[[], object]) -> list[Fault]:
    try:
        read()
    except GuideError as error:
        return list(error.faults)
    return []


def _source_names(folder: Path) -> set[str] | None:
    """Return the ids of the sources, None if they cannot be read: reading the guide says so already."""
    try:
        return set(read_sources(folder.parent))
    except GuideError:
        return None
