"""A photo, enlarged."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.notes.photo_thumb import Picture
from micra_assistant.ui.notes.photo_window import PhotoWindow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.ui.hands import settle
from tests.ui.photos import colours, encoded, no_photo, photo, two_halves

Key = Qt.Key


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Return a window to be in front of."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1024, 600)
    parent.show()
    return parent


def enlarged(parent: QWidget, picture: Picture) -> PhotoWindow:
    """Return the window that shows a photo."""
    window = PhotoWindow(photo("p", "sha", "<b>clip</b>.jpg"), picture, Look(load_theme(ThemeName.LIGHT)), parent)
    window.open()
    settle()
    return window


@pytest.fixture
def large(parent: QWidget) -> PhotoWindow:
    """Return a small photo, enlarged."""
    return enlarged(parent, lambda _: encoded(two_halves(400, 300), "jpeg"))


def test_the_whole_photo_fills_the_window_in_its_shape(large: PhotoWindow) -> None:
    assert large.view.height() > 450
    assert large.view.width() == pytest.approx(large.view.height() * 4 / 3, abs=1)
    assert colours(large.view.grab().toImage()).startswith("red blue")


def test_it_says_what_is_known_of_the_photo_in_plain_words(large: PhotoWindow) -> None:
    (caption,) = large.findChildren(QLabel)
    assert caption.textFormat() is Qt.TextFormat.PlainText
    for said in (caption.text(), large.view.accessibleName()):
        assert " · Anna · " in said
        assert "<b>clip</b>.jpg" in said


def test_it_zooms_with_keys_and_wheel_but_never_smaller_than_the_window(large: PhotoWindow) -> None:
    fitted, widths = large.view.width(), []
    for key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus):
        QTest.keyClick(large, key)
        widths.append(round(large.view.width() / fitted, 2))
    for turn in (120, -120, -120):
        QTest.wheelEvent(large.windowHandle(), QPointF(large.rect().center()), QPoint(0, turn))
        settle()
        widths.append(round(large.view.width() / fitted, 2))
    assert widths == [1.25, 1.56, 1.25, 1, 1, 1.25, 1, 1]


@pytest.mark.parametrize("way", ["escape", "tap"])
def test_escape_or_a_tap_closes_it_and_nothing_of_it_is_left(parent: QWidget, large: PhotoWindow, way: str) -> None:
    if way == "escape":
        QTest.keyClick(large, Key.Key_Escape)
    else:
        QTest.mouseClick(large.view, Qt.MouseButton.LeftButton)
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert parent.findChild(PhotoWindow) is None


@pytest.mark.parametrize("picture", [no_photo, lambda _: b"%PDF"])
def test_a_photo_that_cannot_be_read_says_so(parent: QWidget, picture: Picture) -> None:
    window = enlarged(parent, picture)
    assert not window.view.readable
    assert window.view.width() > 400
