"""Labels of rich text: as high as Qt's own, painted once, with links that are found, followed and read out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.rich_label import RichLabel

WORDS = '<p style="line-height:114%; margin:0">Hold the <a href="step:x">panel</a> with <b>both</b> hands.</p>'


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102 - as Qt names it
        self.times += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[RichLabel]:
    """Return a label in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    words = RichLabel(WORDS)
    layout.addWidget(words)
    window.resize(220, 200)
    window.show()
    QApplication.processEvents()
    yield words
    window.close()


def place_of(link: str, label: RichLabel) -> QPoint:
    """Return a point at which the label is a link."""
    found: list[str] = []
    label.linkHovered.connect(found.append)
    for place in (QPoint(x, y) for y in range(2, label.height(), 4) for x in range(2, label.width(), 4)):
        QTest.mouseMove(label, place)
        if found and found[-1] == link:
            return place
    raise AssertionError(f"{link} is nowhere")


@pytest.mark.parametrize("width", [90, 160, 400])
def test_it_is_as_high_as_a_label_of_qt(label: RichLabel, width: int) -> None:
    own = QLabel(WORDS)
    own.setTextFormat(Qt.TextFormat.RichText)
    own.setWordWrap(True)
    own.setFont(label.font())
    assert label.heightForWidth(width) == own.heightForWidth(width)


def test_it_is_painted_once_for_each_change(label: RichLabel) -> None:
    painted = Painted(label)
    label.setText(WORDS.replace("both", "two"))
    QApplication.processEvents()
    QApplication.processEvents()
    assert painted.times == 1


def test_it_draws_its_new_words(label: RichLabel) -> None:
    before = label.grab().toImage()
    label.setText(WORDS.replace("both", "two"))
    assert label.grab().toImage() != before


def test_it_takes_other_letters(label: RichLabel) -> None:
    before = label.heightForWidth(120)
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)
    assert label.heightForWidth(120) > 2 * before


def test_a_link_is_followed_where_it_is_pressed_and_let_go(label: RichLabel) -> None:
    followed: list[str] = []
    label.linkActivated.connect(followed.append)
    place = place_of("step:x", label)
    assert label.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=place)
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, pos=label.rect().bottomRight())
    assert followed == ["step:x"]


def test_what_is_no_link_is_left_to_what_it_stands_in(label: RichLabel) -> None:
    heard: list[QEvent.Type] = []

    class Around(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            heard.append(event.type())
            return False

    around = Around(label.window())
    label.window().installEventFilter(around)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=label.rect().bottomRight())
    assert QEvent.Type.MouseButtonPress in heard


def test_it_is_read_out_without_marks(label: RichLabel) -> None:
    assert label.accessibleName() == "Hold the panel with both hands."
    label.setText("<b>Stop</b>")
    label.grab()
    assert label.accessibleName() == "Stop"
