"""Printing in the process that wants it."""

from micra_assistant.ui.sheets.painting import known_printers, printed
from micra_assistant.ui.sheets.print_messages import PrintJob
from micra_assistant.ui.sheets.printing import Printing


class PrintingHere(Printing):
    """Prints each sheet at once."""

    def find_printers(self) -> None:
        """Say which printers there are."""
        self.found.emit(known_printers())

    def print(self, job: PrintJob) -> None:
        """Print a sheet."""
        for said in printed(job):
            self.hand_on(said)

    def stop(self) -> None:
        """Do nothing: nothing is ever being printed."""

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
