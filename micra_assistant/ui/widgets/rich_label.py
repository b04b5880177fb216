"""A label of rich text that wraps, drawn from a document of its own.

Qt's own would lay the words out four times before they are seen, and paint them twice: most of what a step takes.
"""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QWidget


class RichLabel(QLabel):
    """Says its text, which is HTML, and tells of its links as a QLabel does."""

    def __init__(self, html: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._read_with: tuple[QFont, QColor] | None = None
        self._pressed = self._hovered = self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)  # so Qt reads nothing into it
        self.setWordWrap(True)
        self.setMouseTracking(True)
        super().setText(html)

    def setText(self, html: str) -> None:  # noqa: N802 - Qt's name
        super().setText(html)
        self._document = None

    def clear(self) -> None:
        self.setText("")

    def heightForWidth(self, width: int) -> int:
        inside = self._laid_out(width - self.width() + self.contentsRect().width())
        return ceil(inside.size().height()) + self.height() - self.contentsRect().height()

    def _laid_out(self, width: int) -> QTextDocument:
        """Return the words, wrapped at a width of what is inside the frame."""
        self.ensurePolished()
        if self._document is None:
            self._document = self._made()
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
        return self._document

    def _made(self) -> QTextDocument:
        words = QTextDocument()
        words.setUndoRedoEnabled(False)
        words.setDocumentMargin(0)
        words.setDefaultFont(self.font())
        wrapping = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
        words.setDefaultTextOption(wrapping)
        words.setHtml(self.text())
        self._read_with = self._dress()
        self._say(words.toPlainText())
        return words

    def _say(self, words: str) -> None:
        """Let the words be read out without their marks, unless something else was asked for."""
        if self.accessibleName() == self._said:
            self._said = words
            self.setAccessibleName(words)

    def _place(self) -> QPoint:
        """Return where the words begin."""
        inside = self.contentsRect()
        free = max(0, inside.height() - ceil(self._laid_out(inside.width()).size().height()))
        is_middle = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        return inside.topLeft() + QPoint(0, free // 2 if is_middle else 0)

    def _link_at(self, place: QPoint) -> str:
        layout = self._laid_out(self.contentsRect().width()).documentLayout()
        return layout.anchorAt(QPointF(place - self._place()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._document and self._read_with != self._dress():
            self._document = None
            self.update()

    def _dress(self) -> tuple[QFont, QColor]:
        """Return what the words keep from when they were read: letters, and the colour of links."""
        return self.font(), QGuiApplication.palette().link().color()

    def paintEvent(self, event: QPaintEvent) -> None:
        QFrame.paintEvent(self, event)
        painter = QPainter(self)
        painter.translate(self._place())
        look = QAbstractTextDocumentLayout.PaintContext()
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Text, colours.color(self.foregroundRole()))
        look.palette = colours
        self._laid_out(self.contentsRect().width()).documentLayout().draw(painter, look)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._link_at(event.position().toPoint()))
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, link: str) -> None:
        if link != self._hovered:
            self._hovered = link
            self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
            self.linkHovered.emit(link)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._link_at(event.position().toPoint()) if is_left else ""
        event.setAccepted(bool(self._pressed))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link, self._pressed = self._pressed, ""
        is_meant = bool(link) and link == self._link_at(event.position().toPoint())
        event.setAccepted(is_meant)
        if is_meant:
            self.linkActivated.emit(link)
