"""Who prints for the window: here and now, or elsewhere without holding it."""

from PySide6.QtCore import QObject, Signal

from micra_assistant.ui.sheets.print_messages import HandedOn, Painted, PrintEnd, PrintJob


class Printing(QObject):
    """Knows the printers, and prints one sheet at a time.

    Signals:
        found: which printers there are; carries Printers.
        painted: how far the sheet is; carries Painted.
        handed_on: the print service has it, so that it cannot be stopped any more.
        ended: it is with the printer or will not be; carries PrintEnd.
    """

    found = Signal(object)
    painted = Signal(object)
    handed_on = Signal()
    ended = Signal(object)

    def hand_on(self, said: Painted | HandedOn | PrintEnd) -> None:
        """Say what is said of a sheet."""
        match said:
            case Painted():
                self.painted.emit(said)
            case HandedOn():
                self.handed_on.emit()
            case PrintEnd():
                self.ended.emit(said)

    def find_printers(self) -> None:
        """Look for the printers."""
        raise NotImplementedError

    def print(self, job: PrintJob) -> None:
        """Print a sheet."""
        raise NotImplementedError

    def stop(self) -> None:
        """Leave off: nothing of it is printed, if that is still possible, and nothing more is said of it."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of what is printed with."""
        raise NotImplementedError
