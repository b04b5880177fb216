"""What is told of a way once its row is unfolded: what its cost is made up of, all else, and what a quote can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _


class WayDetails(QWidget):
    """The words, and below them what can be done about a quote.

    Attributes:
        quote_acts: the buttons.

    Signals:
        change_wanted, order_wanted, remove_wanted: something is to be done about a quote; carry the id of its row.
    """

    change_wanted = Signal(str)
    order_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, shown: WayShown, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = TextBlock("", "hint", self)
        self._words.show_html(shown.details)
        self.quote_acts = self._made_acts(shown.id) if shown.is_quote else []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        if self.quote_acts:
            column.addLayout(FlowRow(*self.quote_acts))

    def show_html(self, details: str) -> None:
        """Tell something else."""
        self._words.show_html(details)

    def _made_acts(self, way: str) -> list[SureButton]:
        acts = (
            (_("Change…"), self.change_wanted),
            (_("Order: the job waits for it"), self.order_wanted),
            (_("Remove"), self.remove_wanted),
        )
        buttons = []
        for words, wanted in acts:
            button = SureButton(words, "finder")
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(way))
            buttons.append(button)
        return buttons
