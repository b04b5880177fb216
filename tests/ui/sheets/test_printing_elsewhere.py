"""Printing in a process of its own."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from micra_assistant.paper.kinds import PaperSize
from micra_assistant.ui.sheets import printing_elsewhere
from micra_assistant.ui.sheets.print_messages import PrintEnd, Printers, PrintJob, PrintSaid
from micra_assistant.ui.sheets.printing_elsewhere import PrintingElsewhere, PrintingError

pytestmark = pytest.mark.thorough

JOB = PrintJob("gone", "Checklist", (b"<svg/>",), PaperSize.A4)


class Listener:
    """Keeps what is said, and waits for it."""

    def __init__(self, printing: PrintingElsewhere, bugs: list[str], qtbot: QtBot) -> None:
        self.printing = printing
        self.bugs = bugs
        self.heard: list[PrintSaid] = []
        self._qtbot = qtbot
        for signal_of in (printing.found, printing.painted, printing.ended):
            signal_of.connect(self.heard.append)

    def wait(self, kind: type[PrintSaid]) -> PrintSaid:
        """Return what is said last, once that is of a kind."""
        self._qtbot.waitUntil(lambda: bool(self.heard) and isinstance(self.heard[-1], kind), timeout=60_000)
        return self.heard[-1]

    @property
    def process(self) -> QProcess:
        """The process that prints."""
        process = self.printing._process
        assert process
        return process


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    """Return what listens to a new one; no process is left behind."""
    bugs: list[str] = []
    printing = PrintingElsewhere("en", bugs.extend)
    yield Listener(printing, bugs, qtbot)
    printing.close()
    assert not any(process.state() is QProcess.ProcessState.Running for process in printing.findChildren(QProcess))


def test_it_says_which_printers_there_are_and_why_a_sheet_is_not_printed(listener: Listener) -> None:
    listener.printing.find_printers()
    listener.wait(Printers)
    first = listener.process
    listener.printing.print(JOB)
    assert listener.wait(PrintEnd) == PrintEnd("There is no printer “gone” any more: choose another.")
    assert listener.process is first


def test_a_sheet_can_be_printed_before_the_printers_are_known(listener: Listener) -> None:
    listener.printing.print(JOB)
    listener.wait(PrintEnd)
    assert isinstance(listener.heard[0], Printers)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_a_process_that_ends_before_its_time_is_said(listener: Listener) -> None:
    listener.printing.find_printers()
    listener.wait(Printers)
    os.kill(listener.process.processId(), signal.SIGSTOP)
    listener.printing.print(JOB)
    os.kill(listener.process.processId(), signal.SIGKILL)
    end = listener.wait(PrintEnd)
    assert isinstance(end, PrintEnd)
    assert "has ended before its time" in end.refusal


def test_what_was_stopped_is_not_told(listener: Listener, qtbot: QtBot) -> None:
    listener.printing.find_printers()
    listener.wait(Printers)
    listener.printing.print(JOB)
    listener.printing.stop()
    assert listener.printing._process is None
    listener.printing.find_printers()
    qtbot.waitUntil(lambda: len(listener.heard) == 2, timeout=60_000)
    assert all(isinstance(said, Printers) for said in listener.heard)


@pytest.mark.qt_no_exception_capture
def test_a_mistake_of_the_program_in_it_is_noted_and_raised(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: raised.append(error))
    monkeypatch.setattr(printing_elsewhere, "framed", lambda _job: b"\0\0\0\1x")
    listener.printing.print(JOB)
    assert isinstance(end := listener.wait(PrintEnd), PrintEnd)
    assert end.bug
    assert (listener.bugs[0], type(raised[0])) == (end.bug[0], PrintingError)
