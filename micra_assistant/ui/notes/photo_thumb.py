"""A photo at a step, small: a tap enlarges it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.time_words import when_and_who
from micra_assistant.ui.notes.note_button import NoteButton
from micra_assistant.ui.notes.photo_decoding import kept_picture
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_WIDTH, _HEIGHT = 150, 110
_GAP = 4

Picture = Callable[[str], bytes]
"""Gives the JPEG of a photo by its id; StoreError if it cannot."""


class PhotoCell(QWidget):
    """A photo and the button that takes it out.

    Signals:
        photo_wanted: the photo was tapped; carries it.
        remove_wanted: the button; carries the id of the photo's event.
    """

    photo_wanted = Signal(object)
    remove_wanted = Signal(str)

    def __init__(self, photo: KeptPhoto, picture: Picture, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        thumb = PhotoThumb(photo, picture, look)
        thumb.clicked.connect(lambda: self.photo_wanted.emit(photo))
        remove = NoteButton(_("Remove"), about(photo))
        remove.clicked.connect(lambda: self.remove_wanted.emit(photo.id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(_GAP))
        layout.addWidget(thumb)
        layout.addWidget(remove)


class PhotoThumb(QAbstractButton):
    """A photo, cut to one shape; it is read when it first comes into sight."""

    def __init__(self, photo: KeptPhoto, picture: Picture, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = photo
        self._picture = picture
        self._look = look
        self._image: QImage | None = None
        self.setFixedSize(look.size(_WIDTH), look.size(_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(about(photo))
        self.setToolTip(f"<p>{escape(about(photo))}</p>")

    @property
    def readable(self) -> bool:
        """Whether the photo can be read."""
        return not self._shown().isNull()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.readable:
            self._paint_photo(painter)
        else:
            self._paint_words(painter)
        self._paint_border(painter)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _shown(self) -> QImage:
        """Return the photo, its points enough to fill the place whatever its shape."""
        if self._image is None:
            room = self.size() * self.devicePixelRatioF()
            longest = 2 * max(room.width(), room.height())
            image = kept_picture(lambda: self._picture(self._photo.photo), self._photo.name, longest)
            self._image = image
        return self._image

    def _paint_photo(self, painter: QPainter) -> None:
        image = self._shown()
        part = self.size().scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((image.width() - part.width()) / 2, (image.height() - part.height()) / 2)
        painter.drawImage(QRectF(self.rect()), image, QRectF(corner, part.toSizeF()))

    def _paint_words(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._look.theme.colour("note-soft"))
        painter.setPen(self._look.theme.colour("muted"))
        room = self.rect().adjusted(*(self._look.size(side) for side in (8, 8, -8, -8)))
        words = _("This photo cannot be read")
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_border(self, painter: QPainter) -> None:
        marked = self.hasFocus() or self.underMouse()
        width = self._look.size(2) if marked else 1
        painter.setPen(QPen(self._look.theme.colour("accent" if marked else "field-edge"), width))
        inside = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inside, inside, -inside, -inside))


def about(photo: KeptPhoto) -> str:
    """Return what is known of a photo beside what it shows: who and when, and the name of its file."""
    return " · ".join(part for part in (when_and_who(photo.at, photo.by), photo.name) if part)
