"""Save a sheet as PDF, or print it; or save those of every guide."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from micra_assistant.cli.arguments import (
    in_this_workshop,
    job_or_guide,
    library,
    records_to_read,
    say_of,
    warn,
    workshop,
)
from micra_assistant.cli.catching import say_letters_missing
from micra_assistant.errors import GuideError, MicraError, PaperError, UnknownNameError
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.forms import form_called
from micra_assistant.paper.forms_alone import forms_alone
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind, paper_size, sheet_kind
from micra_assistant.paper.label_grids import grid_called
from micra_assistant.paper.letters import nobody
from micra_assistant.paper.sheet_choices import TEXT_SIZES, SheetChoices
from micra_assistant.paper.titles import sheet_title
from micra_assistant.system_words import reason
from micra_assistant.words import _, one_of

_MOST_COPIES = 99
_PATIENCE = 60.0
"""Seconds to wait for a printer."""


def run(options: argparse.Namespace) -> int:
    """Save the sheet asked for, and say where; print it, and say what came of it."""
    _check(options)
    if options.all_guides:
        return _save_all(options)
    kind = sheet_kind(options.sheet or SheetKind.CHECKLIST)
    if kind.has_label_sheets and (options.both_sides or options.two_on_a_side):
        options.misused(_("labels are printed on one side, as large as they are"))
    if kind.needs_job and not options.job:
        options.misused(_("the sheet “{sheet}” is about a job: say which with --job N").format(sheet=kind))
    with _opened(options) as open_job:
        sheets = JobSheets(open_job, workshop(options), paper=_paper(options))
        choices = _choices(options, kind, open_job, sheets.paper)
        if options.output:
            sheets.save_pdf(kind, options.output, warn, carries_job=options.job_file, choices=choices)
        if options.layout:
            sheets.save_layout(kind, options.layout, choices)
        say_letters_missing()
        for saved in filter(None, (options.output, options.layout)):
            say_of(options.output or saved, str(saved))
        if options.printer:
            _print(options, sheets, kind, choices)
    return 0


def _save_all(options: argparse.Namespace) -> int:
    """Save the sheets of every guide, blank, a file each, and say where; return 1 if a guide cannot be read.

    PaperError if the folder cannot be made.
    """
    kinds = [sheet_kind(options.sheet)] if options.sheet else [kind for kind in SheetKind if not kind.needs_job]
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = _("the folder {folder} cannot be made: {reason}")
        raise PaperError(words.format(folder=options.output, reason=reason(error))) from error
    code = 0
    for name in library(options).names():
        options.guide = name
        try:
            _save_guide(options, kinds)
        except GuideError as error:
            warn(str(error))
            code = 1
    return code


def _save_guide(options: argparse.Namespace, kinds: Sequence[SheetKind]) -> None:
    with _opened(options) as open_job:
        sheets = JobSheets(open_job, workshop(options), paper=_paper(options))
        for kind in kinds:
            output = options.output / f"{options.guide}-{kind}.pdf"
            choices = _choices(options, kind, open_job, sheets.paper)
            sheets.save_pdf(kind, output, warn, carries_job=False, choices=choices)
            sys.stdout.write(f"{output}\n")


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[OpenJob]:
    """Give the job asked for with its guide, or the guide alone."""
    with records_to_read(options) if options.job else closing(SqliteStore(None)) as store:
        if options.job or options.guide:
            yield job_or_guide(options, store)
        else:
            yield in_this_workshop(options, look_up(store, forms_alone(library(options))))


def _paper(options: argparse.Namespace) -> PaperSize | None:
    return paper_size(options.paper) if options.paper else None


def _choices(options: argparse.Namespace, kind: SheetKind, open_job: OpenJob, paper: PaperSize) -> SheetChoices:
    """Return how the sheet is to be; of a checklist of a begun job what is left, unless all is asked for."""
    grid = grid_called(options.labels) if options.labels else None
    is_begun = open_job.job is not None and open_job.checklist.progress()[0] > 0
    only_left = options.only_left if options.only_left is not None else is_begun and kind is SheetKind.CHECKLIST
    return SheetChoices(
        paper=grid.paper if grid else paper,
        text_size=options.text_size,
        only_left=only_left and kind.can_leave_out_done,
        pictures=kind.can_have_pictures and (kind.has_pictures if options.pictures is None else options.pictures),
        labels=grid.name if grid else "",
        short=options.short and kind.can_be_short,
        form=form_called(options.form) if options.form and kind.has_forms else None,
    )


def _check(options: argparse.Namespace) -> None:
    """End if what is asked for does not go together."""
    if options.all_guides:
        _check_all(options)
    elif not options.guide and options.sheet != SheetKind.FORMS:
        options.misused(_("say which guide: GUIDE, or --all-guides"))
    if not (options.output or options.printer):
        options.misused(_("say where the sheet goes: -o FILE, --printer NAME, or both"))
    if options.job_file and not options.job:
        options.misused(_("there is no job to ride in the PDF: say which with --job N"))
    if not 1 <= options.copies <= _MOST_COPIES:
        options.misused(_("--copies takes a number from 1 to {most}").format(most=_MOST_COPIES))
    if options.text_size not in TEXT_SIZES:
        options.misused(_("--text-size takes {sizes}").format(sizes=one_of(map(str, TEXT_SIZES))))


def _check_all(options: argparse.Namespace) -> None:
    if options.guide or options.job or options.printer or options.layout or not options.output:
        options.misused(_("--all-guides saves blank sheets into a folder: say only which with -o FOLDER"))
    if options.sheet and sheet_kind(options.sheet).needs_job:
        options.misused(_("the sheet “{sheet}” is about a job, so it cannot be blank").format(sheet=options.sheet))


def _print(options: argparse.Namespace, sheets: JobSheets, kind: SheetKind, choices: SheetChoices) -> None:
    """Print a sheet and say what came of it; PaperError if it is not printed."""
    from micra_assistant.paper.cups import queueing, service  # noqa: PLC0415 - wanted where something is printed
    from micra_assistant.paper.setting import set_pdf  # noqa: PLC0415 - as above

    if not queueing.is_there():
        raise PaperError(_("Only the window can print here, as there is no CUPS: save the sheet as PDF with -o FILE."))
    names = service.queue_names()
    if options.printer not in names:
        raise _no_printer(options.printer, names)
    tell = nobody if options.output else warn
    order = sheets.order(kind, tell, choices=choices)
    job = queueing.PdfJob(
        printer=options.printer,
        title=sheet_title(kind),
        paper=choices.paper,
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
