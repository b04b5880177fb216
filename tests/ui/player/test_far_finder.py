"""The fault finder from afar: one question with its picture, huge answers, one reading at a time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.diagnosis.stage_line import StageLine
from micra_assistant.ui.player.far_page import FarPage
from micra_assistant.ui.player.picture_card import PictureCard
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from tests.ui.conftest import Begin
from tests.ui.controllers.test_diagnosis_controller import DOORS, LISTEN, OHMS, at_the_meter
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands
from tests.ui.in_sight import labels
from tests.ui.player.test_player import SIZES, from_afar, place_in
from tests.ui.step.test_step_body import clipped
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.fixture
def afar(finder: Finder) -> Finder:
    """Return the finder of the small guide, seen from afar."""
    from_afar(finder.hands)
    return finder


def page(finder: Finder) -> FarPage:
    """Return what comes first."""
    found = finder.card.findChild(FarPage)
    assert found
    return found


def parts(finder: Finder) -> list[QWidget]:
    """Return question, fields and answers, from above."""
    kinds = (AnswerChoice, ReadingField)
    found: list[QWidget] = [part for part in page(finder).findChildren(QWidget) if isinstance(part, kinds)]
    return sorted((part for part in found if part.isVisible()), key=lambda part: place_in(page(finder), part).y())


def letters(finder: Finder, kind: str) -> set[int]:
    """Return how high, in pixels, the letters of this kind are."""
    shown = (words for words in labels(page(finder)) if words.property("kind") == kind)
    return {words.fontInfo().pixelSize() for words in shown}


def test_a_question_comes_alone_with_its_picture_and_its_answers(afar: Finder) -> None:
    assert afar.question == DOORS
    assert letters(afar, "question") == {round(768 / 18)}
    assert [part.accessibleName() for part in parts(afar)] == ["Yes, all", "No"]
    assert all(is_in_sight(part) for part in parts(afar))
    assert all(is_in_sight(card) for card in page(afar).findChildren(PictureCard))
    assert len(page(afar).findChildren(PictureCard)) == 1
    stages = afar.view.findChild(StageLine)
    assert stages
    assert not stages.isVisible()
    assert not is_in_sight(afar.hands.button("Don't know"))


def test_the_keys_lead_over_the_answers_and_on_to_what_lies_below(afar: Finder) -> None:
    afar.hands.press(Key.Key_PageDown, Key.Key_PageDown)
    assert said(afar.hands).startswith("No")
    afar.hands.press(Key.Key_PageDown)
    assert said(afar.hands).startswith("Cannot do this")
    assert is_in_sight(afar.hands.button("Cannot do this"))
    afar.hands.press(Key.Key_PageUp, Key.Key_PageUp)
    assert is_in_sight(parts(afar)[0])
    afar.hands.press(Key.Key_Space)
    assert afar.question == LISTEN


def test_a_digit_and_a_finger_answer_there_too(afar: Finder) -> None:
    afar.hands.press(Key.Key_1)
    assert afar.question == LISTEN
    afar.hands.tap(parts(afar)[1])
    assert [words.split("? ")[1] for words in afar.found] == ["Yes, all", "It clicks"]


def test_one_reading_is_asked_after_the_other_in_a_huge_field(finder: Finder) -> None:
    at_the_meter(finder)
    from_afar(finder.hands)
    field = next(part for part in parts(finder) if isinstance(part, ReadingField))
    assert [part.accessibleName() or part for part in parts(finder)][1:] == ["1 Ω or less", "More"]
    assert field.field.accessibleName() == "Leads"
    assert field.field.fontInfo().pixelSize() == 768 // 8
    finder.hands.type("0.2")
    field = next(part for part in parts(finder) if isinstance(part, ReadingField))
    assert field.field.accessibleName() == "Pressed"


def test_the_verdict_is_huge_and_moves_nothing(finder: Finder) -> None:
    at_the_meter(finder)
    from_afar(finder.hands)
    finder.hands.type("0.2")
    before = [place_in(page(finder), part) for part in parts(finder)]
    finder.hands.press(Key.Key_7)
    field = next(part for part in parts(finder) if isinstance(part, ReadingField))
    assert field.verdict.startswith("TOO HIGH")
    assert [place_in(page(finder), part) for part in parts(finder)] == before
    assert letters(finder, "verdict") == letters(finder, "question")
    assert said(finder.hands) == "Keep 7 Ω: More · TOO HIGH"
    finder.hands.press(Key.Key_Space)
    assert finder.hands.line("pressed").value == "7"


def test_the_repair_is_asked_about_so_too(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("7")
    from_afar(finder.hands)
    assert finder.question == "Fit a used button"
    assert all(is_in_sight(part) for part in parts(finder))
    finder.hands.press(Key.Key_PageDown)
    assert said(finder.hands).startswith("Cured")


def test_what_must_be_done_first_has_one_huge_button(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    from_afar(finder.hands)
    assert [part.accessibleName() for part in parts(finder)] == ["Go there and do it"]
    finder.hands.press(Key.Key_1)
    assert finder.hands.marked == "negative-off"


def test_leaving_it_goes_on_with_the_same_question(afar: Finder) -> None:
    afar.hands.press(Key.Key_1, Key.Key_F11)
    assert afar.question == LISTEN
    assert afar.card.findChild(FarPage) is None
    stages = afar.view.findChild(StageLine)
    assert stages
    assert stages.isVisible()


def test_what_is_half_typed_goes_on_there_and_back(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.press(Key.Key_4, Key.Key_F11)
    finder.hands.press(Key.Key_2, Key.Key_F11)
    assert finder.question == OHMS
    assert finder.field.typed == "42"


def test_answers_are_as_high_as_gloves_need_on_this_screen(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.ui.style.far_sizes.target_on", lambda _screen: 120)
    from_afar(finder.hands)
    assert all(part.height() >= 120 for part in parts(finder))


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("size", [SIZES[0], (3840, 2160), *SIZES[1:]])
def test_nothing_overlaps_and_nothing_is_cut(finder: Finder, size: tuple[int, int]) -> None:
    from_afar(finder.hands, *size)
    for _question in answered(finder.hands):
        assert_whole(finder)


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (640, 480), (3840, 2160), (5120, 1440)])
@pytest.mark.parametrize("guide", ["tailgate-button", "remote-key"])
def test_so_it_is_in_the_shipped_guides(begin: Begin, guide: str, size: tuple[int, int]) -> None:
    finder = begin(guide)
    from_afar(finder.hands, *size)
    finder.hands.press(Key.Key_F2, Key.Key_1)
    finder.know_nothing()
    for _question in answered(finder.hands):
        assert_whole(finder)


def answered(hands: Hands) -> Iterator[int]:
    """Yield while a question is in sight, and answer each with the last of its answers."""
    finder = Finder(hands)
    for number in range(30):
        if not isinstance(finder.card, AskCard):
            return
        yield number
        if finder.card.fields:
            return
        hands.press(Key(Key.Key_0 + len(finder.card.choices)))


def assert_whole(finder: Finder) -> None:
    """See that picture, question and answers lie in their place, and that all of the question is in sight."""
    places: list[QRect] = [place_in(page(finder), part) for part in parts(finder)]
    places += [place_in(page(finder), card) for card in page(finder).findChildren(PictureCard)]
    places += [place_in(page(finder), words) for words in labels(page(finder)) if words.property("kind") == "question"]
    assert all(page(finder).rect().contains(place) for place in places)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
    assert [words.text() for words in labels(page(finder)) if words.text() and clipped(words)] == []
    assert is_in_sight(parts(finder)[0])
    first = page(finder).mapTo(finder.view, QPoint())
    assert finder.view.rect().contains(first)
