"""How large a dialog can be: the frame that the desktop draws round it has its place on the screen, too."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.dialog_room import grow, room_for


def test_a_dialog_as_large_as_there_is_room_is_on_the_screen_with_its_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.resize(QSize(9999, 9999).boundedTo(room_for(dialog)))
    dialog.show()
    assert dialog.frameSize() != dialog.size()
    assert dialog.frameSize() == screen_of(dialog).availableSize()


def test_a_dialog_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.resize(300, 100)
    dialog.show()
    screen = screen_of(dialog).availableGeometry()
    dialog.move(20, screen.bottom() - 150)
    grow(dialog, QSize(300, 400))
    assert dialog.height() == 400
    assert screen.contains(dialog.frameGeometry())


def test_names_and_fields_have_a_gap_that_grows_with_the_text(qtbot: QtBot) -> None:
    gaps = []
    for scale in (1.0, 2.5):
        dialog = Dialog(Look(load_theme(ThemeName.LIGHT), scale))
        qtbot.addWidget(dialog)
        layout = QVBoxLayout(dialog)
        row, grid = QHBoxLayout(), QGridLayout()
        layout.addLayout(row)
        layout.addLayout(grid)
        dialog.show()
        gaps.append((row.spacing(), grid.horizontalSpacing()))
    assert gaps == [(8, 8), (20, 20)]
