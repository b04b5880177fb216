"""Take in jobs that were exported."""

import argparse
import sys
from contextlib import closing

from micra_assistant.cli.arguments import counted, records_to_write
from micra_assistant.errors import JobFileError
from micra_assistant.jobs.jobfile import Imported, import_job


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
    number = imported.job.number
    there = (
        f"; the customer's data was blanked there, blank {number} --yes does it here" if imported.blanked_there else ""
    )
    return f"{_brought(imported)}{there}"


def _brought(imported: Imported) -> str:
    if not imported.new_events and not imported.new_photos:
        return f"job {imported.job.name}, nothing in it was new"
    events, photos = counted(imported.new_events, "event"), counted(imported.new_photos, "photo")
    return f"job {imported.job.name}, {'of which there was more' if imported.was_known else 'new'}: {events}, {photos}"
