"""Everything can be reached in a small window, whatever the text size."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

from tests.ui.workshop import Hands, Workshop

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = [(640, 360), (683, 384), (800, 600), (1024, 600), (1366, 768), (600, 1024)]
IN_THE_BAR = {"Jobs", "Job", "Find fault", "Parts", "Print", "View"}


def place_of(hands: Hands, widget: QWidget) -> QRect:
    """Return where a widget lies in the window."""
    return QRect(widget.mapTo(hands.window, QPoint()), widget.size())


def in_the_bar(hands: Hands) -> list[QToolButton]:
    """Return the buttons in the bar."""
    return [button for button in hands.window.body.header.findChildren(QToolButton) if button.isVisible()]


def reachable(button: QToolButton) -> set[str]:
    """Return what a button leads to."""
    menu = button.menu()
    words = {button.text()}
    if isinstance(menu, QMenu) and menu.title() == "Menu":
        words |= {action.text() for action in menu.actions()}
        words |= {name.title() for name in menu.findChildren(QMenu)}
    return words


@pytest.mark.parametrize("larger", [0, 3])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_button_is_in_the_window_and_whole(
    workshop: Workshop, hands: Hands, width: int, height: int, larger: int
) -> None:
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    hands.window.resize(width, height)
    hands.press(Key.Key_Down)
    assert hands.window.width() <= max(width, 640)
    step = hands.window.body.step
    buttons: list[QAbstractButton] = [*in_the_bar(hands), step.back_button]
    buttons += [step.next_button] if height > 400 and not (larger and width < 800) else []
    for button in buttons:
        assert hands.window.rect().contains(place_of(hands, button)), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert hands.window.rect().contains(place_of(hands, hands.window.body.header.search))
    count = hands.window.body.checklist
    assert hands.window.rect().right() >= place_of(hands, count).right()


@pytest.mark.parametrize("width", [640, 800, 1024, 1366])
def test_the_bar_leads_to_the_same_in_every_window(hands: Hands, width: int) -> None:
    hands.window.resize(width, 600)
    hands.press(Key.Key_Down)
    found = {words for button in in_the_bar(hands) for words in reachable(button)}
    job = {"All jobs": "Jobs", "Find the fault": "Find fault"}
    assert {job.get(words, words) for words in found} >= (IN_THE_BAR if "Menu" not in found else {"Jobs", "Find fault"})


def test_the_buttons_come_back_in_a_wide_window(hands: Hands) -> None:
    hands.window.resize(700, 600)
    hands.press(Key.Key_Down)
    assert [button.text() for button in in_the_bar(hands)] == ["Menu"]
    hands.window.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert {button.text() for button in in_the_bar(hands)} == IN_THE_BAR


def test_the_checklist_stands_under_the_step_in_a_high_window(hands: Hands) -> None:
    body = hands.window.body
    hands.window.resize(660, 1000)
    hands.press(Key.Key_Down)
    assert place_of(hands, body.checklist).top() > place_of(hands, body.step).bottom()
    assert place_of(hands, body.checklist).width() == place_of(hands, body.step).width()
    hands.window.resize(1366, 768)
    hands.press(Key.Key_Down)
    assert place_of(hands, body.checklist).left() > place_of(hands, body.step).right()
    assert place_of(hands, body.checklist).width() == 344


def test_a_job_can_be_done_in_the_smallest_window(hands: Hands) -> None:
    hands.window.resize(640, 360)
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.type("12.6", then=Key.Key_PageDown)
    assert hands.step == "power-off"
