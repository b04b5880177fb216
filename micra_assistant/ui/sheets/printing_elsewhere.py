"""Printing in a process of its own, so that no print server ever holds the window."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from micra_assistant.kind_reading import from_msgpack
from micra_assistant.paper.frames import framed
from micra_assistant.ui.sheets.module_process import ModuleProcess, wait_for_end
from micra_assistant.ui.sheets.print_messages import HandedOn, Painted, PrintEnd, Printers, PrintJob, PrintSaid
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.words import _

_MODULE = "micra_assistant.ui.sheets.printing_process"


class PrintingError(Exception):
    """The process that prints has met a mistake of the program."""


class PrintingElsewhere(Printing):
    """Begins the process when printers are looked for; it speaks ``language``.

    ``note`` gets the lines that tell of a mistake of the program in it.
    """

    def __init__(self, language: str, note: Callable[[Iterable[str]], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._note = note
        self._process: ModuleProcess | None = None
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
        wait_for_end(self)

    def _begin(self) -> ModuleProcess:
        self._process = process = ModuleProcess(self)
        process.answered.connect(self._on_answered)
        process.ended.connect(self._on_ended)
        process.begin(_MODULE, self._language)
        return process

    def _on_answered(self, content: bytes) -> None:
        said: PrintSaid = from_msgpack(content, PrintSaid)
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
        was_printing = self._is_printing
        self._end()
        self.found.emit(Printers())
        if was_printing:
            words = _("The sheet was not printed: what prints it has ended before its time. Print it again.")
            self.ended.emit(PrintEnd(refusal=words))

    def _end(self) -> None:
        process, self._process, self._is_printing = self._process, None, False
        if process is not None:
            process.let_go()
