"""Photos on their way to paper, as SVG pictures around them: Typst takes only text from memory.

They are looked at before: what Typst cannot read inside an SVG picture it leaves out without a word.
"""

from base64 import b64encode
from collections.abc import Callable

from micra_assistant.errors import PaperError, PhotoError
from micra_assistant.guide.photos import read_photo
from micra_assistant.words import _

Photos = Callable[[str], bytes]
"""Gives the JPEG of a photo by its id; MicraError if it cannot."""


def no_photos(photo: str) -> bytes:
    """Give no photo: for sheets that show none."""
    raise PaperError(_("there is no photo {photo}… to be set").format(photo=photo[:12]))


def photo_picture(content: bytes) -> bytes | None:
    """Return a photo as an SVG picture, None if it cannot be read."""
    try:
        return svg_around(content)
    except PhotoError:
        return None


def svg_around(content: bytes) -> bytes:
    """Return a JPEG or PNG as an SVG picture, upright; PhotoError, the rest of a sentence, if it is not sound."""
    photo = read_photo(content)
    turned = 'width="{}" height="{}"'.format(*photo.upright_size)
    as_kept = f'width="{photo.width}" height="{photo.height}"'
    place = "" if photo.turn == 1 else ' transform="matrix({})"'.format(" ".join(map(str, photo.matrix)))
    data = f"data:image/{photo.kind};base64,{b64encode(photo.content).decode()}"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{turned}><image {as_kept}{place} xlink:href="{data}"/></svg>'
    ).encode()
