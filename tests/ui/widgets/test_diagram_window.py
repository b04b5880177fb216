"""A picture, enlarged."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.diagram_window import DiagramWindow
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import open_dialog
from tests.ui.player.test_player import from_afar

Key = Qt.Key


@pytest.fixture
def large(hands: Hands) -> DiagramWindow:
    """Return the picture of the first step, tapped."""
    hands.tap(picture(hands.window.body.step.beside))
    return open_dialog(DiagramWindow)


def picture(inside: QWidget) -> DiagramView:
    """Return the picture inside something."""
    view = inside.findChild(DiagramView)
    assert view is not None
    return view


def test_a_tap_enlarges_the_picture(hands: Hands, large: DiagramWindow) -> None:
    assert picture(large).width() > 1.5 * picture(hands.window.body.step.beside).width()
    assert picture(large).accessibleName() == "The tailgate from behind"


def test_it_zooms_in_and_out_but_never_smaller_than_the_window(hands: Hands, large: DiagramWindow) -> None:
    fitted = picture(large).width()
    widths = []
    for key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus):
        hands.press(key)
        widths.append(round(picture(large).width() / fitted, 2))
    assert widths == [1.25, 1.56, 1.25, 1, 1]


def test_the_wheel_zooms(large: DiagramWindow) -> None:
    fitted = picture(large).width()
    widths = []
    for turn in (120, 120, -120, -120, -120):
        QTest.wheelEvent(large.windowHandle(), QPointF(large.rect().center()), QPoint(0, turn))
        settle()
        widths.append(round(picture(large).width() / fitted, 2))
    assert widths == [1.25, 1.56, 1.25, 1, 1]


@pytest.mark.parametrize("way", ["escape", "tap"])
def test_escape_or_a_tap_closes_it_and_nothing_of_it_is_left(hands: Hands, large: DiagramWindow, way: str) -> None:
    hands.press(Key.Key_Escape) if way == "escape" else hands.tap(picture(large))
    settle()
    assert QApplication.activeModalWidget() is None
    assert hands.window.frame.findChild(DiagramWindow) is None
    hands.press(Key.Key_Space)
    assert "1 of 12" in hands.text


@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920)])
def test_from_afar_its_caption_stands_where_the_picture_leaves_room(hands: Hands, size: tuple[int, int]) -> None:
    from_afar(hands, *size)
    (view,) = (view for view in hands.window.body.step.findChildren(DiagramView) if view.isVisible())
    view.tapped.emit()
    settle()
    large = open_dialog(DiagramWindow)
    seen, words = picture(large), large.words
    places = [QRect(part.mapTo(large, QPoint()), part.size()) for part in (seen, words)]
    assert (words.isVisible(), words.text()) == (True, seen.accessibleName())
    assert not places[0].intersects(places[1])
    assert places[1].height() >= words.heightForWidth(words.width())
    fitted = seen.sizeHint().scaled(large.rect().size(), Qt.AspectRatioMode.KeepAspectRatio)
    assert seen.width() > 0.6 * fitted.width()
    hands.press(Key.Key_Plus)
    assert not words.isVisible()
    large.close()
