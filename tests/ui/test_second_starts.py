"""The open window answers a second start, and comes to the front."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import NOBODY, OTHER_GUIDES, RAISED, request
from micra_assistant.onewindow.listening import Listener
from micra_assistant.onewindow.pipe_listening import PipeListener
from micra_assistant.ui.second_starts import SecondStarts, raise_window
from tests.onewindow.first_windows import address_for, no_pipes

Ask = Callable[[bytes], str]

pytestmark = no_pipes

ACTIVATION = "XDG_ACTIVATION_TOKEN"
GUIDES = "0123456789abcdef"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def address(tmp_path: Path) -> str:
    return address_for(tmp_path / "data")


@pytest.fixture
def raised(address: str, window: QWidget) -> Iterator[list[QWidget]]:
    """Return what was raised so far by a window that listens, with guides of a folder."""
    raised: list[QWidget] = []
    with closing(Listener(address)) as listener:
        SecondStarts(listener, GUIDES, lambda: raised.append(window), window)
        yield raised


@pytest.fixture
def asking(address: str, qtbot: QtBot) -> Iterator[Ask]:
    """Return what asks as another program does, while the window goes on."""
    with ThreadPoolExecutor() as pool:

        def asked(request: bytes) -> str:
            answer = pool.submit(ask, address, request, 60)
            qtbot.waitUntil(answer.done)
            return answer.result()

        yield asked


def test_it_is_raised_as_often_as_it_is_asked(raised: list[QWidget], window: QWidget, asking: Ask) -> None:
    assert [asking(request(GUIDES, {})) for _time in range(3)] == [RAISED] * 3
    assert raised == [window] * 3


def test_a_window_with_other_guides_stays_where_it_is(raised: list[QWidget], asking: Ask) -> None:
    for guides in ("", "fedcba9876543210"):
        assert asking(request(guides, {})) == OTHER_GUIDES
    assert raised == []


def test_what_it_cannot_understand_it_leaves(raised: list[QWidget], asking: Ask) -> None:
    for said in (b"\n", b"\xff\0" * 200, b"lower - -\n", b"raise"):
        assert asking(said) == NOBODY
    assert raised == []
    assert asking(request(GUIDES, {})) == RAISED


def test_who_says_nothing_keeps_nobody(raised: list[QWidget], address: str, asking: Ask) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as mute:
        mute.connect(address)
        assert asking(request(GUIDES, {})) == RAISED
    assert asking(request(GUIDES, {})) == RAISED


def test_what_the_desktop_gave_is_handed_on(
    raised: list[QWidget], asking: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ACTIVATION, "former")
    asking(request(GUIDES, {}))
    assert os.environ[ACTIVATION] == "former"
    asking(request(GUIDES, {ACTIVATION: "kwin-7"}))
    assert os.environ[ACTIVATION] == "kwin-7"


def test_a_minimised_window_is_shown_as_large_as_it_was(window: QWidget, qtbot: QtBot) -> None:
    window.showMaximized()
    window.showMinimized()
    raise_window(window)
    qtbot.waitActive(window)
    assert not window.isMinimized()
    assert window.isMaximized()


def test_a_dialog_comes_to_the_front_with_its_window(window: QWidget, qtbot: QtBot) -> None:
    dialog, other = QDialog(window), QWidget()
    qtbot.addWidget(other)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.show()
    other.show()
    raise_window(window)
    qtbot.waitUntil(dialog.isActiveWindow)


class Calls(PipeListener):
    """Stands in for a pipe: one visitor, then none."""

    def __init__(self) -> None:
        self.visits = [Visit(), None]

    def visitor(self) -> "Visit | None":  # type: ignore[override]
        """Return who calls next."""
        return self.visits.pop(0)


class Visit:
    """Stands in for a visitor at a pipe; it is over once an answer was given and the visitor let go."""

    def __init__(self) -> None:
        self.answers: list[tuple[str, threading.Thread]] = []
        self.is_over = False

    def said(self) -> bytes:
        """Return a request."""
        return request(GUIDES, {})

    def answer(self, answer: str) -> None:
        """Keep the answer, and who gave it."""
        self.answers.append((answer, threading.current_thread()))

    def close(self) -> None:
        """Be over."""
        self.is_over = True


def test_a_visitor_at_a_pipe_is_answered_by_the_loop_of_the_window(window: QWidget, qtbot: QtBot) -> None:
    calls = Calls()
    visit = calls.visits[0]
    assert visit
    SecondStarts(calls, GUIDES, lambda: None, window)
    qtbot.waitUntil(lambda: visit.is_over)
    assert visit.answers == [(RAISED, threading.main_thread())]
