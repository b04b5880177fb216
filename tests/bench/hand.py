"""A hand at the window for the bench: it presses, taps and chooses, and leaves the painting to whoever measures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant import app, assembly, assets
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.keptdata import keep_in
from micra_assistant.ui.actions import Action
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.userfiles import UserFiles
from tests.bench.turns import paint

GUIDE = "tailgate-button"
Act = Callable[[], object]


class Hand:
    """What a mechanic does, each as an act to be measured."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def job(self) -> OpenJob:
        """The open job."""
        shown = self.window.workbench.shown
        assert shown is not None
        return shown

    def choose(self, action: Action) -> Act:
        """Return the act of choosing something in a menu."""
        found = self.window.findChild(QAction, action.value)
        assert isinstance(found, QAction)
        return found.trigger

    def press(self, key: Qt.Key) -> Act:
        """Return the act of pressing a key."""
        return lambda: QTest.keyClick(self._surface(), key)

    def type(self, letter: str) -> Act:
        """Return the act of typing a letter."""
        return lambda: QTest.keyClick(self._surface(), letter)  # type: ignore[call-overload]  # it does take letters

    def look(self) -> None:
        """Look at the step for a while: what comes next is made ready meanwhile."""
        for piece in self.pieces_ahead():
            piece()
            paint()

    def pieces_ahead(self) -> Iterator[Act]:
        """Yield what is made ready while a person looks, each piece as an act, to be done before the next is asked."""
        window = self.window
        for work in (window.parts._ahead, window.ahead, window.steps_ahead._ahead):
            while work._timer.isActive():
                yield work._go_on

    def tap(self, widget: QWidget) -> Act:
        """Return the act of tapping a widget."""
        return lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def _surface(self) -> QWindow:
        window = QApplication.activeWindow() or self.window.frame
        surface = window.windowHandle()
        assert surface is not None
        return surface


@contextmanager
def hand_at_job(folder: Path) -> Iterator[Hand]:
    """Yield a hand at a window in which a job has just begun; records and settings are in ``folder``."""
    files = UserFiles(folder)
    keep_in(files.guide_cache)
    window = assembly.make_window(Library(assets.guides_folder()), files)
    window.workbench.begin(GUIDE, Described())
    window.frame.resize(1366, 768)
    window.frame.show()
    window.activateWindow()
    paint()
    app.collect_from_now_on()  # as after a start
    yield Hand(window)
    window.frame.close()
    window.frame.deleteLater()
    paint()
    keep_in(None)
