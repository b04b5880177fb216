"""Pictures of what is on the screen, as they go into files."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap

from micra_assistant.errors import MicraError
from micra_assistant.words import _


def png_of(picture: QPixmap) -> bytes:
    """Return a picture as PNG; MicraError if there is no room for it in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise MicraError(_("this picture is too large to be saved: make the window smaller"))
    return bytes(buffer.data().data())
