"""A line of plain words: fewer where there is no room for all of it, cut short with … where there is none for these."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class CutLabel(QLabel):
    """Takes what width it is given; all the words are in its tooltip, and for those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._shorter: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str, *shorter: str) -> None:
        """Show words, or the first of ``shorter`` ones that there is room for."""
        self._words, self._shorter = words, shorter
        self.setAccessibleName(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters, every = self.fontMetrics(), (self._words, *self._shorter)
        said = next((words for words in every if letters.horizontalAdvance(words) <= self.width()), every[-1])
        shown = letters.elidedText(said, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._words else self._words)
