"""A pill beside the title of the step that leads back to the question of the fault finder, as long as one is open."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from micra_assistant.ui.style.signs import Sign, wear


class BackChip(QPushButton):
    """Says the question; its words are cut short with … where there is no room for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        wear(self, Sign.BACK)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show what it leads back to; hidden if that is nothing."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.setText(words)
            self._fit()
        self.setHidden(not words)

    def sizeHint(self) -> QSize:
        """Return the size of all words, whatever of them is shown."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        cut = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + cut, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - slow, and few steps have a chip

        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        room -= self.iconSize().width() + self.fontMetrics().averageCharWidth()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if words != self.text():
            self.setText(words)
            self.setToolTip("" if words == self._words else self._words)
