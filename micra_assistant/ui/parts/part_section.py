"""The ways to get one part: which comes cheapest, and a row for each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.ui.parts.way_row import WayRow
from micra_assistant.ui.parts.ways_shown import PartShown
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _


class PartSection(QWidget):
    """A heading, the advice, rows, and how sure the advice is.

    Attributes:
        rows: the rows from the top.

    Signals:
        unfolded: a row was unfolded or folded, so that the height is another one.
    """

    def __init__(self, part: str, rows: Sequence[WayRow], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.rows = list(rows)
        self._heading = label(part, "panel-title")
        self._advice = label("", "item")
        self._doubts = label("", "item")
        self._scale = label("", "caption")
        self._lay_out(look)

    def show_part(self, shown: PartShown, *, headed: bool) -> None:
        """Show which way comes cheapest, and what the bars are measured by; ``headed``: by its name, too."""
        self._advice.setText(shown.advice)
        self._doubts.setText(shown.doubts)
        self._doubts.setVisible(bool(shown.doubts))
        words = _("Bars: the price of the part, from nothing to {dearest}.")
        self._scale.setText(words.format(dearest=shown.dearest))
        self._scale.setVisible(bool(shown.dearest))
        self._heading.setVisible(headed)

    @property
    def advice(self) -> str:
        """Which way comes cheapest, in words."""
        return self._advice.text()

    def _lay_out(self, look: Look) -> None:
        callout = QFrame()
        callout.setObjectName("callout")
        callout.setProperty("signal", "tip")
        inside = QHBoxLayout(callout)
        inside.setContentsMargins(look.size(12), look.size(4), look.size(12), look.size(4))
        inside.addWidget(self._advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.size(8))
        column.setSpacing(look.size(4))
        for widget in (self._heading, callout, *self.rows, self._doubts, self._scale):
            column.addWidget(widget)
