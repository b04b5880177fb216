"""Where the limits and the lines of a step come from, in one quiet line below them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.model import SourceMark, Step
from micra_assistant.guide.source import Source
from micra_assistant.ui.widgets.figure import GAP
from micra_assistant.ui.widgets.text_block import TextBlock

_MOST_NAMED = 2
"""Of more sources than this only the badges are shown."""


class SourceLine(TextBlock):
    """Badges of sources, of few also what they are called; a tap on a badge tells all of it."""

    def __init__(self, names: Sequence[str], sources: dict[str, Source], parent: QWidget | None = None) -> None:
        super().__init__(_line(names, sources), "badges", parent)


def sources_of(step: Step) -> tuple[str, ...]:
    """Return the ids of the sources that the lines of a step bear, each once."""
    marks = (run.source for item in step.items for run in item.label if isinstance(run, SourceMark))
    return tuple(dict.fromkeys(marks))


def _line(names: Sequence[str], sources: dict[str, Source]) -> str:
    is_short = len(names) <= _MOST_NAMED
    return GAP.join(_named(name, sources) if is_short else source_link(name, sources) for name in names)


def _named(name: str, sources: dict[str, Source]) -> str:
    return f"{source_link(name, sources)} &nbsp;{escape(sources[name].title)}"
