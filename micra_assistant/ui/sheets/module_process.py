"""A module of the program in a process of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

import micra_assistant
from micra_assistant.paper.frames import Frames

_END_MS = 3000


class ModuleProcess(QProcess):
    """Runs a module in the folder of the program, so that Python finds there what it finds here.

    Signals:
        answered: the module has answered; carries what is in the frame.
        ended: it has ended of itself, or could not be begun.
    """

    answered = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = Frames()
        self._is_let_go = False
        self.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self.setWorkingDirectory(str(Path(micra_assistant.__file__).parent.parent))
        self.readyReadStandardOutput.connect(self._on_output)
        self.errorOccurred.connect(self._on_ended)
        self.finished.connect(self._on_ended)

    def begin(self, module: str, language: str) -> None:
        """Begin it, in a language."""
        self.start(sys.executable, ["-m", module, language])

    def let_go(self) -> None:
        """End it, whatever it is doing: nothing is heard of it any more."""
        self._is_let_go = True
        if self.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self.finished.connect(self.deleteLater)
            self.kill()

    def _on_output(self) -> None:
        for content in self._frames.take(bytes(self.readAllStandardOutput().data())):
            if not self._is_let_go:
                self.answered.emit(content)

    def _on_ended(self) -> None:
        if not self._is_let_go:
            self.ended.emit()


def wait_for_end(parent: QObject) -> None:
    """Wait until the processes of ``parent`` that were let go have ended."""
    for process in parent.findChildren(ModuleProcess):
        process.waitForFinished(_END_MS)
