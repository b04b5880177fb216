"""All that is in sight has a name and a role, and no change goes unheard: a walk through all that the window shows."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from micra_assistant.ui.actions import Action
from tests.builders import write_guide
from tests.ui.accessible_tree import Told, lacks, told
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.listening import Heard, heard
from tests.ui.test_pseudo import GUIDE, closed, looked_up, nothing, restore, two_guides, worked

__all__ = ["heard"]
Key = Qt.Key
_LOOKS = [
    *(Action.DESKTOP_COLOURS, Action.LIGHT, Action.DARK, Action.OTHER_COLOURS, Action.LARGER, Action.SMALLER),
]
"""What changes the looks alone, and with them how much there is room for."""


class Walk:
    """What was found on a walk: what has no name or role, and what has changed unheard; each where it was first."""

    def __init__(self, heard: Heard) -> None:
        self.lacking: dict[str, str] = {}
        self.unheard: list[str] = []
        self._heard = heard
        self._place = ""
        self._watch = QTimer(interval=5)
        self._watch.timeout.connect(self._close_dialog)

    def act(self, place: str, hands: Hands, act: Callable[[], object]) -> None:
        """Do something; what is otherwise after it has to be said, or to have the focus now."""
        self._place = place
        settle()
        frame = hands.window.frame
        before, focus = told(frame), frame.focusWidget()
        self._heard.take()
        self._watch.start()
        act()
        settle()
        self._watch.stop()
        self._close_dialogs(frame)
        is_led_to = frame.focusWidget() is not focus
        is_heard = self._heard.take() or is_led_to or place in _LOOKS
        if told(frame) != before and not is_heard:
            self.unheard.append(f"{place}: {_others(before, told(frame))}")
        self._look(frame)

    def _look(self, window: QWidget) -> None:
        for lack in lacks(window):
            self.lacking.setdefault(lack, self._place)

    def _close_dialog(self) -> None:
        if window := QApplication.activeModalWidget():
            self._look(window)
            window.close()

    def _close_dialogs(self, frame: QWidget) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not frame:
                self._look(window)
                window.close()
        settle()


def _others(before: list[Told], now: list[Told]) -> str:
    """Return what was there before or is there now, and not both."""
    gone, come = Counter(before) - Counter(now), Counter(now) - Counter(before)
    signed = [*(("-", told) for told in gone), *(("+", told) for told in come)]
    said = (f"{sign}{role.name} {name!r}{' ticked' * is_ticked}" for sign, (role, name, is_ticked) in signed)
    return ", ".join(said) or "another order"


@pytest.fixture
def walk(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Return a walk on which no file is chosen, wherever one is asked for."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_asked, **_more: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked, **_more: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked, **_more: "")
    return Walk(heard)


@pytest.fixture
def furnished(workshop: Workshop, tmp_path: Path) -> Workshop:
    """Return a workshop whose guide has faults, parts, a circuit and pictures."""
    write_guide(tmp_path, GUIDE).rename(tmp_path / "guides" / "9")
    return workshop


@pytest.mark.parametrize("state", [nothing, two_guides, worked, closed, looked_up])
def test_whatever_is_asked_for_can_be_heard(
    furnished: Workshop, walk: Walk, state: Callable[[Workshop], Hands]
) -> None:
    hands = state(furnished)
    at_first = hands.window.workbench.shown
    for action in Action:
        restore(hands, at_first, state is closed)
        walk.act(action, hands, partial(hands.choose, action))
        hands.window.body.messages.drop()
        if hands.window.workbench.shown:
            hands.window.body.show_job_view()
    assert walk.lacking == {}
    assert not walk.unheard, "\n".join(walk.unheard)
