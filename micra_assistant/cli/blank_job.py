"""Take a customer's data out of a closed job, for good."""

import argparse
import sys
from contextlib import closing

from micra_assistant.cli.arguments import complaints_of, job_called, records_there, user_files, warn, workshop
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.traces import Trace, clear


def run(options: argparse.Namespace) -> int:
    """Blank the job asked for if that is meant, and return 1 if it is not or if anything is left."""
    files = user_files(options)
    with closing(records_there(options)) as store:
        job = job_called(store, options.job)
        if not options.yes:
            warn(f"nothing is done yet: {_meant(job, notes=options.notes_and_photos)}; add --yes if that is meant")
            return 1
        _blank(store, job, options)
        return _said(job, clear(store, files.backups))


def _blank(store: SqliteStore, job: JobRow, options: argparse.Namespace) -> None:
    blank(store, job.id, workshop(options).who, complaints_of(options, store, job), notes=options.notes_and_photos)


def _meant(job: JobRow, *, notes: bool) -> str:
    more = ", all notes and all photos" if notes else ""
    return (
        f"customer, registration and complaint{more} of job {job.name} would be taken out of the records and of all"
        " backups for good; what was done to the car would stay"
    )


def _said(job: JobRow, traces: tuple[Trace, ...]) -> int:
    for trace in traces:
        warn(f"{trace.file} may still hold it: {trace.why}; delete that file if nobody needs it, and try again")
    rest = "" if traces else " and of all backups"
    sys.stdout.write(f"job {job.name}: the customer's data is taken out of the records{rest}\n")
    return 1 if traces else 0
