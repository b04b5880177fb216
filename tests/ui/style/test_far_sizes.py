"""How large what is read from afar is: by the size of the window, and of the screen in millimetres."""

import pytest
from PySide6.QtCore import QSize, QSizeF

from micra_assistant.ui.style.far_sizes import FarRoom, scale_for, target_at


@pytest.mark.parametrize(
    ("dpi", "size", "pixels"),
    [
        ((96, 96), (508, 286), 57),
        ((141, 141), (345, 194), 83),
        ((282, 282), (345, 194), 167),
        ((40, 40), (1209, 680), 57),
        ((900, 900), (54, 30), 57),
        ((0, 0), (0, 0), 57),
        ((305, 305), (160, 90), 57),
        ((30.5, 30.5), (1600, 900), 57),
        ((96, 190), (508, 144), 57),
        ((float("inf"), float("nan")), (0, 0), 57),
    ],
)
def test_15_mm_by_what_a_screen_says_unless_that_is_nonsense(
    dpi: tuple[float, float], size: tuple[float, float], pixels: int
) -> None:
    assert target_at(dpi, QSizeF(*size)) == pixels


@pytest.mark.parametrize(("size", "instruction", "value"), [((1366, 768), 43, 96), ((3840, 2160), 120, 270)])
def test_an_18th_and_an_8th_of_the_height(size: tuple[int, int], instruction: int, value: int) -> None:
    largest = FarRoom(*size, 57).sizes[0]
    assert (largest.instruction, largest.value) == (instruction, value)


def test_an_upright_window_goes_by_its_width() -> None:
    assert FarRoom(1080, 1920, 57).sizes == FarRoom(1920, 1080, 57).sizes


def test_each_size_is_smaller_than_the_one_before() -> None:
    room = FarRoom(1366, 768, 57)
    for sizes in (room.sizes, room.scrolled):
        heights = [(each.instruction, each.words) for each in sizes]
        assert heights == sorted(set(heights), reverse=True)


@pytest.mark.parametrize(
    ("size", "scale"), [((640, 360), 0.85), ((1366, 768), 1.65), ((1080, 1920), 1.3), ((3840, 2160), 4.65)]
)
def test_all_else_is_as_large_as_the_window_lets_it_be(size: tuple[int, int], scale: float) -> None:
    assert scale_for(QSize(*size)) == scale


@pytest.mark.parametrize("size", [(800, 600), (1024, 600), (1366, 768), (1920, 1080), (3840, 2160)])
def test_the_smallest_letters_of_a_dialog_are_a_30th_of_the_height(size: tuple[int, int]) -> None:
    room = FarRoom(*size, 57)
    assert round(14 * room.dialog_scale) == room.sizes[0].words == round(size[1] / 30)


def test_an_upright_window_has_room_for_all_of_a_dialog() -> None:
    assert FarRoom(1080, 1920, 57).dialog_scale * 560 == pytest.approx(1080)
