"""Takes a picture into the job: from a file, from what was dropped or pasted, from an image.

What is kept is a JPEG of our own: upright, of modest size, and without what a camera writes beside the points, such as
the place and the phone.
"""

import hashlib
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QColorSpace, QImage, QImageWriter, QPainter, QPixmap

from micra_assistant.errors import PhotoError
from micra_assistant.system_words import reason
from micra_assistant.ui.notes.photo_decoding import check_size, damaged, decoded, fitted
from micra_assistant.words import _, ngettext

MOST_BYTES = 64 * 1024**2
MOST_AT_ONCE = 20
LONGEST_SIDE = 1600
"""Of a kept photo, in pixels."""
_QUALITY = 82
_LONGEST_NAME = 120
_RAW_TYPES = ("image/jpeg", "image/png", "image/webp", "image/bmp")


class TakenPhoto(Struct, frozen=True):
    """A photo as it will be kept: a JPEG, its size in pixels, and what its file was called, empty if it had none."""

    content: bytes
    name: str
    width: int
    height: int

    @property
    def id(self) -> str:
        """What the photo is known by among the attachments: the SHA-256 of the JPEG, in hex."""
        return hashlib.sha256(self.content).hexdigest()


class TakenPhotos(Struct, frozen=True):
    """What became of pictures given at once: the photos, each one only once, and what is wrong with the others."""

    photos: tuple[TakenPhoto, ...] = ()
    problems: tuple[PhotoError, ...] = ()


def take_file(file: Path) -> TakenPhoto:
    """Return the photo that ``file`` holds; PhotoError if it holds none that can be taken."""
    name = _shown_name(file)
    return _taken(decoded(_content(file, name), name, LONGEST_SIDE), name)


def take_image(image: QImage, name: str = "") -> TakenPhoto:
    """Return an image as a photo; PhotoError if it is empty or too large."""
    check_size(image.size(), name or _("pasted picture"))
    return _taken(image, name)


def take_files(files: list[Path]) -> TakenPhotos:
    """Return the photos of several files; a bad one does not stop the others."""
    return _all_of([partial(take_file, file) for file in files])


def take_dropped(data: QMimeData | None) -> TakenPhotos:
    """Return the photos among what was dropped or pasted: files if there are any, else the picture itself."""
    if files := _files(data):
        return take_files(files)
    if data and has_picture(data):
        return _all_of([partial(_take_pasted, data)])
    words = _("This is no photo: drop or paste a JPEG, PNG, WebP or BMP file, or a picture copied from a program.")
    return TakenPhotos(problems=(PhotoError(words),))


def may_hold_photos(data: QMimeData | None) -> bool:
    """Whether it is worth offering to take what is being dragged or pasted; the content has not been looked at."""
    return has_picture(data) or bool(_files(data))


def has_picture(data: QMimeData | None) -> bool:
    """Whether there is a picture that is no file, as a browser or a program for screenshots gives it."""
    return data is not None and (data.hasImage() or any(data.hasFormat(type_) for type_ in _RAW_TYPES))


def _all_of(takes: list[Callable[[], TakenPhoto]]) -> TakenPhotos:
    if len(takes) > MOST_AT_ONCE:
        return TakenPhotos(problems=(_too_many(len(takes)),))
    photos: dict[str, TakenPhoto] = {}
    problems = []
    for take in takes:
        try:
            photo = take()
        except PhotoError as error:
            problems.append(error)
        else:
            photos.setdefault(photo.id, photo)
    return TakenPhotos(tuple(photos.values()), tuple(problems))


def _too_many(count: int) -> PhotoError:
    words = ngettext(
        "{count} picture at once is too many: take up to {most}.",
        "{count} pictures at once are too many: take up to {most}.",
        count,
    )
    return PhotoError(words.format(count=count, most=MOST_AT_ONCE))


def _files(data: QMimeData | None) -> list[Path]:
    urls = data.urls() if data and data.hasUrls() else []
    return [Path(QUrl.toLocalFile(url)) for url in urls if url.isLocalFile()]


def _take_pasted(data: QMimeData) -> TakenPhoto:
    """Take a picture without a file: from its bytes if they are given, so that it is looked at before it is decoded."""
    pasted = _("pasted picture")
    for content in _raw_pictures(data):
        return _taken(decoded(content, pasted, LONGEST_SIDE), "")
    image = data.imageData()
    if isinstance(image, QPixmap):
        image = image.toImage()
    return take_image(image if isinstance(image, QImage) else QImage())


def _raw_pictures(data: QMimeData) -> Iterator[bytes]:
    for type_ in _RAW_TYPES:
        if data.hasFormat(type_) and (content := bytes(data.data(type_).data())):
            _check_bytes(len(content), _("pasted picture"))
            yield content


def _content(file: Path, name: str) -> bytes:
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            raise PhotoError(_("“{name}” is a folder: open it and choose the photos in it.").format(name=name))
        if not stat.S_ISREG(found.st_mode):
            raise PhotoError(_("“{name}” is not a file: choose a photo.").format(name=name))
        _check_bytes(found.st_size, name)
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        words = _("“{name}” is not there any more: take the photo again, or choose another.")
        raise PhotoError(words.format(name=name)) from error
    except (OSError, ValueError) as error:
        words = _("“{name}” cannot be read ({reason}): copy it to this computer, and take that.")
        raise PhotoError(words.format(name=name, reason=reason(error))) from error
    _check_bytes(len(content), name)
    return content


def _check_bytes(size: int, name: str) -> None:
    if size == 0:
        raise PhotoError(_("“{name}” is empty: copy it from the camera again.").format(name=name))
    if size > MOST_BYTES:
        words = _("“{name}” is larger than {most} MB: save the photo smaller, and take that.")
        raise PhotoError(words.format(name=name, most=MOST_BYTES // 1024**2))


def _taken(image: QImage, name: str) -> TakenPhoto:
    """Paint the picture anew, so that nothing but its points is kept, and make a JPEG of it."""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(fitted(image.size(), LONGEST_SIDE), mode=Qt.TransformationMode.SmoothTransformation)
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(plain.rect(), _in_usual_colours(image))
    painter.end()
    return TakenPhoto(_jpeg(plain, name), name, plain.width(), plain.height())


def _in_usual_colours(image: QImage) -> QImage:
    """Return the image in the colours of a screen: a phone's own are said in what is not kept."""
    if not image.colorSpace().isValid():
        return image
    usual = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image if usual.isNull() else usual


def _jpeg(image: QImage, name: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.setOptimizedWrite(True)
    if not writer.write(image):
        raise PhotoError(damaged(name or _("pasted picture")))
    return bytes(buffer.data().data())


def _shown_name(file: Path) -> str:
    """Return what a file is called, without what cannot be shown or kept, such as line breaks."""
    spaced = " ".join((file.name or str(file)).split())
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in spaced)
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME // 2]}…{shown[-_LONGEST_NAME // 2 :]}"
