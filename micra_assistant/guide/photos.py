"""Photos of guides: the one opinion whether a JPEG or PNG is sound, which window, paper and ``check`` go by.

Qt and the printer each read a little more than the other, and what they cannot read they leave out without a word. So
only what both show alike is sound. What stands behind the end of a picture, such as the film of a phone, is cut off;
how the camera was held is read here and followed by both, for neither follows it of itself.
"""

from micra_assistant.errors import PhotoError
from micra_assistant.guide import jpeg, png
from micra_assistant.guide.photo import AGAIN, Photo
from micra_assistant.words import _


def read_photo(content: bytes) -> Photo:
    """Return the photo that ``content`` is; PhotoError, the rest of a sentence, if it is not sound."""
    if content.startswith(png.START):
        photo = png.read_png(content)
    elif content.startswith(jpeg.START):
        photo = jpeg.read_jpeg(content)
    else:
        raise PhotoError(_("it is neither a JPEG nor a PNG: save it as one"))
    if not photo.width * photo.height:
        raise PhotoError(_("it is damaged: {advice}").format(advice=_(AGAIN)))
    if photo.is_too_large:
        raise PhotoError(
            _("it is too large, {width} × {height} points: save it smaller, up to {most} million").format(
                width=photo.width, height=photo.height, most=photo.most_points // 1_000_000
            )
        )
    return photo
