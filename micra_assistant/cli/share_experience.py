"""Save the causes that jobs have confirmed, or take in those of other workshops."""

import argparse
import sys
from contextlib import closing
from datetime import UTC, datetime

from micra_assistant.cli.arguments import library, records_to_read, records_to_write, say_of
from micra_assistant.errors import UnknownNameError
from micra_assistant.jobs.faultfinding.causes_csv import CausesError, read_causes, save_causes
from micra_assistant.words import _, ngettext


def run(options: argparse.Namespace) -> int:
    """Save, take in or learn afresh, and say what was; return 1 if a table is not sound."""
    ways = {"export": _export, "import": _import, "reset": _reset}
    return ways[options.way](options)


def _export(options: argparse.Namespace) -> int:
    with records_to_read(options) as store:
        number = save_causes(store.causes.all(), options.output)
    say_of(options.output, f"{options.output}: {_counted(number)}")
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
                sys.stdout.write(f"{file}: {_taken(len(causes), new)}\n")
    return code


def _reset(options: argparse.Namespace) -> int:
    """Let the models of a guide, or one of them, learn from now on."""
    guide = library(options).guide(options.guide)
    models = [complaint.faults for complaint in guide.complaints if complaint.faults]
    if options.model and options.model not in models:
        words = _("there is no model in {guide} “{name}”; there is: {known}")
        raise UnknownNameError(words, options.model, models, guide=guide.id)
    since = "" if options.undo else datetime.now(UTC).isoformat(timespec="milliseconds")
    with closing(records_to_write(options)) as store:
        for model in [options.model] if options.model else models:
            store.causes.learn_from(guide.id, model, since)
            sys.stdout.write(f"{_learns(options).format(guide=guide.id, model=model)}\n")
    return 0


def _learns(options: argparse.Namespace) -> str:
    if options.undo:
        return _("{guide}, {model}: counts all jobs again")
    return _("{guide}, {model}: learns only from jobs closed from now on")


def _counted(number: int) -> str:
    return ngettext("{count} cause", "{count} causes", number).format(count=number)


def _taken(number: int, new: int) -> str:
    return ngettext("{count} cause, {new} of them new", "{count} causes, {new} of them new", number).format(
        count=number, new=new
    )
