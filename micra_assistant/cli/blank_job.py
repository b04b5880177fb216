"""Take a customer's data out of a closed job, for good."""

import argparse
import sys
from contextlib import closing

from micra_assistant.cli.arguments import complaints_of, job_called, records_there, warn, workshop
from micra_assistant.cli.places import user_files
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.traces import Trace, clear
from micra_assistant.words import _


def run(options: argparse.Namespace) -> int:
    """Blank the job asked for if that is meant, and return 1 if it is not or if anything is left."""
    files = user_files(options)
    with closing(records_there(options)) as store:
        job = job_called(store, options.job)
        if not options.yes and job.closed:
            warn(_meant(notes=options.notes_and_photos).format(job=job.name))
            return 1
        _blank(store, job, options)
        return _said(job, clear(store, files.backups))


def _blank(store: SqliteStore, job: JobRow, options: argparse.Namespace) -> None:
    blank(store, job.id, workshop(options).who, complaints_of(options, store, job), notes=options.notes_and_photos)


def _meant(*, notes: bool) -> str:
    """Return what is said instead of doing it, with a place for the job."""
    if notes:
        return _(
            "nothing is done yet: customer, registration and complaint, all notes and all photos of job {job} would be"
            " taken out of the records and of all backups for good; what was done to the car would stay; add --yes if"
            " that is meant"
        )
    return _(
        "nothing is done yet: customer, registration and complaint of job {job} would be taken out of the records and"
        " of all backups for good; what was done to the car would stay; add --yes if that is meant"
    )


def _said(job: JobRow, traces: tuple[Trace, ...]) -> int:
    for trace in traces:
        words = _("{file} may still hold it: {reason}; delete that file if nobody needs it, and try again")
        warn(words.format(file=trace.file, reason=trace.why))
    done = _("job {job}: the customer's data is taken out of the records and of all backups")
    if traces:
        done = _("job {job}: the customer's data is taken out of the records")
    sys.stdout.write(f"{done.format(job=job.name)}\n")
    return 1 if traces else 0
