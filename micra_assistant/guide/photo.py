"""A sound photo: its size, and how it is turned upright."""

from msgspec import Struct

from micra_assistant.words import N_

AGAIN = N_("copy it from the camera again, or save it anew")
AS_RGB = N_("save it as a JPEG in RGB with 8 bits a colour")
"""What to do about a photo that is not sound."""

_TURNS = {
    1: (1, 0, 0, 1),
    2: (-1, 0, 0, 1),
    3: (-1, 0, 0, -1),
    4: (1, 0, 0, -1),
    5: (0, 1, 1, 0),
    6: (0, 1, -1, 0),
    7: (0, -1, -1, 0),
    8: (0, -1, 1, 0),
}
_MOST_POINTS = 50_000_000
"""Of four bytes each; one with two bytes a colour counts twice. Qt decodes up to 256 MB."""


class Photo(Struct, frozen=True):
    """A sound photo.

    Attributes:
        content: the picture and nothing behind its end.
        kind: ``jpeg`` or ``png``.
        width, height: in points, as it is kept.
        turn: how it is to be turned, 1 to 8 as EXIF counts.
        bytes_a_colour: how many bytes each colour of a point takes.
    """

    content: bytes
    kind: str
    width: int
    height: int
    turn: int = 1
    bytes_a_colour: int = 1

    @property
    def matrix(self) -> tuple[int, int, int, int, int, int]:
        """What turns it upright, as SVG writes a matrix."""
        a, b, c, d = _TURNS[self.turn]
        return a, b, c, d, max(0, -a * self.width, -c * self.height), max(0, -b * self.width, -d * self.height)

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height once it is turned."""
        return (self.height, self.width) if self.turn in (5, 6, 7, 8) else (self.width, self.height)

    @property
    def most_points(self) -> int:
        """How many points a photo of this kind may have."""
        return _MOST_POINTS // self.bytes_a_colour

    @property
    def is_too_large(self) -> bool:
        """Whether it would fill the memory."""
        return self.width * self.height > self.most_points
