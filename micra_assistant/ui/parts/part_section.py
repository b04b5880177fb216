"""The ways to get one part: which comes cheapest, and a row for each."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.ui.parts.way_pens import Pens
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
        self._lay_out()
        self._space(look)

    def suit(self, pens: Pens) -> None:
        """Be drawn in another look."""
        self._space(pens.look)
        for row in self.rows:
            row.suit(pens)

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

    def _lay_out(self) -> None:
        callout = self._callout
        callout.setObjectName("callout")
        callout.setProperty("signal", "tip")
        self._inside = QHBoxLayout(callout)
        self._inside.addWidget(self._advice)
        self._column = QVBoxLayout(self)
        for widget in (self._heading, callout, *self.rows, self._doubts, self._scale):
            self._column.addWidget(widget)

    def _space(self, look: Look) -> None:
        """Leave free as much as a look does."""
        self._inside.setContentsMargins(look.size(12), look.size(4), look.size(12), look.size(4))
        self._column.setContentsMargins(0, 0, 0, look.size(8))
        self._column.setSpacing(look.size(4))
