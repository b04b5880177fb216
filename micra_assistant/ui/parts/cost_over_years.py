"""What ways cost over the years: the chart, and what it says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.parts.cost_words import crossing_words
from micra_assistant.ui.parts.cost_curves import CostCurves
from micra_assistant.ui.parts.ways_shown import PartShown
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _


class CostOverYears(QWidget):
    """The chart of the ways to get one part, and from when on which is the cheapest.

    Attributes:
        chart: the chart.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", "item")
        self.chart = CostCurves(look)
        self._crossings = label("", "item")
        self._nothing = label(_("There are not two ways of which all is known that a chart needs."), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(6))
        for widget in (self._heading, self.chart, self._crossings, self._nothing):
            column.addWidget(widget)
        column.addStretch(1)

    def suit(self, look: Look) -> None:
        """Be drawn in another look."""
        self.chart.suit(look)

    def show_part(self, shown: PartShown, currency: str, years: int) -> None:
        """Show the ways to get a part at so many years."""
        has_chart = len(shown.chart.curves) > 1
        crossings = "\n".join(crossing_words(shown.chart))
        self._heading.setText(_("{part}: cost over the years").format(part=shown.part))
        self._crossings.setText(crossings)
        self.chart.show_chart(shown.chart, currency, years, crossings or shown.advice)
        self._crossings.setVisible(has_chart and bool(crossings))
        for widget in (self._heading, self.chart):
            widget.setVisible(has_chart)
        self._nothing.setHidden(has_chart)
