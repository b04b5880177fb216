"""A photo of the guide, unpacked when it is first painted: a small file may hold a large one, and a step many such."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QTransform

from micra_assistant.guide.photo import Photo

_LONGEST_SIDE = 2400
"""In points; more are not kept in memory, however many the file has."""


class GuidePhoto:
    """A sound photo, turned upright.

    Attributes:
        size: its size, in points of the file.
    """

    def __init__(self, photo: Photo) -> None:
        self.size = QSize(*photo.upright_size)
        self._photo = photo
        self._unpacked: QPixmap | None = None

    def pixmap(self) -> QPixmap:
        """Return the photo as it is painted."""
        if self._unpacked is None:
            upright = QTransform(*self._photo.matrix)
            self._unpacked = QPixmap.fromImage(_image(self._photo.content).transformed(upright))
        return self._unpacked


def _image(content: bytes) -> QImage:
    """Return the picture as it is kept, no larger than it is shown."""
    held = QByteArray(content)  # the buffer reads it without keeping it
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    most = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
    if reader.size().boundedTo(most) != reader.size():
        reader.setScaledSize(reader.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
