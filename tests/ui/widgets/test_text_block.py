"""Blocks of words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.text_block import TextBlock


def has(block: TextBlock, colour: QColor) -> bool:
    """Whether the block is painted in a colour anywhere."""
    image = block.grab().toImage()
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def colours() -> Iterator[QPalette]:
    """Return the colours of the application, which are put back afterwards."""
    before = QPalette(QApplication.palette())
    yield QPalette(before)
    QApplication.setPalette(before)


def test_links_take_the_colours_of_another_theme(qtbot: QtBot, colours: QPalette) -> None:
    block = TextBlock('<a href="step:x" style="font-size:48px">MMM</a>')
    qtbot.addWidget(block)
    block.resize(200, 80)
    block.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    block.show()
    for name in ("#0b5cd5", "#6ea8ff"):
        colours.setColor(QPalette.ColorRole.Link, QColor(name))
        QApplication.setPalette(colours)
        QApplication.processEvents()
        assert has(block, QColor(name))
