"""Everything can be reached in a small window, whatever the text size."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = [(640, 360), (683, 384), (800, 600), (1024, 600), (1366, 768), (600, 1024)]
IN_THE_BAR = {"Home", "Jobs", "Job", "Find fault", "Parts", "Print", "View"}


def place_of(hands: Hands, widget: QWidget) -> QRect:
    """Return where a widget lies in the window."""
    return QRect(widget.mapTo(hands.window, QPoint()), widget.size())


def in_the_bar(hands: Hands) -> list[QToolButton]:
    """Return the buttons in the bar."""
    return [button for button in hands.window.body.header.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.walk(first=4)
@pytest.mark.parametrize(
    ("width", "height", "larger"), [*((*size, 0) for size in SIZES), *((*size, 3) for size in SIZES if size[0] >= 800)]
)
def test_every_button_is_in_the_window_and_whole(hands: Hands, width: int, height: int, larger: int) -> None:
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    hands.window.frame.resize(width, height)
    hands.press(Key.Key_Down)
    assert hands.window.frame.width() == max(width, 640)
    whole = hands.window.rect()
    buttons: list[QAbstractButton] = [*in_the_bar(hands), *hands.window.body.foot.findChildren(QAbstractButton)]
    for button in buttons:
        assert whole.contains(place_of(hands, button)), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert whole.contains(place_of(hands, hands.window.body.header.search))
    assert whole.contains(place_of(hands, hands.window.body.route))


def test_the_menu_of_a_narrow_window_leads_to_all_that_the_bar_of_a_wide_one_does(hands: Hands) -> None:
    hands.window.frame.resize(800, 600)
    hands.press(Key.Key_Down)
    (button,) = in_the_bar(hands)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Home, and back to the job", "All jobs", "Find the fault", "Parts", "Job", "Print", "View"]


def test_the_buttons_come_back_in_a_wide_window(hands: Hands) -> None:
    hands.window.frame.resize(700, 600)
    hands.press(Key.Key_Down)
    assert [button.text() for button in in_the_bar(hands)] == ["Menu"]
    hands.window.frame.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert {button.text() for button in in_the_bar(hands)} == IN_THE_BAR


def test_the_checklist_panel_folds_to_a_rail_where_there_is_no_room_for_it(hands: Hands) -> None:
    body = hands.window.body
    hands.window.frame.resize(1000, 600)
    hands.press(Key.Key_Down)
    assert (body.route.is_folded, place_of(hands, body.route).width()) == (True, 64)
    hands.window.frame.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert (body.route.is_folded, place_of(hands, body.route).width()) == (False, 276)
    assert place_of(hands, body.route).right() < place_of(hands, body.step).left()


def test_the_picture_goes_under_the_words_in_a_narrow_window(hands: Hands) -> None:
    body = hands.window.body
    assert place_of(hands, body.step.beside).left() > place_of(hands, body.step).right()
    hands.window.frame.resize(660, 640)
    hands.press(Key.Key_Down)
    (picture,) = body.step.findChildren(DiagramView)
    assert (body.step.beside.isVisible(), picture.isVisible()) == (False, True)
    hands.window.frame.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert (body.step.beside.isVisible(), body.step.findChildren(DiagramView)) == (True, [])


def test_in_an_upright_window_the_picture_has_the_width_below_the_step(hands: Hands) -> None:
    body = hands.window.body
    hands.window.frame.resize(1080, 1920)
    hands.press(Key.Key_Down)
    step, picture = place_of(hands, body.step), place_of(hands, body.step.beside)
    assert (picture.left(), picture.width()) == (step.left(), step.width())
    assert picture.top() > step.bottom() > picture.height() > 500
    hands.choose(Action.PARTS)
    settle()
    assert place_of(hands, body.step).height() > place_of(hands, body.step.beside).height()
    hands.choose(Action.PARTS)
    hands.window.frame.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert place_of(hands, body.step.beside).left() > place_of(hands, body.step).right()


def test_what_is_typed_outlives_a_picture_that_goes_elsewhere(hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.", then=Key.Key_5)
    hands.window.frame.resize(660, 640)
    settle()
    assert (hands.typed("battery"), hands.field("battery").hasFocus()) == ("12.5", True)
    hands.press(Key.Key_Return)
    assert hands.row("battery").mark is Mark.DONE


def test_a_job_can_be_done_in_the_smallest_window(hands: Hands) -> None:
    hands.window.frame.resize(640, 360)
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.type("12.6")
    hands.turn(12)
    assert hands.step == "close"
