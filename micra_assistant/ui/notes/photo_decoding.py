"""A picture made of bytes that anyone may have written: looked at before it is decoded, decoded no larger than asked.

Qt has a plugin for every kind of picture and would let content or name choose one; here only the one for the kind that
was recognised is used.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from micra_assistant.errors import MicraError, PhotoError
from micra_assistant.jobs.photo_kind import TAKEN, PhotoKind, is_whole, kind_of, scans
from micra_assistant.words import _

MOST_POINTS = 120_000_000
"""Width times height; the largest phones have 200 million, but do not use them of themselves."""
_MOST_PASSES = 40
"""A camera writes a JPEG in one pass or in about ten; hundreds are made to keep a program busy."""
_MOST_MEGABYTES = 512
"""What one picture may take while it is decoded: the most points at four bytes each, and a little."""


def decoded(content: bytes, name: str, longest: int) -> QImage:
    """Return the picture, upright, its longer side at most ``longest`` pixels. PhotoError names it by ``name``."""
    kind = kind_of(content)
    _check(content, kind, name)
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    check_size(size, name)
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(fitted(size, longest))
    image = reader.read()
    if image.isNull():
        raise PhotoError(damaged(name))
    return image


def kept_picture(picture: Callable[[], bytes], name: str, longest: int) -> QImage:
    """Return a picture of the job, upright; one that has no points if it cannot be read."""
    try:
        return decoded(picture(), name, longest)
    except MicraError:
        return QImage()


def check_size(size: QSize, name: str) -> None:
    """Raise PhotoError if a picture of this size is broken or too large to be decoded."""
    if size.isEmpty():
        raise PhotoError(damaged(name))
    if size.width() * size.height() > MOST_POINTS:
        words = _(
            "“{name}” is too large, {width} × {height} points: save it smaller, up to {most} million points,"
            " and take that."
        )
        most = MOST_POINTS // 1_000_000
        raise PhotoError(words.format(name=name, width=size.width(), height=size.height(), most=most))


def fitted(size: QSize, longest: int) -> QSize:
    """Return ``size`` with its longer side at ``longest``, in the same shape, at least a pixel wide and high."""
    return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def damaged(name: str) -> str:
    """Return that a picture is broken."""
    return _("“{name}” is damaged: copy it from the camera again, or take the photo again.").format(name=name)


def _check(content: bytes, kind: PhotoKind, name: str) -> None:
    if kind not in TAKEN:
        raise PhotoError(_refusal(kind).format(name=name, kind=kind.value))
    if kind.encode() not in [bytes(known.data()) for known in QImageReader.supportedImageFormats()]:
        raise PhotoError(_refusal(PhotoKind.GIF).format(name=name, kind=kind.value.upper()))
    if not is_whole(content, kind):
        raise PhotoError(_("“{name}” is cut off: copy it from the camera again.").format(name=name))
    found = scans(content) if kind is PhotoKind.JPEG else None
    if found and found.passes > _MOST_PASSES:
        raise PhotoError(damaged(name))


def _refusal(kind: PhotoKind) -> str:
    if kind in (PhotoKind.HEIC, PhotoKind.AVIF):
        return _(
            "“{name}” is a photo of the kind {kind}, which cannot be read here: set the camera of the phone to JPEG"
            " (“most compatible”) and take the photo again, or save it as JPEG."
        )
    if kind is PhotoKind.FILM:
        return _("“{name}” is a film: take a photo of what is to be seen.")
    if kind is PhotoKind.OTHER:
        return _("“{name}” is not a photo: choose a JPEG, PNG, WebP or BMP file.")
    return _("“{name}” is of the kind {kind}, which is not taken as a photo: save it as JPEG and take that.")
