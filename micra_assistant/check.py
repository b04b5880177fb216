"""Everything wrong with a guide: its pages, its parts, values whose source is not said, the words beside it."""

from collections.abc import Callable
from pathlib import Path

from micra_assistant.errors import Fault, GuideError
from micra_assistant.guide.reader import examine, read_sources
from micra_assistant.parts.options import read_parts
from micra_assistant.search.words import read_words


def guide_faults(folder: Path) -> list[Fault]:
    """Return every fault of the guide in ``folder``."""
    examined = examine(folder)
    return [
        *examined.faults,
        *examined.unsourced,
        *_raised(lambda: read_parts(folder, _source_names(folder))),
        *_raised(lambda: read_words(folder.parent)),
    ]


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
