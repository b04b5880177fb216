"""A field with suggestions."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.suggest_box import SuggestBox
from tests.ui.dressing import undress


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_list_of_what_fits_looks_as_the_window_does(qtbot: QtBot, application: QApplication, scale: float) -> None:
    undress(application)
    look = Look(load_theme(ThemeName.LIGHT), scale)
    box = SuggestBox(["Button worn", "Loom broken"], "", look)
    qtbot.addWidget(box)
    completer = box.completer()
    fitting = completer.popup() if completer else None
    assert fitting is not None
    assert fitting.verticalScrollBar().sizeHint().width() == look.size(10)


def test_its_rows_are_as_high_as_gloves_need_where_it_is_read_from_afar(qtbot: QtBot) -> None:
    look = Look(load_theme(ThemeName.LIGHT), 1.0, far=FarRoom(1366, 768, 90)).of_dialogs
    box = SuggestBox(["Button worn", "Loom broken"], "", look)
    qtbot.addWidget(box)
    box.show()
    completer = box.completer()
    assert completer
    completer.setCompletionPrefix("o")
    completer.complete()
    popup = completer.popup()
    assert popup
    assert popup.visualRect(popup.model().index(0, 0)).height() >= 90
    popup.hide()
