"""A picture of the guide with the badges of its sources under it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.source import Source
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _

GAP = " &nbsp; "
"""Between two badges, in HTML."""
_ROW_GAP = 4


class Figure(Flowing, QWidget):
    """A picture, and a small line of rich text under it.

    Signals:
        source_wanted: as TextBlock.
    """

    source_wanted = Signal(str)

    def __init__(self, picture: DiagramView, line: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        badges = TextBlock(line, "badges", self)
        badges.source_wanted.connect(self.source_wanted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.size(_ROW_GAP))
        self.column.addWidget(picture)
        self.column.addWidget(badges)


def badges_line(names: Iterable[str], sources: dict[str, Source]) -> str:
    """Return the line that names the sources of a picture by their badges."""
    badges = GAP.join(source_link(name, sources) for name in names)
    return escape(_("From {badges}")).format(badges=badges)
