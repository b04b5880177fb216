"""Sheets that are set in a process of their own."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.ui.sheets import sheet_setter
from micra_assistant.ui.sheets.sheet_setter import SettingError, SheetSetter
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

GUIDE = LIBRARY.guide("tailgate-button")
SHEET = SheetMaker(GUIDE).sheet(SheetKind.CHECKLIST, PaperSize.A4, None, Decimal(0), date(2026, 1, 1))
REQUEST = SheetRequest(order_of(SHEET, GUIDE.folder), SheetForm.PDF)
ENDED = "The sheet could not be set: what sets it has ended before its time. Ask for it again."


class Asker:
    """Asks for sheets and waits for what comes of it."""

    def __init__(self, setter: SheetSetter, qtbot: QtBot) -> None:
        self.setter = setter
        self.bugs: list[str] = []
        self.answers: list[SheetAnswer] = []
        self._qtbot = qtbot

    def ask(self, request: SheetRequest = REQUEST) -> None:
        """Ask for a sheet."""
        self.setter.set(request, self.answers.append)

    def wait(self, count: int = 1) -> list[SheetAnswer]:
        """Return the answers once there are so many."""
        self._qtbot.waitUntil(lambda: len(self.answers) >= count, timeout=60_000)
        return self.answers

    @property
    def process(self) -> QProcess:
        """The process that sets them."""
        process = self.setter._process
        assert process
        return process


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    """Return what asks a new setter; no process is left behind."""
    bugs: list[str] = []
    setter = SheetSetter("en", bugs.extend)
    asker = Asker(setter, qtbot)
    asker.bugs = bugs
    yield asker
    setter.close()
    assert not any(process.state() is QProcess.ProcessState.Running for process in setter.findChildren(QProcess))


def is_sheet(answer: SheetAnswer) -> bool:
    return answer.is_done and answer.files[0].startswith(b"%PDF")


def test_a_sheet_is_there_later_and_the_window_goes_on(asker: Asker) -> None:
    asker.ask()
    asker.ask()
    assert asker.answers == []
    assert all(map(is_sheet, asker.wait(2)))


def test_one_process_sets_one_sheet_after_the_other(asker: Asker) -> None:
    asker.setter.make_ready()
    first = asker.process
    asker.ask()
    asker.wait()
    assert asker.process is first


def kill(asker: Asker) -> None:
    asker.process.waitForStarted()
    os.kill(asker.process.processId(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("end", "answer"),
    [
        (kill, SheetAnswer(refusal=ENDED)),
        (lambda asker: asker.setter.stop(), SheetAnswer(is_stopped=True)),
        (lambda asker: asker.setter._patience.timeout.emit(), None),
    ],
)
def test_whoever_waits_is_answered_if_it_ends_and_the_next_sheet_begins_it_anew(
    asker: Asker, end: Callable[[Asker], object], answer: SheetAnswer | None
) -> None:
    asker.ask()
    asker.ask()
    end(asker)
    first, second = asker.wait(2)
    assert first == second
    assert first == answer or "more than two minutes" in first.refusal
    asker.answers.clear()
    asker.ask()
    assert all(map(is_sheet, asker.wait()))


def test_it_ends_when_nobody_wants_anything_for_a_while(asker: Asker) -> None:
    asker.ask()
    assert not asker.setter._idle.isActive(), "it is at work"
    asker.wait()
    assert asker.setter._idle.isActive()
    asker.setter._idle.timeout.emit()
    assert asker.setter._process is None


def test_it_ends_after_so_many_sheets_as_typst_remembers_them(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_setter, "_MOST_SHEETS", 2)
    for count in (1, 2):
        asker.ask()
        asker.wait(count)
    assert asker.setter._process is None


@pytest.mark.qt_no_exception_capture
def test_a_mistake_of_the_program_in_it_is_noted_and_raised(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: raised.append(error))
    asker.ask(replace(REQUEST, order=replace(REQUEST.order, kind="none of ours")))
    asker.wait()
    assert asker.bugs[0].startswith("FileNotFoundError")
    assert [type(error) for error in raised] == [SettingError]


def test_what_is_set_ahead_is_answered_to_nobody(asker: Asker) -> None:
    asker.setter.make_ready(REQUEST)
    asker.ask()
    assert len(asker.wait()) == 1


def test_whoever_waits_is_answered_if_it_cannot_be_begun(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/none/there")
    asker.ask()
    assert asker.wait() == [SheetAnswer(refusal=ENDED)]


def test_it_is_found_wherever_the_window_was_begun(
    asker: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "typst.py").write_text("raise SystemExit('taken from the folder one is in')")
    monkeypatch.chdir(tmp_path)
    asker.ask()
    assert all(map(is_sheet, asker.wait()))
