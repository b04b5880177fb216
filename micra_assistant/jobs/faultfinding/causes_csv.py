"""Confirmed causes as a table that goes from one workshop to another: a line for each job, nothing of its customer."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from micra_assistant import ownfile
from micra_assistant.errors import MicraError
from micra_assistant.jobs.records.causes import Cause
from micra_assistant.system_words import reason
from micra_assistant.wholefile import write_whole
from micra_assistant.words import _

HEAD = ("job", "guide", "model", "fault", "date")

_MOST_BYTES = 50_000_000
_MOST_SAID = 40
_JOB = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MODEL = re.compile(r"faults[a-z0-9-]*\.toml")


class CausesError(MicraError):
    """A table is none of causes, or cannot be read."""


def save_causes(causes: Iterable[Cause], file: Path) -> int:
    """Write causes to a file, whole or not at all, and return how many. NotSavedError if it cannot be written."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEAD)
    rows = [(cause.job, cause.guide, cause.model, cause.fault, cause.at[:10]) for cause in causes]
    writer.writerows(rows)
    write_whole(file, table.getvalue().encode())
    return len(rows)


def read_causes(file: Path) -> tuple[Cause, ...]:
    """Return the causes in a file; CausesError, with the line, if anything in it is none."""
    try:
        place = file.resolve()
        text = ownfile.read_text(place, place.parent, _MOST_BYTES)
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except (OSError, RuntimeError) as error:  # links in a circle
        why = reason(error) if isinstance(error, OSError) else _("it is a link that leads in a circle")
        raise CausesError(_("{file} cannot be taken in: {why}").format(file=file, why=why)) from error
    except UnicodeDecodeError as error:
        raise CausesError(
            _("{file} cannot be taken in: it is no text in UTF-8; save the table as CSV UTF-8").format(file=file)
        ) from error
    except csv.Error as error:
        raise CausesError(
            _("{file} cannot be taken in: it is no sound CSV; save the table again").format(file=file)
        ) from error
    if not lines or tuple(lines[0]) != HEAD:
        raise CausesError(_no_table(file))
    return tuple(_cause(file, number, line) for number, line in enumerate(lines[1:], 2) if any(line))


def _delimiter(text: str) -> str:
    """Return what stands between the columns: spreadsheets of some countries write a semicolon."""
    return ";" if text.partition("\n")[0].count(";") == len(HEAD) - 1 else ","


def _no_table(file: Path) -> str:
    words = _("this is no table of causes: its first line is not {head}")
    return f"{file}:1: {words.format(head=','.join(HEAD))}"


def _cause(file: Path, number: int, line: list[str]) -> Cause:
    patterns = (_JOB, _NAME, _MODEL, _NAME)
    if len(line) != len(HEAD) or not all(p.fullmatch(word) for p, word in zip(patterns, line, strict=False)):
        raise CausesError(f"{file}:{number}: {_('this line names no cause of a job; nothing was taken in')}")
    try:
        day = date.fromisoformat(line[4]).isoformat()
    except ValueError:
        words = _("“{date}” is no date such as 2026-11-20; nothing was taken in")
        raise CausesError(f"{file}:{number}: {words.format(date=line[4][:_MOST_SAID])}") from None
    job, guide, model, fault = line[:4]
    return Cause(job, guide, model, fault, day)
