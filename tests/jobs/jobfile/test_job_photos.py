"""A photo in a job file is a whole JPEG, or it is said what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.jobfile.job_photos import wrong_with_photo
from tests.jobs.jobfile.jobfiles import JPEG

DAMAGED = "it is a damaged JPEG"
HEAD = JPEG.index(b"\xff\xc0")
SCAN = JPEG.index(b"\xff\xda")


def with_head(**changes: bytes) -> bytes:
    """Return the photo with parts of its head changed, each by where it stands."""
    content = bytearray(JPEG)
    for name, value in changes.items():
        place = HEAD + {"mark": 1, "bits": 4, "height": 5, "width": 7, "colours": 9}[name]
        content[place : place + len(value)] = value
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        JPEG,
        JPEG + bytes(8),
        JPEG + b"ftypmp42 a film behind it",
        JPEG[:2] + b"\xff\xe1\0\x0aExif\0\0\xff\xd9" + JPEG[2:],
        JPEG[:SCAN] + b"\xff\xdd\0\4\0\4" + JPEG[SCAN:],
        JPEG[:-2] + b"\xff\xff\xd9",
        with_head(mark=b"\xc2"),
        with_head(mark=b"\xc1"),
        with_head(height=b"\x0b\xb8", width=b"\x0f\xa0"),
    ],
)
def test_sound_photos(content: bytes) -> None:
    assert wrong_with_photo(content) == ""


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<svg/>", b"MZ"])
def test_what_is_no_jpeg(content: bytes) -> None:
    assert wrong_with_photo(content) == "it is no JPEG"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0 a photo",
        JPEG[:100],
        JPEG[:-2],
        JPEG[:SCAN],
        JPEG[:SCAN] + b"\xff\xd9",
        JPEG[:HEAD] + JPEG[SCAN:],
        JPEG[:HEAD] + JPEG[HEAD:SCAN] * 2 + JPEG[SCAN:],
        JPEG[:-2] + JPEG[SCAN:-2] * 41 + b"\xff\xd9",
        JPEG[:2] + b"\xff\xe0\0\0" + JPEG[2:],
        JPEG[:2] + b"\xff\xfe\0\2" * 600 + JPEG[2:],
        JPEG[:2] + b"\xff\xe1\xff\xff" + JPEG[2:],
        JPEG.replace(b"\xff\xdb", b"\xff\xfe"),
        JPEG.replace(b"\xff\xc4", b"\xff\xfe"),
        with_head(mark=b"\xc3"),
        with_head(mark=b"\xc9"),
        with_head(bits=b"\x0c"),
        with_head(height=b"\0\0"),
        with_head(width=b"\0\0"),
        with_head(colours=b"\2"),
    ],
)
def test_photos_that_are_damaged_or_false(content: bytes) -> None:
    assert wrong_with_photo(content) == DAMAGED


def test_a_photo_that_would_fill_the_memory() -> None:
    assert wrong_with_photo(with_head(height=b"\xff\xff", width=b"\xff\xff")) == "it is larger than 12 million points"
    assert wrong_with_photo(with_head(height=b"\x0b\xb8", width=b"\x0f\xa1")) == "it is larger than 12 million points"


@given(st.binary(max_size=400))
def test_any_bytes_are_looked_at_without_harm(content: bytes) -> None:
    wrong_with_photo(content)
    wrong_with_photo(JPEG[:SCAN] + content)
    wrong_with_photo(b"\xff\xd8\xff" + content)
