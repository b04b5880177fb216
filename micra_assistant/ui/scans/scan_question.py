"""The question where something goes that was scanned."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.ui.frame.far_foot import add_foot_afar, to_choose
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_MOST_LETTERS = 60
"""Of what was scanned, in the question: some codes hold whole letters."""


class ScanQuestion(Dialog):
    """What was scanned, and a button for each place; no key answers before one is chosen.

    ``places`` are names, each with what puts the words there.
    """

    def __init__(
        self, words: str, places: Sequence[tuple[str, Callable[[], object]]], look: Look, parent: QWidget
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(_("Scanned"))
        self._taken: Callable[[], object] | None = None
        said = QLabel(_("Scanned {words}: where does it go?").format(words=_short(words)))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setProperty("kind", "panel-title")
        self.buttons = [self._button(name, take) for name, take in places]
        nowhere = SureButton(_("Nowhere"), "small")
        nowhere.setAutoDefault(False)
        nowhere.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(said)
        row = FlowRow() if look.far else QHBoxLayout()
        for button in (*self.buttons, nowhere):
            row.addWidget(button)
        if look.far:
            layout.addStretch(1)
        layout.addLayout(row)
        add_foot_afar(self, layout, look, to_choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.finished.connect(self._on_finished)

    def _button(self, name: str, take: Callable[[], object]) -> SureButton:
        button = SureButton(name, "small")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._on_taken(take))
        return button

    def _on_taken(self, take: Callable[[], object]) -> None:
        self._taken = take
        self.accept()

    def _on_finished(self) -> None:
        """Put the words where they go, once the window that they go to is in front again."""
        if self._taken:
            QTimer.singleShot(0, self._taken)
            self._taken = None


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"
