"""Save a sheet as PDF."""

import argparse
from contextlib import nullcontext
from datetime import date
from decimal import Decimal

from micra_assistant.cli.arguments import guide_of, job_called, library, records_to_read, say_of, warn
from micra_assistant.cli.catching import say_letters_missing
from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.paper.kinds import paper_size, sheet_kind
from micra_assistant.paper.rasters import no_photos
from micra_assistant.paper.sheets import SheetMaker
from micra_assistant.paper.typeset import save_pdf
from micra_assistant.parts.options import read_parts


def run(options: argparse.Namespace) -> int:
    """Save the sheet asked for, and say where."""
    kind, paper = sheet_kind(options.sheet), paper_size(options.paper)
    if kind.needs_job and not options.job:
        options.misused(f"the sheet “{kind}” is about a job: say which with --job N")
    with records_to_read(options) if options.job else nullcontext() as store:
        job = _job(options, store) if store else None
        guide = guide_of(options, store, job) if store and job else library(options).guide(options.guide)
        maker = _maker(guide, store, job) if store and job else SheetMaker(guide)
        parts = read_parts(guide.folder)
        rate = parts.rate_per_hour if parts else Decimal(0)
        sheet = maker.sheet(kind, paper, parts, rate, date.today())  # noqa: DTZ011
        save_pdf(sheet, guide.folder, options.output, store.attachment if store else no_photos, warn)
    say_letters_missing()
    say_of(options.output, str(options.output))
    return 0


def _maker(guide: Guide, store: Store, job: JobRow) -> SheetMaker:
    return SheetMaker(guide, History(store.events(job.id)), job.name, causes=store.causes)


def _job(options: argparse.Namespace, store: Store) -> JobRow:
    """Return the job asked for; UnknownNameError if there is none, or it is one of another guide."""
    job = job_called(store, options.job)
    if job.guide != options.guide:
        library(options).folder(options.guide)
        raise UnknownNameError(f"job {job.name} with guide", options.guide, [job.guide])
    return job
