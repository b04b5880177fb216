"""The window as the desktop knows it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from tests.ui.hands import Workshop


@pytest.fixture
def make_frame(tmp_path: Path) -> Iterator[Callable[[], WindowFrame]]:
    """Return what makes windows with the same settings, which go at the end."""
    made: list[WindowFrame] = []

    def make() -> WindowFrame:
        made.append(WindowFrame(WindowSettings(tmp_path / "settings.ini")))
        return made[-1]

    yield make
    for frame in made:
        frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_an_empty_window_has_its_title_and_a_place_on_the_screen(make_frame: Callable[[], WindowFrame]) -> None:
    frame = make_frame()
    frame.show()
    assert frame.windowTitle() == "Micra Assistant"
    assert screen_of(frame).geometry().contains(frame.geometry().topLeft())


def test_it_cannot_be_closed_while_its_contents_are_being_made(make_frame: Callable[[], WindowFrame]) -> None:
    frame = make_frame()
    frame.show()
    assert not frame.close()
    frame.hold(QLineEdit())
    assert frame.close()


def test_it_is_where_it_was_left(make_frame: Callable[[], WindowFrame]) -> None:
    left = make_frame()
    left.hold(QLineEdit())
    left.show()
    left.resize(777, 555)
    left.close()
    assert make_frame().size().toTuple() == (777, 555)


def test_its_contents_fill_it(workshop: Workshop) -> None:
    window = workshop.open(1024, 600).window
    assert window.frame.size() == window.size() == window.body.size()
