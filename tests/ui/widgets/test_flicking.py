"""A finger scrolls an area, and presses nothing by that; a tap is a tap."""

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.scroll_column import ScrollColumn

DEVICE = QTest.createTouchDevice()
HEIGHT = 400


class Finger:
    """A finger on a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window.windowHandle()

    def tap(self, place: QPoint) -> None:
        """Touch a place for a moment."""
        self.drag(place, 0)

    def drag(self, place: QPoint, down: int, steps: int = 8) -> None:
        """Touch a place, and move down, up if negative."""
        QTest.touchEvent(self._window, DEVICE).press(0, place, self._window).commit()
        for step in range(1, steps + 1 if down else 1):
            there = place + QPoint(0, down * step // steps)
            QTest.touchEvent(self._window, DEVICE).move(0, there, self._window).commit()
            _wait_for_the_clock()
        QTest.touchEvent(self._window, DEVICE).release(0, place + QPoint(0, down), self._window).commit()


def _wait_for_the_clock() -> None:
    """Wait until the clock of the touches has gone on: two places at one moment are no movement."""
    now = QDeadlineTimer.current().deadline()
    while QDeadlineTimer.current().deadline() == now:
        pass


class Shelf:
    """A column with many buttons and a slider."""

    def __init__(self, area: ScrollColumn, pressed: list[int], slider: QSlider) -> None:
        self.area, self.pressed, self.slider = area, pressed, slider
        self.finger = Finger(area)

    @property
    def scrolled(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.area.verticalScrollBar().value()


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    """Return the shelf."""
    area, column, slider, pressed = ScrollColumn(), QWidget(), QSlider(), list[int]()
    layout = QVBoxLayout(column)
    slider.setMinimumHeight(200)
    layout.addWidget(slider)
    for number in range(40):
        button = QPushButton(str(number))
        button.setFixedHeight(50)
        button.clicked.connect(lambda _checked=False, number=number: pressed.append(number))
        layout.addWidget(button)
    words = QLabel("Only what flows is as high as it needs.")
    words.setWordWrap(True)
    layout.addWidget(words)
    area.show_column(column)
    qtbot.addWidget(area)
    area.resize(300, HEIGHT)
    area.show()
    return Shelf(area, pressed, slider)


def test_a_tap_presses_what_is_tapped(shelf: Shelf) -> None:
    shelf.finger.tap(QPoint(100, 300))
    assert len(shelf.pressed) == 1
    assert shelf.scrolled == 0


def test_a_drag_scrolls_and_presses_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.finger.drag(QPoint(100, 350), -200)
    qtbot.waitUntil(lambda: shelf.scrolled > 100)
    assert shelf.pressed == []


def test_at_the_end_a_drag_presses_nothing_either(shelf: Shelf) -> None:
    shelf.finger.drag(QPoint(100, 250), 100)
    assert (shelf.scrolled, shelf.pressed) == (0, [])


def test_a_slider_is_moved_not_the_area(shelf: Shelf) -> None:
    place = shelf.slider.mapTo(shelf.area, shelf.slider.rect().center())
    shelf.finger.drag(place, 40)
    assert shelf.scrolled == 0


def test_what_has_nothing_to_scroll_is_tapped_as_ever(qtbot: QtBot) -> None:
    area, pressed = ScrollColumn(), list[bool]()
    button = QPushButton("Yes")
    button.clicked.connect(lambda: pressed.append(True))
    area.show_column(button)
    qtbot.addWidget(area)
    area.resize(300, HEIGHT)
    area.show()
    Finger(area).tap(button.mapTo(area, button.rect().center()))
    assert pressed == [True]


def test_a_list_is_scrolled_without_choosing(qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.addItems([str(number) for number in range(200)])
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    let_flick(rows)
    qtbot.addWidget(rows)
    rows.resize(300, HEIGHT)
    rows.show()
    Finger(rows).drag(QPoint(100, 350), -200)
    qtbot.waitUntil(lambda: rows.verticalScrollBar().value() > 100)
    assert rows.currentRow() == -1


def test_words_are_scrolled_without_being_selected(qtbot: QtBot) -> None:
    words = QPlainTextEdit("\n".join(map(str, range(200))))
    let_flick(words)
    qtbot.addWidget(words)
    words.resize(300, HEIGHT)
    words.show()
    Finger(words).drag(QPoint(100, 350), -200)
    qtbot.waitUntil(lambda: words.verticalScrollBar().value() > 0)
    assert not words.textCursor().hasSelection()
