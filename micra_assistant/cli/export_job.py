"""Save a job as one file."""

import argparse
from collections.abc import Sequence

from micra_assistant.cli.arguments import (
    complaints_of,
    job_called,
    open_to_read,
    records_to_read,
    say_of,
    warn,
    workshop,
)
from micra_assistant.cli.catching import say_letters_missing
from micra_assistant.errors import MicraError
from micra_assistant.jobs.events import Event, Noted, PhotoAdded
from micra_assistant.jobs.jobfile import export_job
from micra_assistant.jobs.privacy import View, as_kept, without_customer
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.words import _, ngettext


def run(options: argparse.Namespace) -> int:
    """Save the job asked for, and say where; and what is in it all the same if the customer's data is left out."""
    with records_to_read(options) as store:
        job = job_called(store, options.job)
        view = _view(options, store, job)
        export_job(store, job.id, _report(options, store, job, view), options.output, view)
        also = _told_all_the_same(store.events(job.id)) if options.without_customer else ""
    say_letters_missing()
    say_of(options.output, f"{options.output}\n{also}".rstrip("\n"))
    return 0


def _view(options: argparse.Namespace, store: Store, job: JobRow) -> View:
    """Return how the job is to be told; a complaint in the words of its guide names nobody."""
    if not options.without_customer:
        return as_kept
    return without_customer(complaints_of(options, store, job))


def _told_all_the_same(events: Sequence[Event]) -> str:
    notes = sum(isinstance(event.act, Noted) and bool(event.act.text) for event in events)
    photos = sum(isinstance(event.act, PhotoAdded) and bool(event.act.photo) for event in events)
    counts = [
        ngettext("{count} note", "{count} notes", notes).format(count=notes),
        ngettext("{count} photo", "{count} photos", photos).format(count=photos),
    ]
    return _("without the customer's data; in it as they are: {counts}").format(counts=", ".join(counts))


def _report(options: argparse.Namespace, store: Store, job: JobRow, view: View) -> bytes | None:
    """Return the report of a job as PDF; None, once the reason is said, if it cannot be made here."""
    try:
        sheets = JobSheets(open_to_read(options, store, job), workshop(options))
        return sheets.pdf(SheetKind.REPORT, warn, view)
    except MicraError as error:
        warn(_("{file} holds no report: {reason}").format(file=options.output, reason=error))
    except Exception as error:  # noqa: BLE001 - a job that chokes the program can still be taken elsewhere
        options.catcher.note(error)
        warn(_("{file} holds no report").format(file=options.output))
    return None
