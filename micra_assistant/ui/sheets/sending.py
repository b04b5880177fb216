"""Sheets given to the print service as PDF, so that text and tags arrive at the printer."""

from collections.abc import Iterator

from micra_assistant.errors import MicraError
from micra_assistant.paper.cups.queueing import PdfJob, follow, send
from micra_assistant.ui.sheets.print_messages import HandedOn, PrintEnd, PrintJob

_PATIENCE = 20.0
"""Seconds to wait for what becomes of a sheet; it is printed all the same if that takes longer."""


def sent(job: PrintJob) -> Iterator[HandedOn | PrintEnd]:
    """Give a sheet to the print service, and yield that it has it and what became of it, as far as that is known."""
    asked = PdfJob(
        printer=job.printer,
        title=job.title,
        paper=job.paper,
        copies=job.copies,
        both_sides=job.both_sides,
        two_on_a_side=job.two_on_a_side,
        in_colour=job.in_colour,
    )
    try:
        number = send(asked, job.pdf)
        yield HandedOn()
        yield PrintEnd(told=follow(asked, number, _PATIENCE))
    except MicraError as error:
        yield PrintEnd(refusal=str(error))
