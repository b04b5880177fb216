"""Take in jobs that were exported."""

import argparse
import sys
from contextlib import closing

from micra_assistant.cli.arguments import records_to_write
from micra_assistant.errors import JobFileError
from micra_assistant.jobs.jobfile import Imported, import_job
from micra_assistant.words import _, ngettext


def run(options: argparse.Namespace) -> int:
    """Take in each file, say what was new in it, and return 1 if one of them is not sound."""
    code = 0
    with closing(records_to_write(options)) as store:
        for file in options.files:
            try:
                imported = import_job(store, file)
            except JobFileError as error:
                code = 1
                sys.stderr.write(f"micra-assistant: {error}\n")
            else:
                sys.stdout.write(f"{file}: {_said(imported)}\n")
    return code


def _said(imported: Imported) -> str:
    if not imported.blanked_there:
        return _brought(imported)
    words = _("{brought}; the customer's data was blanked there, blank {number} --yes does it here")
    return words.format(brought=_brought(imported), number=imported.job.number)


def _brought(imported: Imported) -> str:
    if not imported.new_events and not imported.new_photos:
        return _("job {job}, nothing in it was new").format(job=imported.job.name)
    words = _("job {job}, of which there was more: {counts}") if imported.was_known else _("job {job}, new: {counts}")
    return words.format(job=imported.job.name, counts=_counts(imported.new_events, imported.new_photos))


def _counts(events: int, photos: int) -> str:
    counts = [
        ngettext("{count} event", "{count} events", events).format(count=events),
        ngettext("{count} photo", "{count} photos", photos).format(count=photos),
    ]
    return ", ".join(counts)
