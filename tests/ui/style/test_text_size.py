"""The size of text that suits a screen."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSize, QSizeF

from micra_assistant.ui.style.text_size import SCALES, compact, suited_to

INCH = 25.4


def screen(width: int, height: int, size: QSizeF | None = None) -> Any:
    """Return a screen of so many pixels, and of a size in millimetres if the system knows it."""
    pixels = QSize(width, height)
    return SimpleNamespace(availableSize=lambda: pixels, size=lambda: pixels, physicalSize=lambda: size or QSizeF())


def of_inches(width: int, height: int, inches: float) -> Any:
    """Return a screen of so many pixels that has a diagonal of ``inches``."""
    mm = inches * INCH / (width**2 + height**2) ** 0.5
    return screen(width, height, QSizeF(width * mm, height * mm))


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [
        (640, 480, 0.85),
        (800, 600, 1.0),
        (1024, 600, 1.0),
        (1366, 768, 1.0),
        (1920, 1080, 1.3),
        (2560, 1440, 1.75),
        (3840, 2160, 2.5),
        (5120, 1440, 1.75),
        (1080, 1920, 1.3),
        (1440, 2560, 1.5),
        (2160, 3840, 2.5),
    ],
)
def test_the_pixels_alone_say_it_where_the_size_is_unknown(width: int, height: int, scale: float) -> None:
    assert suited_to(screen(width, height)) == scale


@pytest.mark.parametrize(
    ("width", "height", "inches", "scale"),
    [
        (1366, 768, 15.6, 1.0),
        (1366, 768, 11.6, 1.15),  # letters of a small netbook would be 2.8 mm
        (1920, 1080, 15.6, 1.3),
        (1920, 1080, 11.6, 1.5),
        (1920, 1080, 24, 1.3),
        (1920, 1080, 43, 1.3),
        (1920, 1080, 50, 1.15),  # its letters are large as they are
        (3840, 2160, 15.6, 2.5),
        (3840, 2160, 27, 2.5),
        (3840, 2160, 43, 2.5),  # on the wall: it is as full as a small screen, and read from further away
        (3840, 2160, 65, 1.75),
        (5120, 1440, 49, 1.75),
        (1080, 1920, 24, 1.3),
        (800, 1280, 10, 1.0),  # a tablet: larger letters would leave the words no room
    ],
)
def test_letters_have_the_millimetres_to_be_read_from_a_step_away(
    width: int, height: int, inches: float, scale: float
) -> None:
    assert suited_to(of_inches(width, height, inches)) == scale


@pytest.mark.parametrize(
    "size",
    [
        QSizeF(0, 0),
        QSizeF(-1, -1),
        QSizeF(160, 90),  # the shape of a projector, told as millimetres
        QSizeF(1600, 900),
        QSizeF(16, 9),
        QSizeF(520, 0),
        QSizeF(520, 520),
        QSizeF(293, 521),  # turned
        QSizeF(1e9, 1e9),
        QSizeF(float("nan"), 290),
        QSizeF(float("inf"), float("inf")),
    ],
)
def test_a_size_that_cannot_be_is_not_believed(size: QSizeF) -> None:
    assert suited_to(screen(1920, 1080, size)) == suited_to(screen(1920, 1080))


def test_the_text_can_be_as_small_and_as_large_as_promised() -> None:
    assert {1.0, 2.0, 2.5} <= {*SCALES}
    assert sorted(SCALES) == [*SCALES]


@pytest.mark.parametrize(
    ("width", "height", "scale", "expected"),
    [
        (1366, 768, 1.0, 1.0),
        (1366, 768, 1.75, 1.75),
        (1366, 768, 2.5, 1.75),
        (1920, 1080, 2.5, 2.5),
        (800, 600, 2.5, 1.3),
        (800, 600, 0.85, 0.85),
        (5120, 1440, 2.5, 2.5),
        (3840, 2160, 4.65, 4.65),
        (1080, 1920, 2.5, 1.75),
        (320, 200, 2.5, 1.0),
    ],
)
def test_bars_and_dialogs_are_no_larger_than_the_window_has_room_for(
    width: int, height: int, scale: float, expected: float
) -> None:
    assert compact(QSize(width, height), scale) == expected
