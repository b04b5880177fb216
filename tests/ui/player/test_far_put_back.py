"""What is to be put back, from afar: one thing at a time, with what holds it together with others, and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.guide.model import plain
from micra_assistant.jobs.events import Entered, Ticked
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.ui.conftest import Begin
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import labels
from tests.ui.player.test_player import SIZES, from_afar
from tests.ui.step.test_step_body import clipped
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
APART = (Ticked("negative-off"), Entered("clips", "11"), Ticked("panel"))


def taken_apart(hands: Hands) -> Hands:
    """Take something apart, and show what is to be put back."""
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(*APART[:1])
    for act in APART[1:]:
        hands.window.workbench.shown.do(act)
    hands.press(Key.Key_F6)
    return hands


@pytest.fixture
def afar(hands: Hands) -> Hands:
    """Return hands at the put-back list, seen from afar."""
    return from_afar(taken_apart(hands))


def rows(hands: Hands) -> list[PutBackRow]:
    """Return the rows in sight."""
    return [row for row in hands.aside(PutBackView).rows if row.isVisible()]


def things(hands: Hands) -> list[str]:
    """Return what is in sight to be put back."""
    return [plain(row.item.label) for row in rows(hands)]


def letters(hands: Hands, kind: str) -> set[int]:
    """Return how high, in pixels, the letters of this kind are."""
    return {each.fontInfo().pixelSize() for each in labels(rows(hands)[0]) if each.property("kind") == kind}


def test_one_thing_is_in_sight_and_huge(afar: Hands) -> None:
    assert things(afar) == ["Fit the panel"]
    assert letters(afar, "item") == {round(768 / 18)}
    assert said(afar) == "It is back · Fit the panel"


def test_the_keys_lead_from_thing_to_thing_and_space_puts_back(afar: Hands) -> None:
    afar.press(Key.Key_PageDown)
    assert things(afar) == ["Press home the clips"]
    afar.press(Key.Key_PageUp, Key.Key_Space)
    assert afar.line("panel-on").done
    assert things(afar) == ["Press home the clips"]


def test_a_count_is_typed_into_a_huge_field_and_a_wrong_one_stays(afar: Hands) -> None:
    afar.press(Key.Key_Space, Key.Key_Space)
    field = rows(afar)[0].field
    assert field
    assert field.fontInfo().pixelSize() == 768 // 8
    afar.type("9", Key.Key_Space)
    assert things(afar) == ["Press home the clips"]
    assert "9 of 11 clips back: 2 missing" in afar.text
    afar.press(Key.Key_Space)
    afar.type("11", Key.Key_Space)
    assert things(afar) == ["Connect the negative"]


def test_once_all_is_back_that_is_said_and_the_way_leads_on(afar: Hands) -> None:
    afar.press(Key.Key_Space, Key.Key_Space)
    afar.type("11", Key.Key_Space)
    afar.press(Key.Key_Space)
    if afar.question:
        afar.confirm()
    assert things(afar) == []
    assert "Everything is back. The job can be closed." in afar.text


def test_a_finger_puts_back_too(afar: Hands) -> None:
    afar.tap(rows(afar)[0])
    assert afar.line("panel-on").done


def test_leaving_it_shows_them_all_and_the_same_one_is_marked(afar: Hands) -> None:
    afar.press(Key.Key_PageDown, Key.Key_F11)
    assert things(afar) == ["Fit the panel", "Press home the clips", "Connect the negative"]
    assert said(afar) == "Count · Press home the clips"
    assert max(letters(afar, "item")) < round(768 / 18)


def test_half_a_count_goes_on_there_and_back(hands: Hands) -> None:
    taken_apart(hands).press(Key.Key_PageDown, Key.Key_Space, Key.Key_1, Key.Key_F11)
    hands.press(Key.Key_1, Key.Key_F11)
    hands.press(Key.Key_Space)
    assert hands.line("clips-home").value == "11"


def begun(begin: Begin) -> Hands:
    """Return hands at what a shipped guide takes apart."""
    hands = begin("tailgate-button").hands
    job = hands.window.workbench.shown
    assert job
    for item in ("tailgate-open", "prop", "cloth", "negative-off"):
        job.do(Ticked(item))
    for item, count in (("screws", "6"), ("clips", "11")):
        job.do(Entered(item, count))
    for item in ("panel-off", "unplug"):
        job.do(Ticked(item))
    hands.press(Key.Key_F6)
    return hands


def test_a_picture_and_the_reason_stand_beside_the_thing(begin: Begin) -> None:
    hands = from_afar(begun(begin))
    assert things(hands) == ["Plug in the connector until it clicks"]
    assert "Hands inside: battery negative off" in hands.text
    hands.press(Key.Key_PageDown, Key.Key_PageDown)
    assert things(hands) == ["Press home the trim clips"]
    pictures = [view for view in hands.aside(PutBackView).findChildren(DiagramView) if view.isVisible()]
    assert len(pictures) == 1
    assert is_in_sight(pictures[0])


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("size", SIZES)
def test_each_thing_is_whole_at_every_size(begin: Begin, size: tuple[int, int]) -> None:
    hands = from_afar(begun(begin), *size)
    for _thing in range(8):
        view = hands.aside(PutBackView)
        assert len(rows(hands)) == 1
        assert is_in_sight(rows(hands)[0])
        assert [each.text() for each in cut(view)] == []
        hands.press(Key.Key_PageDown)


def cut(view: QWidget) -> list[QLabel]:
    """Return the words in sight that are cut."""
    settle()
    return [each for each in labels(view) if each.text() and clipped(each)]
