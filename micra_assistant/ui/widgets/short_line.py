"""One line of plain words: fewer where there is no room for all of them, and … where there is none for these."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from micra_assistant.guide.html import escape


class ShortLine(QLabel):
    """A label that may be narrower than its words; all of them are in its tooltip then."""

    def __init__(self, words: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if kind:
            self.setProperty("kind", kind)
        self.say(words)

    def say(self, words: str, short: str = "") -> None:
        """Show other words, or ``short`` ones where there is no room for all of them."""
        self._short = short
        self.setText(words)
        self.setToolTip(escape(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, has_room = self.fontMetrics(), self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        said = self.text() if has_room else self._short or self.text()
        words = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)
