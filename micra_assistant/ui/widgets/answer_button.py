"""A button for an answer that must be meant, as wide as it is let."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from micra_assistant.ui.widgets.sure_button import SureButton, literal


class AnswerButton(SureButton):
    """A sure button that shows fewer words where there is no room for all, and as much of these as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._words = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str, short: str = "") -> None:
        """Show ``words``, or ``short`` ones where there is no room for them."""
        self._words, self._short = words, short
        self.setText(literal(words))
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        metrics = self.fontMetrics()
        said = self._words if metrics.horizontalAdvance(self._words) <= room else self._short or self._words
        option.text = literal(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
