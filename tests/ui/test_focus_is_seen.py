"""All can be reached by Tab, the mark is seen wherever it goes, a finger scrolls: views and dialogs, every theme."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from micra_assistant import assets
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.jobs.events import Described
from micra_assistant.ui.actions import Action
from micra_assistant.ui.history.put_back_list import PutBackList
from micra_assistant.ui.jobs.jobs_table import JobsTable
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.style.theme import ThemeName
from tests.screenshots import do_the_job
from tests.ui.focus_walk import name_of, stops, unflicked, unreached, unseen, used
from tests.ui.hands import Hands, Workshop, settle

Key = Qt.Key
VIEWS = (
    *(Action.PUT_BACK, Action.AWAY, Action.JOBS, Action.TIMELINE, Action.CAR_PAGE, Action.FIND_FAULT, Action.NOTE),
    Action.PARTS,
)
DIALOGS = (
    *(Action.NEW_JOB, Action.DETAILS, Action.CLOSE_JOB, Action.BACKUPS, Action.KEYS, Action.ABOUT, Action.SETTINGS),
    Action.PRINT,
)
MARKED_INSIDE = (StepView, PutBackList, QDialog)
"""With these in front the mark is on a line of theirs, or the foot says what Space does."""
FED_BY_OTHERS = (JobsTable,)
"""The keys of these go to the field above them, and to the foot."""
THEMES = [pytest.param(theme, marks=[pytest.mark.slow] if theme is not ThemeName.LIGHT else []) for theme in ThemeName]


@pytest.fixture(params=THEMES)
def hands(request: pytest.FixtureRequest, workshop: Workshop) -> Hands:
    """Return hands at home, in a theme."""
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.window.look.set_theme(request.param)
    settle()
    return hands


def working(hands: Hands) -> Hands:
    """Return them in the midst of a job."""
    hands.window.workbench.begin("tailgate-button", Described("AB12 CDE", "J. Smith", 84000, "Boot button dead"))
    do_the_job(hands.window)
    settle()
    return hands


def faults(name: str, window: QWidget) -> list[str]:
    """Return what Tab does not reach in a window, and where the mark is not seen."""
    settle()
    if QApplication.focusWidget() is None:
        window.activateWindow()
        settle()
    there = used(window)
    reached = stops(window)
    dim = [f"{name}: not seen on {name_of(widget)}" for widget in unseen(window, reached) if not _is_in(widget)]
    lost = [
        widget for widget in unreached(window, reached) if widget in there and not isinstance(widget, FED_BY_OTHERS)
    ]
    dim += [f"{name}: no finger scrolls {name_of(widget)}" for widget in unflicked(window)]
    return dim + [f"{name}: not reached: {name_of(widget)}" for widget in lost if not _is_spaces(window, widget)]


def _is_in(widget: QWidget) -> bool:
    return isinstance(widget, MARKED_INSIDE)


def _is_spaces(window: QWidget, widget: QWidget) -> bool:
    """Whether a button is what Space presses in a view while nothing else is marked."""
    shown = window.findChild(MainWindow)
    aside = shown.body.aside if shown else None
    return aside is not None and aside.isAncestorOf(widget) and widget.objectName() == "primary"


def in_views(hands: Hands) -> Iterator[str]:
    """Yield the faults of all views of a job."""
    for action in VIEWS:
        hands.choose(action)
        yield from faults(action, hands.window.frame)
        hands.choose(action if action is Action.PARTS else Action.SHOW_JOB)


def in_dialog(hands: Hands, action: Action) -> list[str]:
    """Return the faults of the dialog that an action opens, which is closed again."""
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), f"{action} opens {dialog}"
        try:
            found.extend(faults(action, dialog))
        finally:
            dialog.done(QDialog.DialogCode.Rejected)

    _when_open(look)
    hands.choose(action)
    settle()
    return found


def _when_open(act: Callable[[], None]) -> None:
    QTimer.singleShot(0, lambda: act() if QApplication.activeModalWidget() else _when_open(act))


def test_home(hands: Hands) -> None:
    assert faults("home", hands.window.frame) == []


def test_steps(hands: Hands) -> None:
    working(hands)
    assert faults("step", hands.window.frame) == []
    shown = hands.window.workbench.shown
    assert shown
    steps = [step for page in shown.guide.pages for step in page.steps]
    circuit = next(step.id for step in steps if any(isinstance(block, Circuit) for block in step.blocks))
    for step in ("connector-look", circuit):
        hands.window.workbench.go_to(step)
        assert faults(step, hands.window.frame) == []


def test_views(hands: Hands) -> None:
    assert list(in_views(working(hands))) == []


def test_dialogs(hands: Hands) -> None:
    working(hands)
    assert [fault for action in DIALOGS for fault in in_dialog(hands, action)] == []


def test_the_sheet_of_all_lines_keeps_tab(hands: Hands) -> None:
    working(hands)
    hands.choose(Action.ALL_LINES)
    reached = stops(hands.window.frame)
    assert [name_of(widget) for widget in unseen(hands.window.frame, reached)] == []
    assert [widget.accessibleName() or widget.text() for widget in reached] == ["All lines of the guide", "Close  Esc"]  # type: ignore[attr-defined]
    hands.press(Key.Key_Tab, Key.Key_Return)
    assert hands.window.body.asking is None
    assert QApplication.focusWidget() is hands.window.body.step


def test_a_message_is_answered_by_keys(hands: Hands) -> None:
    working(hands)
    taken: list[str] = []
    messages = hands.window.body.messages
    messages.offer("Something is offered.", "Take it", lambda: taken.append("tapped"))
    hands.press(Key.Key_Backtab)
    while (focus := QApplication.focusWidget()) and not messages.isAncestorOf(focus):
        hands.press(Key.Key_Backtab)
    buttons: list[QWidget] = [button for button in messages.findChildren(QAbstractButton) if button.isVisible()]
    assert [name_of(button) for button in unseen(hands.window.frame, buttons)] == []
    hands.press(Key.Key_Return)
    assert hands.said == ""
    assert QApplication.focusWidget() is hands.window.body.step
    messages.offer("Something is offered.", "Take it", lambda: taken.append("by F12"))
    hands.press(Key.Key_F12)
    assert hands.said == ""
    assert taken == ["by F12"]
