"""What an act leads to is shown at once and painted once: nothing comes late, under a finger that is on its way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough


class Watch(QObject):
    """Counts how often a widget is painted, and notes something whenever it is."""

    def __init__(self, widget: QWidget, note: Callable[[], object] = lambda: None) -> None:
        super().__init__(widget)
        self.paints = 0
        self._note = note
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a paint."""
        if event.type() is QEvent.Type.Paint:
            self.paints += 1
            self._note()
        return super().eventFilter(watched, event)


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at the window, all of it painted."""
    hands = workshop.open(height=440)
    settle()
    return hands


def test_a_step_is_painted_once_and_its_keys_with_it(hands: Hands) -> None:
    watched = [Watch(part) for part in (hands.window.frame, *hands.window.body.foot.buttons.values())]
    hands.turn(1)
    settle()
    assert [watch.paints for watch in watched] == [1, 1, 1, 1]


def test_keys_say_what_they_do_before_anything_is_painted(hands: Hands) -> None:
    foot = hands.window.body.foot
    said: list[list[tuple[str, str]]] = []
    Watch(hands.window.body.step, lambda: said.append([button.said for button in foot.buttons.values()]))
    hands.turn(1)
    settle()
    assert said
    assert said[0] == [button.said for button in foot.buttons.values()]


def test_a_tick_is_shown_with_the_line_after_it_at_once(hands: Hands) -> None:
    shown: list[tuple[bool, str]] = []
    workbench = hands.window.workbench
    job = workbench.shown
    assert job
    workbench.changed.connect(lambda: shown.append((job.checklist.line("doors").done, job.current_item)))
    hands.tap(hands.row("doors"))
    assert shown[-1] == (True, "battery")
    assert shown.count((True, "battery")) == 1
