"""A picture of the guide in the colours of the theme; a tap enlarges it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.errors import PhotoError
from micra_assistant.guide.html import escape
from micra_assistant.guide.photos import read_photo
from micra_assistant.ui.tap import is_tap
from micra_assistant.ui.theme import Theme

_WORDS_SIZE = QSize(400, 100)
"""The room of what stands in place of a photo that cannot be shown."""


class DiagramView(QWidget):
    """A drawing or photo that keeps its shape: that of the file, or the ``drawing`` made of it.

    Signals:
        tapped: the person wants to see it larger.
    """

    tapped = Signal()

    def __init__(
        self, file: Path, alt: str, theme: Theme, parent: QWidget | None = None, *, drawing: bytes | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: QSvgRenderer | None = None
        self._photo = QPixmap()
        self._instead = ""
        self._natural = QSize()
        if file.suffix.lower() == ".svg":
            self.draw(content_of(file) if drawing is None else drawing)
        else:
            self._show_photo(content_of(file))
        self.setAccessibleName(alt)
        self.setToolTip(escape(alt))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, drawing: bytes) -> None:
        """Show a drawing, in the colours of the theme, in place of what was shown before."""
        self._drawing = QSvgRenderer(QByteArray(self._theme.recoloured(drawing)))
        self._natural = self._drawing.defaultSize()
        self.update()

    def _show_photo(self, content: bytes) -> None:
        """Show a photo upright, or why it cannot be shown."""
        try:
            photo = read_photo(content)
        except PhotoError as error:
            self._instead = self.tr("This picture %1.").replace("%1", str(error))
            self._natural = _WORDS_SIZE
            return
        image = QImage.fromData(photo.content)
        self._photo = QPixmap.fromImage(image.transformed(QTransform(*photo.matrix)))
        self._natural = self._photo.size()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._natural.height() / max(1, self._natural.width()))

    def sizeHint(self) -> QSize:
        return self._natural

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        fitted = self._natural.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - fitted.width()) / 2, 0, fitted.width(), fitted.height())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawing:
            self._drawing.render(painter, place)
        elif self._instead:
            painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, self._instead)
        else:
            painter.drawPixmap(place.toRect(), self._photo)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)


def content_of(file: Path) -> bytes:
    """Return what the file holds; a drawing that is gone since the guide was read shows as nothing."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
