"""One window for all tests that need no workshop of their own: a job begins in it in a quarter of the time.

Each test begins as in a window that was just opened: in a new job, at its first step, with the same in sight. Whatever
is not so, down to a word, a size, a setting or a file of the guide, has the window closed, and another one opened, over
records of its own; so has a test that failed. Only the number of the job differs, and there are jobs before it in the
records: a test that is about these, or about files, takes the fixture ``workshop`` besides.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.ui.main_window import MainWindow
from tests.builders import Files, write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.small_guide import GUIDE

FAILED = pytest.StashKey[bool]()
"""Whether a test has failed so far."""

_ITS_OWN = {"workshop", "heard"}
_JOB_NUMBER = re.compile(r"\b0\d{3}\b")
_JOB_IN_SETTINGS = re.compile(r"^job=.*$", re.MULTILINE)


def has_window(request: pytest.FixtureRequest) -> bool:
    """Whether a test has the whole window before it."""
    return not {"workshop", "hands", "finder"}.isdisjoint(request.fixturenames)


def shares_window(request: pytest.FixtureRequest) -> bool:
    """Whether a test begins in the window that stands open: it has no workshop of its own, nor ears from the start."""
    return has_window(request) and _ITS_OWN.isdisjoint(request.fixturenames)


def nothing(_hands: Hands) -> None:
    """Leave the new job as it is."""


def begun(request: pytest.FixtureRequest, files: Files = GUIDE, ready: Callable[[Hands], object] = nothing) -> Hands:
    """Return hands at the window of a test, in a new job with a guide of these files, after ``ready`` was done."""
    if shares_window(request):
        standing = request.getfixturevalue("standing")
        assert isinstance(standing, Standing)
        return standing.begun(files, ready)
    workshop = request.getfixturevalue("workshop")
    assert isinstance(workshop, Workshop)
    if files is not GUIDE:
        shutil.rmtree(workshop.guides / "button")
        write_guide(workshop.guides.parent, files)
    hands = workshop.open()
    ready(hands)
    return hands


class Standing:
    """The window that stands open from test to test, if one does."""

    def __init__(self, new_folder: Callable[[], Path], kept: GuideCache) -> None:
        self._new_folder = new_folder
        self._kept = kept
        self._for: tuple[Files, Callable[[Hands], object]] = {}, nothing
        self._workshop: Workshop | None = None
        self._window: MainWindow | None = None
        self._looks: object = None
        self._set: object = None

    @property
    def frame(self) -> QWidget | None:
        """The window as the desktop knows it, None if there is none."""
        return self._window.frame if self._window else None

    def begun(self, files: Files, ready: Callable[[Hands], object]) -> Hands:
        """Return hands at the window, in a new job with a guide of these files, after ``ready`` was done."""
        workshop, window = self._workshop, self._window
        if workshop and window and self._for == (files, ready) and self._is_as_set(window, workshop):
            _begin(window, workshop)
            ready(Hands(window))
            if (_as_it_looks(window), _as_it_is_set(window, workshop)) == (self._looks, self._set):
                return Hands(window)
        self.close()
        return self._opened(files, ready)

    def _is_as_set(self, window: MainWindow, workshop: Workshop) -> bool:
        return window.isVisible() and _as_it_is_set(window, workshop) == self._set

    def _opened(self, files: Files, ready: Callable[[Hands], object]) -> Hands:
        folder = self._new_folder()
        write_guide(folder, files)
        self._workshop, self._for = Workshop(folder, self._kept), (files, ready)
        hands = self._workshop.open()
        ready(hands)
        self._window = hands.window
        self._looks, self._set = _as_it_looks(self._window), _as_it_is_set(self._window, self._workshop)
        return hands

    def close(self) -> None:
        """Close the window; its records must be closed with it."""
        workshop, self._workshop, self._window = self._workshop, None, None
        if workshop:
            workshop.close()
            assert not list(workshop.files.folder.rglob("*.sqlite3-wal"))


def _begin(window: MainWindow, workshop: Workshop) -> None:
    """Close what lies over a window, scroll it up, and begin the job that it begins by itself when it is opened."""
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other is not window.frame:
            other.close()
    for area in window.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    window.activateWindow()
    way = Library(workshop.guides).ways_in()[0]
    window.workbench.begin(way.guide, Described(), way.complaint.step)
    window.setFocus()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what the former job had in sight


def _as_it_is_set(window: MainWindow, workshop: Workshop) -> object:
    """Return what holds for every job in a window: size, look, printers, keys, settings and guides."""
    settings = (file for file in (workshop.files.settings, workshop.files.workshop) if file.exists())
    return (
        (window.frame.size(), window.frame.windowState(), window.appearance.look, window.sheets._to_paper),
        [action.shortcuts() for action in _actions(window)],
        [_JOB_IN_SETTINGS.sub("", file.read_text(encoding="utf-8")) for file in settings],
        [signature(guide) for guide in sorted(workshop.guides.iterdir()) if guide.is_dir()],
    )


def _as_it_looks(window: MainWindow) -> object:
    """Return what is in sight in a window, and what can be done there."""
    hands, focus = Hands(window), QApplication.focusWidget()
    in_sight = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return (
        _JOB_NUMBER.sub("", hands.text),
        [(type(widget), widget.geometry()) for widget in in_sight],
        [widget.text() for widget in in_sight if isinstance(widget, QLineEdit)],
        (hands.step, hands.marked, hands.said, type(focus)),
        [(action.objectName(), action.isEnabled(), action.isChecked()) for action in _actions(window)],
    )


def _actions(window: MainWindow) -> list[QAction]:
    return [action for action in window.findChildren(QAction) if action.objectName()]
