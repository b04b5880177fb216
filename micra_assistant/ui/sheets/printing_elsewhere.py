"""Printing in a process of its own, so that no print server ever holds the window."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess

import micra_assistant
from micra_assistant.paper.frames import Frames, framed
from micra_assistant.ui.sheets.print_messages import HandedOn, Painted, PrintEnd, Printers, PrintJob, PrintSaid
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.words import _

_MODULE = "micra_assistant.ui.sheets.printing_process"
_END_MS = 3000


class PrintingError(Exception):
    """The process that prints has met a mistake of the program."""


class PrintingElsewhere(Printing):
    """Begins the process when printers are looked for; it speaks ``language``.

    ``note`` gets the lines that tell of a mistake of the program in it.
    """

    def __init__(self, language: str, note: Callable[[Iterable[str]], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arguments = ["-m", _MODULE, language]
        self._note = note
        self._process: QProcess | None = None
        self._frames = Frames()
        self._is_printing = False

    def find_printers(self) -> None:
        """Look for the printers, anew if that was done before."""
        if not self._is_printing:
            self._end()
            self._begin()

    def print(self, job: PrintJob) -> None:
        """Print a sheet."""
        self._is_printing = True
        (self._process or self._begin()).write(framed(job))

    def stop(self) -> None:
        """End the process: a print service gets a sheet only once all of it is there."""
        self._end()

    def close(self) -> None:
        """End the process, and wait until it has ended."""
        self._end()
        for process in self.findChildren(QProcess):
            process.waitForFinished(_END_MS)

    def _begin(self) -> QProcess:
        """Begin the process in the folder of the program, so that Python finds there what it finds here."""
        self._process = process = QProcess(self)
        self._frames = Frames()
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.setWorkingDirectory(str(Path(micra_assistant.__file__).parent.parent))
        process.readyReadStandardOutput.connect(self._on_output)
        process.errorOccurred.connect(self._on_ended)
        process.finished.connect(self._on_ended)
        process.start(sys.executable, self._arguments)
        return process

    def _on_output(self) -> None:
        if self._process is not None and self.sender() is self._process:
            for content in self._frames.take(bytes(self._process.readAllStandardOutput().data())):
                self._hand_on(msgspec.msgpack.decode(content, type=PrintSaid))

    def _hand_on(self, said: PrintSaid) -> None:
        match said:
            case Printers():
                self.found.emit(said)
            case Painted() | HandedOn():
                self.hand_on(said)
            case PrintEnd():
                self._is_printing = False
                self.hand_on(said)
                if said.bug:
                    self._note(said.bug)
                    raise PrintingError(said.bug[0])

    def _on_ended(self) -> None:
        """Say so if the process has ended of itself."""
        if self._process is None or self.sender() is not self._process:
            return
        was_printing = self._is_printing
        self._end()
        self.found.emit(Printers())
        if was_printing:
            words = _("The sheet was not printed: what prints it has ended before its time. Print it again.")
            self.ended.emit(PrintEnd(refusal=words))

    def _end(self) -> None:
        process, self._process, self._is_printing = self._process, None, False
        if process is not None:
            process.finished.connect(process.deleteLater)
            process.kill()
