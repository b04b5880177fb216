"""All that is in sight has a name and a role, and no change goes unheard: a walk through all that the window shows."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from micra_assistant import assets
from micra_assistant.jobs.events import Described
from micra_assistant.ui.actions import Action
from micra_assistant.ui.circuit.circuit_controls import CircuitControls
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.builders import write_guide
from tests.other_letters import in_other_letters
from tests.ui.accessible_tree import Told, elements, lacks, told
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.listening import Heard
from tests.ui.test_pseudo import GUIDE, closed, looked_up, nothing, restore, tap_first, two_guides, worked

Key = Qt.Key
_LOOKS = [
    *(Action.DESKTOP_COLOURS, Action.LIGHT, Action.DARK, Action.OTHER_COLOURS, Action.CONTRAST_LIGHT),
    *(Action.CONTRAST_DARK, Action.LARGER, Action.SMALLER),
]
"""What changes the looks alone, and with them how much there is room for."""
_BY_THREAD = [Action.READ_ALOUD, Action.READ_AGAIN]
"""What is said of these is said by a voice, or comes later."""


class Walk:
    """What was found on a walk: what has no name or role, what has changed unheard, what was said twice; and where."""

    def __init__(self, heard: Heard) -> None:
        self.found: list[str] = []
        self._heard = heard
        self._lacking: set[str] = set()
        self._place = ""
        self._watch = QTimer(interval=5)
        self._watch.timeout.connect(self._close_dialog)

    def act(self, place: str, hands: Hands, act: Callable[[], object], words: str = "") -> None:
        """Do something; what is otherwise after it has to be said once, ``words`` too, or to have the focus now."""
        self._place, frame = place, hands.window.frame
        _wait_for_home(hands)
        before, focus = told(elements(frame)), frame.focusWidget()
        self._heard.take()
        self._watch.start()
        act()
        settle()
        self._watch.stop()
        self._close_dialogs(frame)
        after = elements(frame)
        said, is_led_to = self._heard.take(), frame.focusWidget() is not focus
        if told(after) != before and not (said or is_led_to or place in (*_LOOKS, *_BY_THREAD)):
            self._note(f"unheard: {_others(before, told(after))}")
        if words and not any(words in one for one in said):
            self._note(f"not said: {words}, but {said}")
        for one, times in Counter(said).items():
            if times > 1 and place not in _BY_THREAD:
                self._note(f"said {times} times: {one}")
        self._look(after)

    def _note(self, what: str) -> None:
        self.found.append(f"{self._place}: {what}")

    def _look(self, found: Sequence[QAccessibleInterface]) -> None:
        for lack in sorted(lacks(found) - self._lacking):
            self._note(lack)
            self._lacking.add(lack)

    def _close_dialog(self) -> None:
        if window := QApplication.activeModalWidget():
            self._look(elements(window))
            window.close()

    def _close_dialogs(self, frame: QWidget) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not frame:
                self._look(elements(window))
                window.close()
        settle()


def _wait_for_home(hands: Hands) -> None:
    """Let home find out what it does behind the window: nobody has done anything when that is known."""
    if forecasts := hands.window.home._forecasts:
        forecasts._background.wait()
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


@pytest.mark.walk
@pytest.mark.parametrize(
    "state",
    [
        worked,
        nothing,
        *(pytest.param(state, marks=pytest.mark.slow) for state in (two_guides, closed, looked_up)),
    ],
)
def test_whatever_is_asked_for_can_be_heard(
    furnished: Workshop, walk: Walk, state: Callable[[Workshop], Hands]
) -> None:
    hands = state(furnished)
    at_first = hands.window.workbench.shown
    for action in [action for action in Action if action is not Action.QUIT]:
        restore(hands, at_first, state is closed)
        walk.act(action, hands, partial(hands.choose, action))
        hands.window.body.messages.drop()
        if hands.window.workbench.shown:
            hands.window.body.show_job_view()
    assert not walk.found, "\n".join(walk.found)


def test_whatever_is_done_is_said(furnished: Workshop, walk: Walk) -> None:
    hands = worked(furnished)
    hands.window.workbench.begin("9", Described("AB12 CDE"))
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "a doubt": (lambda: hands.fill_in("battery", "1"), "1 volt. TOO LOW"),
        "no number": (lambda: hands.fill_in("battery", "?"), "Type a number in V"),
        "an amount amiss": (lambda: hands.fill_in("battery", "99"), "99 volts. TOO HIGH"),
        "a source": (lambda: hands.window.work.say_source("meters"), "sure"),
        "a picture": (lambda: tap_first(hands, "look", DiagramView), ""),
        "a circuit": (lambda: tap_first(hands, "circuit", DiagramView), in_other_letters("Know it")),
        "a fault of the circuit": (lambda: choose_fault(hands), "TP1"),
        "the next step": (lambda: hands.window.workbench.go_to("power-off"), "WARNING."),
        "held by a gate": (lambda: hands.tap(hands.row("panel")), in_other_letters("Panel off.") + " First:"),
        "a gate": (lambda: hands.tap(hands.row("negative-off")), "You confirm:"),
        "passed": (hands.confirm, "Open on the car now:"),
        "a count": (lambda: hands.fill_in("clips", "1.5"), "a whole number"),
        "taken off": (lambda: hands.tap(hands.row("panel")), in_other_letters("Panel off") + ": done."),
        "put back": (lambda: hands.press(Key.Key_F6), "It is back:"),
        "the next thing": (lambda: hands.press(Key.Key_Down), "It is back:"),
        "called away": (lambda: hands.press(Key.Key_F8), "I am back"),
        "back again": (lambda: hands.press(Key.Key_Space), "Where you were"),
        "parts": (lambda: hands.press(Key.Key_F4), "The parts"),
        "arm's length": (lambda: hands.press(Key.Key_F11), "Arm’s length."),
        "on there": (lambda: hands.press(Key.Key_PageDown), ""),
        "and on": (lambda: hands.press(Key.Key_PageDown), ""),
        "as usual": (lambda: hands.press(Key.Key_F11), "as usual again"),
        "a search": (
            lambda: hands.window.search.search_for("button"),
            "No guide has: button. Try fewer or other words.",
        ),
        "away from it": (lambda: hands.press(Key.Key_Escape), ""),
        "the finder": (lambda: hands.press(Key.Key_F2), "What is known already?"),
        "nothing more": (lambda: hands.press(Key.Key_PageDown, Key.Key_Space), "1: "),
        "an answer": (lambda: hands.press(Key.Key_2), "2: "),
        "the reasons": (lambda: unfold(hands), "Expected bill"),
        "the question from afar": (lambda: hands.press(Key.Key_F11), "Arm’s length."),
        "an answer is marked": (lambda: hands.press(Key.Key_PageDown), ""),
        "and given": (lambda: hands.press(Key.Key_Space), ""),
        "another answer": (lambda: hands.press(Key.Key_1), ""),
        "put back from afar": (lambda: hands.press(Key.Key_F6), "It is back:"),
        "one thing on": (lambda: hands.press(Key.Key_PageDown), "It is back:"),
        "and back in place": (lambda: hands.press(Key.Key_Space), "It is back:"),
        "near again": (lambda: hands.press(Key.Key_F11), "as usual again"),
        "all jobs": (lambda: hands.choose(Action.JOBS), ""),
        "one of them": (lambda: hands.press(Key.Key_Down), "Open the job: 0002"),
        "those of a car": (lambda: hands.type("12", Key.Key_Shift), "2 of 3 jobs"),
        "a guide with mistakes": (lambda: spoil(furnished, hands), "has 2 mistakes"),
    }
    for name, (act, words) in acts.items():
        walk.act(name, hands, act, words)
    assert not walk.found, "\n".join(walk.found)


def unfold(hands: Hands) -> None:
    """Unfold why it is this that is asked."""
    why = hands.aside(QuestionView).why
    assert why is not None
    why.why.click()


def spoil(workshop: Workshop, hands: Hands) -> None:
    """Write a mistake into the guide, and open it."""
    page = workshop.guides / "9" / "20-measure.md"
    page.write_text("# Nothing\n", encoding="utf-8")
    hands.begin("9")


def choose_fault(hands: Hands) -> None:
    """Choose the last fault of the circuit in sight."""
    cases = hands.window.body.step.findChild(CircuitControls) or hands.window.body.step.beside.findChild(
        CircuitControls
    )
    assert cases is not None
    cases.cases.setCurrentIndex(cases.cases.count() - 1)
    cases.cases.activated.emit(cases.cases.currentIndex())


@pytest.mark.slow
@pytest.mark.parametrize("guide", ["remote-key", "tailgate-button"])
def test_every_step_and_question_of_a_shipped_guide_can_be_heard(workshop: Workshop, walk: Walk, guide: str) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin(guide)
    for step in hands.window.workbench.shown.guide.steps if hands.window.workbench.shown else ():
        walk.act(step.title, hands, partial(hands.window.workbench.go_to, step.id))
        for _line in step.items:
            walk.act(f"{step.title}, a line", hands, partial(hands.press, Key.Key_Down))
            walk.act(f"{step.title}, Space", hands, partial(hands.press, Key.Key_Space))
    for complaint in [0, 1, 2, 0, 1, 2]:
        hands.begin(guide)
        if complaint == 0:
            walk.act("nearer or farther", hands, partial(hands.press, Key.Key_F11))
        walk.act("the finder", hands, partial(hands.press, Key.Key_F2))
        for number in (complaint + 1, *[1, 2] * 6):
            walk.act(f"answer {number}", hands, partial(hands.press, Key(Key.Key_0 + number)))
    assert not walk.found, "\n".join(walk.found)
