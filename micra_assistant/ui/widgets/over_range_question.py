"""What was typed can mean two things: a button for either, beside the field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from micra_assistant.guide.measure import Choice
from micra_assistant.ui.widgets.sure_button import SureButton


class OverRangeQuestion(QWidget):
    """The choices of a question, such as over range or one ohm; hidden while there is none.

    Signals:
        chosen: a choice was pressed; carries what is to be typed for it.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[SureButton] = []
        self._choices: tuple[Choice, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 0, 2)
        self._row.addStretch(1)
        self.hide()

    def show_choices(self, choices: Sequence[Choice], question: str) -> None:
        """Show a button for each choice, none if there is none; ``question`` is told with each."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            for button in self.buttons:
                self._row.removeWidget(button)
                button.deleteLater()
            self.buttons = [self._button(choice) for choice in choices]
        for button in self.buttons:
            button.setAccessibleDescription(question)
        self.setVisible(bool(choices))

    def _button(self, choice: Choice) -> SureButton:
        button = SureButton(choice.words, "small")
        button.clicked.connect(partial(self.chosen.emit, choice.typed))
        self._row.insertWidget(self._row.count() - 1, button)
        return button
