"""Words on a few lines, where they are painted by hand."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.style.sized_letters import SizedLetters
from micra_assistant.ui.style.wrapped import wrapped

WORDS = "There is no other job this way."


@pytest.mark.parametrize(
    ("beside", "most", "expected"),
    [
        (WORDS, 1, [WORDS]),
        (WORDS, 2, [WORDS]),
        ("There is no other", 2, ["There is no other", "job this way."]),
        ("There is no other", 1, ["There is no o…"]),
        ("There is", 2, ["There is", "no oth…"]),
    ],
)
def test_words_have_as_many_lines_as_they_need_and_may(
    qapp: QApplication, beside: str, most: int, expected: list[str]
) -> None:
    letters = SizedLetters(QFont("monospace"), 14)
    lines = wrapped(WORDS, letters, letters.width(beside), most)
    assert [line.rstrip("…")[:6] for line in lines] == [line.rstrip("…")[:6] for line in expected]
    assert [line.endswith("…") for line in lines] == [line.endswith("…") for line in expected]
    assert all(letters.width(line) <= letters.width(beside) for line in lines)


def test_a_word_that_is_wider_than_the_room_has_a_line_of_its_own(qapp: QApplication) -> None:
    letters = SizedLetters(QFont("monospace"), 14)
    first, second = wrapped("Zentralverriegelung geht", letters, letters.width("Zentral…"), 2)
    assert (first.endswith("…"), second) == (True, "geht")
