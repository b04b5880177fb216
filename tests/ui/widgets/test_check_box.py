"""A box to be ticked in a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme, style_sheet
from micra_assistant.ui.widgets.check_box import CheckBox
from tests.ui.hands import settle


def colours(box: CheckBox) -> set[str]:
    """Return all colours that are painted."""
    settle()
    image = box.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("name", ThemeName)
def test_what_is_ticked_has_the_tick_of_a_checklist_line(qtbot: QtBot, name: ThemeName) -> None:
    theme = load_theme(name)
    box = CheckBox("", Look(theme))
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(theme, 1.0))
    box.show()
    good, ink = (theme.colour(meaning).name() for meaning in ("good", "good-ink"))
    assert good not in colours(box)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert {good, ink} <= colours(box)
