"""Which jobs are listed: all, the open ones, the closed ones; one of three halves is pressed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from micra_assistant.jobs.records.job_query import Shown
from micra_assistant.ui.widgets.short_button import Short
from micra_assistant.words import _


class JobsFilter(QWidget):
    """Three buttons in one piece.

    Signals:
        changed: others are wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            Shown.ALL: _segment(_("All"), "left"),
            Shown.OPEN: _segment(_("Open"), "middle"),
            Shown.CLOSED: _segment(_("Closed"), "right"),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for shown, button in self._buttons.items():
            layout.addWidget(button)
            button.clicked.connect(partial(self._on_tap, shown))
        self.choose(Shown.ALL)

    @property
    def shown(self) -> Shown:
        """Which jobs are wanted."""
        return next(shown for shown, button in self._buttons.items() if button.isChecked())

    def choose(self, shown: Shown) -> None:
        """Show which jobs are listed."""
        for name, button in self._buttons.items():
            button.setChecked(name is shown)

    def _on_tap(self, shown: Shown) -> None:
        self.choose(shown)
        self.changed.emit()


def _segment(words: str, side: str) -> QPushButton:
    button = Short(words)
    button.setProperty("half", side)
    button.setProperty("kind", "segment")
    button.setCheckable(True)
    button.setAutoDefault(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
