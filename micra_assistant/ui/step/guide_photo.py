"""A photo of the guide, unpacked when it is first painted: a small file may hold a large one, and a step many such."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageIOHandler, QImageReader, QPixmap

_LONGEST_SIDE = 2400
"""In points; more are not kept in memory, however many the file has."""
_ON_ITS_SIDE = QImageIOHandler.Transformation.TransformationRotate90.value


class GuidePhoto:
    """The photo that a JPEG or PNG holds, turned upright.

    Attributes:
        size: its size, in points of the file; empty if it is no such file.
    """

    def __init__(self, content: bytes) -> None:
        self._content = QByteArray(content)
        self._unpacked: QPixmap | None = None
        buffer = QBuffer(self._content)
        reader = _reader(buffer)
        is_turned = bool(reader.transformation().value & _ON_ITS_SIDE)
        self.size = reader.size().transposed() if is_turned else reader.size()

    def pixmap(self) -> QPixmap:
        """Return the photo as it is painted, empty if the file is damaged."""
        if self._unpacked is None:
            buffer = QBuffer(self._content)
            reader = _reader(buffer)
            most = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
            if reader.size().boundedTo(most) != reader.size():
                reader.setScaledSize(reader.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
            self._unpacked = QPixmap.fromImage(reader.read())
        return self._unpacked


def _reader(buffer: QBuffer) -> QImageReader:
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader
