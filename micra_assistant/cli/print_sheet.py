"""Save a sheet as PDF."""

import argparse
from contextlib import closing

from micra_assistant.cli.arguments import (
    guide_called,
    job_called,
    library,
    open_to_read,
    records_to_read,
    say_of,
    warn,
    workshop,
)
from micra_assistant.cli.catching import say_letters_missing
from micra_assistant.errors import UnknownNameError
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import paper_size, sheet_kind
from micra_assistant.parts.options import parts_of
from micra_assistant.words import _


def run(options: argparse.Namespace) -> int:
    """Save the sheet asked for, and say where."""
    kind, paper = sheet_kind(options.sheet), paper_size(options.paper) if options.paper else None
    if kind.needs_job and not options.job:
        options.misused(_("the sheet “{sheet}” is about a job: say which with --job N").format(sheet=kind))
    if options.job_file and not options.job:
        options.misused(_("there is no job to ride in the PDF: say which with --job N"))
    with records_to_read(options) if options.job else closing(SqliteStore(None)) as store:
        if options.job:
            open_job = open_to_read(options, store, _job(options, store))
        else:
            guide = guide_called(options, options.guide)
            open_job = look_up(store, guide, parts_of(guide))
        sheets = JobSheets(open_job, workshop(options), paper=paper)
        sheets.save_pdf(kind, options.output, warn, carries_job=options.job_file)
        if options.layout:
            sheets.save_layout(kind, options.layout)
    say_letters_missing()
    for saved in filter(None, (options.output, options.layout)):
        say_of(options.output, str(saved))
    return 0


def _job(options: argparse.Namespace, store: Store) -> JobRow:
    """Return the job asked for; UnknownNameError if there is none, or it is one of another guide."""
    job = job_called(store, options.job)
    if job.guide != options.guide:
        library(options).folder(options.guide)
        words = _("there is no job {job} with guide “{name}”; there is: {known}")
        raise UnknownNameError(words, options.guide, [job.guide], job=job.name)
    return job
