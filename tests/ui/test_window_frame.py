"""The window as the desktop knows it."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from tests.ui.hands import Workshop


def frame_in(folder: Path) -> WindowFrame:
    return WindowFrame(WindowSettings(folder / "settings.ini"))


def test_an_empty_window_has_its_title_and_a_place_on_the_screen(tmp_path: Path) -> None:
    frame = frame_in(tmp_path)
    frame.show()
    assert frame.windowTitle() == "Micra Assistant"
    assert screen_of(frame).geometry().contains(frame.geometry().topLeft())


def test_it_cannot_be_closed_while_its_contents_are_being_made(tmp_path: Path) -> None:
    frame = frame_in(tmp_path)
    frame.show()
    assert not frame.close()
    frame.hold(QLineEdit())
    assert frame.close()


def test_it_is_where_it_was_left(tmp_path: Path) -> None:
    left = frame_in(tmp_path)
    left.hold(QLineEdit())
    left.show()
    left.resize(777, 555)
    left.close()
    assert frame_in(tmp_path).size().toTuple() == (777, 555)


def test_its_contents_fill_it(workshop: Workshop) -> None:
    window = workshop.open(1024, 600).window
    assert window.frame.size() == window.size() == window.body.size()
