"""Save the causes that jobs have confirmed, or take in those of other workshops."""

import argparse
import sys
from contextlib import closing

from micra_assistant.cli.options import records_to_read, records_to_write
from micra_assistant.jobs.causes_csv import CausesError, read_causes, save_causes


def run(options: argparse.Namespace) -> int:
    """Save or take in, and say what was; return 1 if a table is not sound."""
    return _export(options) if options.way == "export" else _import(options)


def _export(options: argparse.Namespace) -> int:
    with records_to_read(options) as store:
        number = save_causes(store.causes.all(), options.output)
    sys.stdout.write(f"{options.output}: {_counted(number)}\n")
    return 0


def _import(options: argparse.Namespace) -> int:
    """Take in each table that is sound, whole."""
    code = 0
    with closing(records_to_write(options)) as store:
        for file in options.files:
            try:
                causes = read_causes(file)
            except CausesError as error:
                code = 1
                sys.stderr.write(f"micra-assistant: {error}\n")
            else:
                new = store.causes.take_in(causes)
                sys.stdout.write(f"{file}: {_counted(len(causes))}, {new} of them new\n")
    return code


def _counted(number: int) -> str:
    return f"{number} cause{'' if number == 1 else 's'}"
