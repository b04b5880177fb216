"""The commands ``export`` and ``import``: a job taken out of the records as one file, and into them."""

import argparse
import sys
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from micra_assistant.cli_options import job_called, library, records_to_read, user_files
from micra_assistant.errors import JobFileError, MicraError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.jobfile import Imported, export_job, import_job
from micra_assistant.jobs.listing import JobRow
from micra_assistant.jobs.store import SqliteStore, Store
from micra_assistant.jobs.texts import GuideTexts
from micra_assistant.parts.options import read_parts


def add_job_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands that take a job out of the records and into them."""
    export = commands.add_parser(
        "export",
        help="save a job as one file, to take it elsewhere",
        description="Save a job with its photos, its guide and its report as one ZIP. Needs no screen.",
        epilog="example: micra-assistant export 42 -o job-0042.zip",
    )
    export.add_argument("job", metavar="JOB", help="the number of the job")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the ZIP to write")
    export.set_defaults(run=_run_export)
    taking = commands.add_parser(
        "import",
        help="take in jobs that were exported",
        description="Take in jobs that were exported, here or elsewhere. Of a job that is here already, what is new is"
        " added. A file with anything wrong in it is left out whole; exit code 1 then, else 0.",
        epilog="example: micra-assistant import job-0042.zip",
    )
    taking.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a ZIP that was exported")
    taking.set_defaults(run=_run_import)


def _run_export(options: argparse.Namespace) -> int:
    with records_to_read(options) as store:
        job = job_called(store, options.job)
        export_job(store, job.id, _report(options, store, job), options.output)
    sys.stdout.write(f"{options.output}\n")
    return 0


def _run_import(options: argparse.Namespace) -> int:
    code = 0
    with closing(SqliteStore(user_files(options).records)) as store:
        for file in options.files:
            try:
                imported = import_job(store, file)
            except JobFileError as error:
                code = 1
                sys.stderr.write(f"micra-assistant: {error}\n")
            else:
                sys.stdout.write(f"{file}: {_said(imported)}\n")
    return code


def _report(options: argparse.Namespace, store: Store, job: JobRow) -> bytes | None:
    """Return the report of a job as PDF; None, once the reason is said, if it cannot be made here."""
    from micra_assistant.paper.report_pdf import report_pdf  # noqa: PLC0415 - Typst is loaded to print only

    try:
        guide = _guide(options, store, job)
        parts = read_parts(guide.folder)
        return report_pdf(store, job, guide, parts, parts.rate_per_hour if parts else Decimal(0), date.today())  # noqa: DTZ011
    except MicraError as error:
        sys.stderr.write(f"micra-assistant: {options.output} holds no report: {error}\n")
        return None


def _guide(options: argparse.Namespace, store: Store, job: JobRow) -> Guide:
    """Return the guide as the job was done with it, as it is now if it was not kept."""
    text = replay(store.events(job.id)).text
    kept = GuideTexts(store, user_files(options).guide_texts, None).guide(text)
    return kept or library(options).guide(job.guide)


def _said(imported: Imported) -> str:
    if not imported.new_events and not imported.new_photos:
        return f"job {imported.job.name}, nothing in it was new"
    events, photos = _counted(imported.new_events, "event"), _counted(imported.new_photos, "photo")
    return f"job {imported.job.name}, {'of which there was more' if imported.was_known else 'new'}: {events}, {photos}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
