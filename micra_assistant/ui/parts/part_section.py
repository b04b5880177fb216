"""The ways to get one part: which comes cheapest, and a row for each."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.ui.parts.way_row import WayRow
from micra_assistant.ui.parts.ways_shown import PartShown, WayShown
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _

MakeWayRow = Callable[[WayShown, QWidget], WayRow]
"""Returns the row of a way, made inside of what it will stand in."""


class PartSection(Flowing, QWidget):
    """A heading, the advice, rows, and how sure the advice is; all of it is made in it from the start: dressed once.

    Attributes:
        rows: the rows from the top.

    Signals:
        unfolded: a row was unfolded or folded, so that the height is another one.
    """

    def __init__(self, shown: PartShown, make_row: MakeWayRow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = shown.part
        self.rows = [make_row(way, self) for way in shown.ways]
        self._heading = label(shown.part, "panel-title", self)
        self._callout = QFrame(self)
        self._advice = label("", "item", self._callout)
        self._doubts = label("", "item", self)
        self._scale = label("", "caption", self)
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
        callout = self._callout
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
