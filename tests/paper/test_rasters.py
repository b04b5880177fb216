"""Photos on their way to paper: the sound ones pass, all others are told."""

import pytest

from micra_assistant.errors import PhotoError
from micra_assistant.paper.rasters import photo_picture, svg_around
from tests.paper.printed import jpeg
from tests.ui.photos import encoded, png_claiming, two_halves, with_passes, with_segment


def test_a_photo_is_put_into_a_drawing_of_its_size() -> None:
    drawing = svg_around(jpeg(60, 20))
    assert b'<svg xmlns="http://www.w3.org/2000/svg" ' in drawing
    assert drawing.count(b'width="60" height="20"') == 2
    assert b'"data:image/jpeg;base64,/9j/' in drawing


@pytest.mark.parametrize(
    "content",
    [
        encoded(two_halves(), "png"),
        with_passes(two_halves(), 6),
        with_segment(jpeg(), 0xE1, b"Exif" + bytes(50)),
        jpeg() + bytes(8),
    ],
    ids=["png", "progressive", "exif", "padded"],
)
def test_other_sound_photos_pass(content: bytes) -> None:
    assert svg_around(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<svg/>",
        jpeg()[:-30],
        jpeg()[:100],
        jpeg()[:100] + b"\xff\xd9",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xc0\x00\x04\x08\x00\xff\xda\x00\x02\xff\xd9",
        b"\xff\xd8\xff\x00\x00\x00" * 5 + b"\xff\xd9",
        encoded(two_halves(), "png")[:-4],
        png_claiming(60_000, 60_000),
        png_claiming(0, 5),
    ],
)
def test_what_is_no_whole_photo_is_told(content: bytes) -> None:
    with pytest.raises(PhotoError):
        svg_around(content)


def test_a_photo_that_would_fill_the_memory_is_told() -> None:
    head = jpeg().index(b"\xff\xc0") + 5
    with pytest.raises(PhotoError):
        svg_around(jpeg()[:head] + b"\xff\xff\xff\xff" + jpeg()[head + 4 :])


def test_a_photo_that_cannot_be_read_is_none() -> None:
    assert photo_picture(b"no photo") is None
