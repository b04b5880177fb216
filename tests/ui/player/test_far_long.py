"""Other people's guides from afar: 300 steps, titles of 90 letters, no picture, six long answers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from tests.builders import write_guide
from tests.ui.diagnosis.finder import FAULTY_GUIDE, Finder
from tests.ui.hands import Hands, Workshop
from tests.ui.player.test_far_finder import assert_whole
from tests.ui.player.test_far_put_back import cut, rows
from tests.ui.player.test_player import from_afar

pytestmark = pytest.mark.thorough

Key = Qt.Key
SIZES = [(800, 600), (1366, 768), (1080, 1920)]
LONG = "Words of a title that is as long as the author of a guide may ever want one to be, ninety"
UNDOS = {"panel": "Fit the panel", "clips": "Press home the clips", "negative-off": "Connect the negative"}
QUESTIONS = ("What do you hear at the latch?", "Do the doors lock and unlock?", "Measure the button, pressed")


def wordy() -> dict[str, str]:
    """Return a guide with a list of faults that has many steps and many words."""
    faults = FAULTY_GUIDE["faults.toml"]
    for words in (*QUESTIONS, "Fit a used button", "Free the latch", "Mend the door locks", "Contacts worn"):
        faults = faults.replace(words, f"{LONG} {words}")
    for words in ('"Nothing"', '"It clicks"', '"Yes, all"', '"More"'):
        faults = faults.replace(words, f'"{LONG}"')
    pages = FAULTY_GUIDE["10-get-ready.md"].replace("![The tailgate from behind](diagrams/tailgate.svg)", "")
    for words in UNDOS.values():
        pages = pages.replace(words, f"{words}: {LONG}")
    steps = "\n\n".join(f"## {LONG} {number} {{: #step-{number} }}\n\nNothing to do." for number in range(300))
    return {
        **{name: text for name, text in FAULTY_GUIDE.items() if not name.startswith("diagrams")},
        "faults.toml": faults,
        "10-get-ready.md": pages,
        "30-long.md": f"# {LONG} {{: #long }}\n\n{steps}\n",
    }


@pytest.fixture
def hands(workshop: Workshop, tmp_path: Path) -> Hands:
    """Return hands at a job with that guide."""
    workshop.guides = write_guide(tmp_path / "own", wordy()).parent
    hands = workshop.open()
    hands.begin("button")
    return hands


@pytest.mark.walk
@pytest.mark.parametrize("size", SIZES)
def test_long_questions_and_answers_are_whole(hands: Hands, size: tuple[int, int]) -> None:
    finder = Finder(hands)
    finder.open()
    from_afar(hands, *size)
    assert_whole(finder)
    for _answer in finder.card.choices:
        hands.press(Key.Key_PageDown)
        assert finder.view.marked
        assert is_in_sight(finder.view.marked) or finder.view.marked.height() > finder.view._area.viewport().height()
    hands.press(Key.Key_1)
    assert_whole(finder)


@pytest.mark.walk
@pytest.mark.parametrize("size", SIZES)
def test_what_goes_back_in_many_words_is_whole(hands: Hands, size: tuple[int, int]) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.tap(hands.row("panel"))
    hands.press(Key.Key_F6)
    from_afar(hands, *size)
    for _thing in UNDOS:
        (row,) = rows(hands)
        assert is_in_sight(row)
        assert [words.text() for words in cut(hands.aside(PutBackView))] == []
        hands.press(Key.Key_PageDown)
