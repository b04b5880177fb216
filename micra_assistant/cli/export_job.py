"""Save a job as one file."""

import argparse
import sys
from datetime import date
from decimal import Decimal

from micra_assistant.cli.options import guide_of, job_called, records_to_read
from micra_assistant.cli.safety import say_letters_missing
from micra_assistant.errors import MicraError
from micra_assistant.jobs.jobfile import export_job
from micra_assistant.jobs.listing import JobRow
from micra_assistant.jobs.store import Store
from micra_assistant.paper.report_pdf import report_pdf
from micra_assistant.parts.options import read_parts


def run(options: argparse.Namespace) -> int:
    """Save the job asked for, and say where."""
    with records_to_read(options) as store:
        job = job_called(store, options.job)
        export_job(store, job.id, _report(options, store, job), options.output)
    say_letters_missing()
    sys.stdout.write(f"{options.output}\n")
    return 0


def _report(options: argparse.Namespace, store: Store, job: JobRow) -> bytes | None:
    """Return the report of a job as PDF; None, once the reason is said, if it cannot be made here."""
    try:
        guide = guide_of(options, store, job)
        parts = read_parts(guide.folder)
        return report_pdf(store, job, guide, parts, parts.rate_per_hour if parts else Decimal(0), date.today())  # noqa: DTZ011
    except MicraError as error:
        sys.stderr.write(f"micra-assistant: {options.output} holds no report: {error}\n")
    except Exception as error:  # noqa: BLE001 - a job that chokes the program can still be taken elsewhere
        options.net.note(error)
        sys.stderr.write(f"micra-assistant: {options.output} holds no report\n")
    return None
