"""A walk through all that the window shows, in many sizes, to see whether everything has its room."""

from collections.abc import Callable
from functools import partial
from itertools import product
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame import foot
from micra_assistant.ui.widgets import dialog_room
from tests.ui.hands import Hands, settle
from tests.ui.room_checks import without_room

LOOKS = (
    *(Action.LARGER, Action.SMALLER, Action.OTHER_COLOURS, Action.DESKTOP_COLOURS),
    *(Action.LIGHT, Action.DARK, Action.CONTRAST_LIGHT, Action.CONTRAST_DARK),
)
"""What changes the look, and would change what is walked through."""


class Case(NamedTuple):
    """A size of the window and of the text."""

    width: int
    height: int
    scale: float


SIZES = ((800, 600), (1024, 600), (1366, 768), (1920, 1080), (3840, 2160), (5120, 1440), (1080, 1920))
SCALES = (1.0, 1.5, 2.0, 2.5)
CORNERS = tuple(Case(*size, scale) for size, scale in product(((800, 600), (3840, 2160)), (1.0, 2.5)))
ALL = tuple(Case(*size, scale) for size, scale in product(SIZES, SCALES))


class RoomWalk:
    """What was met on a walk: ``seen`` counts the windows looked at, ``found`` has what lacks room, and where."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.seen = 0
        self.found: dict[str, str] = {}
        self._place = ""
        self._case = Case(0, 0, 1)
        self._watch = QTimer(interval=5)
        self._watch.timeout.connect(self._look_at_modal)

    @property
    def room(self) -> QSize:
        """The size of the window, which is as large as the screen here."""
        return self.hands.window.frame.size()

    def take(self, case: Case) -> None:
        """Take a size of window and text."""
        self._case = case
        self.hands.window.look.set_scale(case.scale)
        self.hands.window.frame.resize(case.width, case.height)
        settle()
        assert self.room == QSize(case.width, case.height), "the window cannot be as small as the screen"

    def steps(self, every: int = 1, begin: int = 0) -> None:
        """Look at the steps of the open guide, all or one of so many."""
        workbench = self.hands.window.workbench
        assert workbench.shown
        for step in workbench.shown.guide.steps[begin::every]:
            workbench.go_to(step.id)
            settle()
            self.look(step.id)

    def actions(self, before: Callable[[], object], actions: tuple[Action, ...] = tuple(Action)) -> None:
        """Choose everything there is in the menus, each once something is done before, and look at what comes."""
        for action in actions:
            if action not in LOOKS:
                before()
                self.act(action, partial(self.hands.choose, action))

    def act(self, place: str, act: Callable[[], object]) -> None:
        """Do something, and look at all that it leads to; dialogs are closed without an answer."""
        self._place = place
        self._watch.start()
        act()
        settle()
        self._watch.stop()
        self.look(place)

    def look(self, place: str) -> None:
        """Look at all windows in sight, and close those in front of the main one."""
        self._place = place
        frame = self.hands.window.frame
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not frame:
                self._look_at_and_close(window)
        settle()
        self._note(frame)

    def _look_at_modal(self) -> None:
        if window := QApplication.activeModalWidget():
            self._look_at_and_close(window)

    def _look_at_and_close(self, window: QWidget) -> None:
        try:
            window.resize(window.size().boundedTo(self.room))
            settle()
            if window.width() > self.room.width() or window.height() > self.room.height():
                self._add(f"{type(window).__name__} is larger than the screen")
            self._note(window)
        finally:
            window.close()

    def _note(self, window: QWidget) -> None:
        self.seen += 1
        for fault in without_room(window):
            self._add(fault)

    def _add(self, fault: str) -> None:
        self.found.setdefault(fault, f"{self._place}, {self._case.width}x{self._case.height} at {self._case.scale}")


@pytest.fixture
def one_screen(monkeypatch: pytest.MonkeyPatch) -> Callable[[RoomWalk], None]:
    """Return what lets a walk's window be as large as the screen; nobody chooses a file."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_asked, **_more: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked, **_more: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked, **_more: "")

    def fitted(walk: RoomWalk) -> None:
        screen = SimpleNamespace(availableSize=lambda: walk.room, availableGeometry=lambda: QRect(QPoint(), walk.room))
        for module in (dialog_room, foot):
            monkeypatch.setattr(module, "screen_of", lambda _widget: screen)

    return fitted
