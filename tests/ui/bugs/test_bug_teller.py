"""A fault of the program reaches the person, wherever it arose."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.ui.bugs.bug_teller import BugTeller
from micra_assistant.ui.frame.message_bar import Tone
from tests.ui.hands import Hands, Workshop, settle

pytestmark = [pytest.mark.qt_no_exception_capture, pytest.mark.thorough]
MISTAKE = "The program has made a mistake."


@pytest.fixture
def catcher(workshop: Workshop) -> Iterator[BugCatcher]:
    """Return the catcher, installed as the command does it."""
    catcher = BugCatcher(BugLog(workshop.files.folder))
    with catcher.installed():
        yield catcher


@pytest.fixture
def hands(workshop: Workshop, catcher: BugCatcher) -> Hands:
    """Return hands at a window over the catcher."""
    return workshop.open(catcher=catcher)


def fail() -> None:
    raise ValueError("the words of Mrs Miller")


class Sender(QObject):
    """Sends a signal."""

    sent = Signal()


class Unpaintable(QWidget):
    """Cannot be painted."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102 - Qt's own
        fail()


class Clumsy:
    """Cannot even go in peace."""

    def __del__(self) -> None:
        fail()


def in_a_slot(_hands: Hands) -> None:
    sender = Sender()
    sender.sent.connect(fail)
    sender.sent.emit()


def in_a_timer(hands: Hands) -> None:
    QTimer.singleShot(0, hands.window, fail)


def in_a_thread(_hands: Hands) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def while_painting(hands: Hands) -> None:
    Unpaintable(hands.window).show()


def in_del(_hands: Hands) -> None:
    Clumsy()
    gc.collect()


def in_an_event_filter(hands: Hands) -> None:
    class Filter(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.User:
                fail()
            return False

    filter_ = Filter(hands.window)
    hands.window.installEventFilter(filter_)
    QGuiApplication.postEvent(hands.window, QEvent(QEvent.Type.User))


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    "act",
    [in_a_slot, in_a_timer, in_a_thread, while_painting, in_del, in_an_event_filter],
    ids=lambda act: act.__name__,
)
def test_it_is_said_in_the_window_and_kept_in_the_log(hands: Hands, catcher: BugCatcher, act: "object") -> None:
    assert callable(act)
    act(hands)
    settle()
    assert hands.said.startswith(MISTAKE)
    assert "ValueError at tests/ui/bugs/test_bug_teller.py:" in hands.said
    log = catcher.log.file.read_text()
    assert "ValueError" in log
    assert "Miller" not in log + hands.said


def test_the_window_works_on(hands: Hands) -> None:
    in_a_slot(hands)
    hands.press(Qt.Key.Key_Space)
    hands.turn(1)
    assert hands.step == "power-off"
    assert hands.said.startswith(MISTAKE)


def test_it_stays_until_it_is_closed_whatever_else_is_said(hands: Hands) -> None:
    in_a_slot(hands)
    settle()
    messages = hands.window.body.messages
    hands.window.body.messages.say_problem("No room on the disk.")
    assert hands.said == "No room on the disk."
    messages.drop()
    assert hands.said.startswith(MISTAKE)
    messages.say("The note is kept.", Tone.HINT)
    messages.drop()
    assert hands.said.startswith(MISTAKE)
    hands.press(Qt.Key.Key_Escape)
    assert hands.said == ""


def test_a_problem_that_it_covers_comes_back(hands: Hands) -> None:
    hands.window.body.messages.say_problem("No room on the disk.")
    in_a_slot(hands)
    settle()
    assert hands.said.startswith(MISTAKE)
    hands.press(Qt.Key.Key_Escape)
    assert hands.said == "No room on the disk."


def test_the_same_fault_over_and_over_is_one_message_with_a_count(hands: Hands, catcher: BugCatcher) -> None:
    for _ in range(300):
        in_a_slot(hands)
    settle()
    assert catcher.count == 300
    teller = hands.window.teller
    teller._again.timeout.emit()
    assert hands.said.endswith("more than 100 times)")
    hands.press(Qt.Key.Key_Escape)
    assert hands.said == ""


def test_a_fault_while_painting_does_not_go_round_for_ever(hands: Hands, catcher: BugCatcher) -> None:
    while_painting(hands)
    for _ in range(20):
        settle()
    assert 0 < catcher.count < 100


def test_the_report_is_copied_and_the_message_stays(hands: Hands) -> None:
    in_a_slot(hands)
    settle()
    hands.button("Copy the report").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Micra Assistant: ")
    assert "\nScreen: offscreen\n" in copied
    assert "ValueError" in copied
    assert "Miller" not in copied
    assert hands.said.startswith(MISTAKE)


def test_two_bugs_are_both_said(hands: Hands) -> None:
    in_a_slot(hands)
    settle()
    in_del(hands)
    settle()
    assert "Clumsy" not in hands.said
    assert "fail" in hands.said


def test_a_teller_that_is_gone_is_no_new_fault(catcher: BugCatcher) -> None:
    parent = QObject()
    BugTeller(catcher, lambda *_: None, parent)
    parent.deleteLater()
    QTest.qWait(0)
    settle()
    catcher.note(ValueError())
    assert catcher.count == 1


def test_a_hard_end_is_said_at_the_next_start(hands: Hands) -> None:
    hands.window.teller.say_ended_hard()
    assert hands.said.startswith("The program was ended by a fault the last time.")
