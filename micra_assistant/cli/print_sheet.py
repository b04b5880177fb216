"""Save a sheet as PDF, or print it."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing

from micra_assistant.cli.arguments import (
    guide_called,
    job_of_guide,
    open_to_read,
    records_to_read,
    say_of,
    warn,
    workshop,
)
from micra_assistant.cli.catching import say_letters_missing
from micra_assistant.errors import MicraError, PaperError, UnknownNameError
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind, paper_size, sheet_kind
from micra_assistant.paper.letters import nobody
from micra_assistant.parts.options import parts_of
from micra_assistant.words import _

_MOST_COPIES = 99
_PATIENCE = 60.0
"""Seconds to wait for a printer."""


def run(options: argparse.Namespace) -> int:
    """Save the sheet asked for, and say where; print it, and say what came of it."""
    _check(options)
    kind, paper = sheet_kind(options.sheet), paper_size(options.paper) if options.paper else None
    if kind.needs_job and not options.job:
        options.misused(_("the sheet “{sheet}” is about a job: say which with --job N").format(sheet=kind))
    with records_to_read(options) if options.job else closing(SqliteStore(None)) as store:
        if options.job:
            open_job = open_to_read(options, store, job_of_guide(options, store))
        else:
            guide = guide_called(options, options.guide)
            open_job = look_up(store, guide, parts_of(guide))
        sheets = JobSheets(open_job, workshop(options), paper=paper)
        if options.output:
            sheets.save_pdf(kind, options.output, warn, carries_job=options.job_file)
        if options.layout:
            sheets.save_layout(kind, options.layout)
        say_letters_missing()
        for saved in filter(None, (options.output, options.layout)):
            say_of(options.output or saved, str(saved))
        if options.printer:
            _print(options, sheets, kind)
    return 0


def _check(options: argparse.Namespace) -> None:
    """End if what is asked for does not go together."""
    if not (options.output or options.printer):
        options.misused(_("say where the sheet goes: -o FILE, --printer NAME, or both"))
    if options.job_file and not options.job:
        options.misused(_("there is no job to ride in the PDF: say which with --job N"))
    if not 1 <= options.copies <= _MOST_COPIES:
        options.misused(_("--copies takes a number from 1 to {most}").format(most=_MOST_COPIES))


def _print(options: argparse.Namespace, sheets: JobSheets, kind: SheetKind) -> None:
    """Print a sheet and say what came of it; PaperError if it is not printed."""
    from micra_assistant.paper.cups import queueing, service  # noqa: PLC0415 - wanted where something is printed
    from micra_assistant.paper.setting import set_pdf  # noqa: PLC0415 - as above
    from micra_assistant.ui.sheets.titles import sheet_title  # noqa: PLC0415 - as above

    if not queueing.is_there():
        raise PaperError(_("Only the window can print here, as there is no CUPS: save the sheet as PDF with -o FILE."))
    names = service.queue_names()
    if options.printer not in names:
        raise _no_printer(options.printer, names)
    tell = nobody if options.output else warn
    order = sheets.order(kind, tell)
    job = queueing.PdfJob(
        printer=options.printer,
        title=sheet_title(kind),
        paper=sheets.paper,
        copies=options.copies,
        both_sides=options.both_sides,
        two_on_a_side=options.two_on_a_side,
        in_colour=kind.has_pictures,
    )
    number = queueing.send(job, set_pdf(order, tell))
    sys.stdout.write(f"{queueing.follow(job, number, _PATIENCE)}\n")


def _no_printer(name: str, names: Sequence[str]) -> MicraError:
    if not names:
        return PaperError(_("No printer is set up on this PC: save the sheet as PDF with -o FILE."))
    return UnknownNameError(_("there is no printer “{name}”; there is: {known}"), name, names)
