"""Save what suppliers ask on a job as a table, or take such a table in."""

import argparse
import sys
from contextlib import closing
from datetime import date

from micra_assistant.cli.arguments import (
    job_called,
    open_to_read,
    open_to_work,
    records_there,
    records_to_read,
    say_of,
    workshop,
)
from micra_assistant.jobs.quoting import add_quotes
from micra_assistant.parts.comparison_in import read_any_table
from micra_assistant.parts.quotes_csv import QuotesRead, read_quotes, save_quotes
from micra_assistant.words import ngettext

_USUAL_CURRENCY = "EUR"
"""Of prices without one on a job whose guide has no prices either."""


def run(options: argparse.Namespace) -> int:
    """Save or take in; the exit code is 1 if a row was left out."""
    return _save(options) if options.way == "export" else _take_in(options)


def _save(options: argparse.Namespace) -> int:
    with records_to_read(options) as store:
        open_job = open_to_read(options, store, job_called(store, options.job))
        quotes = [kept.quote for kept in open_job.state.quotes]
    save_quotes(quotes, options.output, workshop(options).numbers)
    words = ngettext("{count} quote", "{count} quotes", len(quotes)).format(count=len(quotes))
    say_of(options.output, f"{options.output}: {words}")
    return 0


def _take_in(options: argparse.Namespace) -> int:
    here = workshop(options)
    with closing(records_there(options)) as store:
        open_job = open_to_work(options, store, job_called(store, options.job))
        today = date.today()  # noqa: DTZ011 - the day on the wall
        if open_job.ways:
            found = read_any_table(options.file, open_job.ways, here.numbers, today)
        else:
            found = read_quotes(options.file, _USUAL_CURRENCY, here.numbers, today)
        new = add_quotes(open_job, found.quotes)
    _tell(options, found, new)
    return 1 if found.bad else 0


def _tell(options: argparse.Namespace, found: QuotesRead, new: int) -> None:
    for row in found.bad:
        sys.stderr.write(f"{options.file}:{row.line}: {row.why}\n")
    count = len(found.quotes)
    words = ngettext("{count} quote, {new} of them new", "{count} quotes, {new} of them new", count)
    sys.stdout.write(f"{options.file}: {words.format(count=count, new=new)}\n")
