"""One photo of the job, large."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.ui.notes.photo_decoding import kept_picture
from micra_assistant.ui.notes.photo_intake import LONGEST_SIDE
from micra_assistant.ui.notes.photo_thumb import Picture, about
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.picture_window import PictureWindow
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

_EMPTY = QSize(600, 400)


class PhotoWindow(PictureWindow):
    """A photo as large as the screen allows, or that it cannot be read."""

    def __init__(self, photo: KeptPhoto, picture: Picture, look: Look, parent: QWidget) -> None:
        image = kept_picture(lambda: picture(photo.photo), photo.name, LONGEST_SIDE)
        self.view = PhotoView(image, about(photo), look)
        super().__init__(self.view, about(photo), look, parent)
        self.setWindowTitle(_("Photo"))
        self.view.tapped.connect(self.accept)


class PhotoView(QWidget):
    """A photo that fills its widget; words if there is none.

    Signals:
        tapped: as Qt's buttons have it.
    """

    tapped = Signal()

    def __init__(self, image: QImage, about: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._look = look
        self.setAccessibleName(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def readable(self) -> bool:
        """Whether there is a photo to show."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        return self._image.size() if self.readable else _EMPTY

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.readable:
            painter.drawImage(self.rect(), self._image)
        else:
            painter.setPen(self._look.theme.colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("This photo cannot be read"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()
