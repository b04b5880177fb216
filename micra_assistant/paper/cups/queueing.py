"""A PDF on its way to a printer of CUPS."""

import os
import re
import shutil
import subprocess
import sys
import time

from msgspec import Struct

from micra_assistant.errors import PaperError
from micra_assistant.paper.cups.service import PrinterState, PrintState, Queue, job_now, queue_called
from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.paper_sizes import paper_name
from micra_assistant.words import _

_MEDIA = {PaperSize.A4: "iso_a4_210x297mm", PaperSize.LETTER: "na_letter_8.5x11in", PaperSize.A5: "iso_a5_148x210mm"}
_ANY_SIZE = "custom_"
_ONE_SIDE, _LONG_EDGE, _SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"
_REQUEST = re.compile(r"-(\d+) \(")
_PATIENCE = 60.0
_BETWEEN = 0.3
"""Seconds between two questions what became of a job."""
_HOLDS_UP = re.compile(r"media-(?:empty|needed|jam)|paused|offline|door-open|cover-open|marker-supply-empty|shutdown")


class PdfJob(Struct, frozen=True):
    """A sheet to be printed.

    Attributes:
        printer: its name.
        title: what the job is called in its queue.
        paper: what the sheet is set for.
        copies: how many, from 1 on.
        both_sides: whether both sides of the paper are printed on.
        two_on_a_side: whether two pages stand beside each other on a side.
        in_colour: whether there is anything in colour on it.
    """

    printer: str
    title: str
    paper: PaperSize
    copies: int = 1
    both_sides: bool = False
    two_on_a_side: bool = False
    in_colour: bool = False


def is_there() -> bool:
    """Whether sheets are printed by CUPS here."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def send(job: PdfJob, content: bytes) -> int:
    """Give a PDF to its printer and return the number of the job.

    PaperError if the printer is gone or lacks what was asked for, or if the print service does not take it.
    """
    check(job, queue_called(job.printer))
    try:
        done = subprocess.run(
            ["lp", *_options(job)],
            input=content,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env=_plain_words(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PaperError(_("The print service does not take the sheet: save it as PDF, or try again.")) from error
    number = _REQUEST.search(done.stdout.decode(errors="replace"))
    if done.returncode or not number:
        said = " ".join(done.stderr.decode(errors="replace").split()).removeprefix("lp: ")
        words = _("The printer “{name}” does not take the sheet ({reason}): choose another, or save it as PDF.")
        raise PaperError(words.format(name=job.printer, reason=said))
    return int(number[1])


def check(job: PdfJob, queue: Queue) -> None:
    """Raise PaperError if a printer lacks what was asked for."""
    if queue.papers and not any(name == _MEDIA[job.paper] or name.startswith(_ANY_SIZE) for name in queue.papers):
        words = _("The printer “{name}” has no {paper} paper: choose another paper or printer.")
        raise PaperError(words.format(name=job.printer, paper=paper_name(job.paper)))
    if job.both_sides and queue.sides and queue.sides <= {_ONE_SIDE}:
        words = _("The printer “{name}” cannot print on both sides: choose one side, or another printer.")
        raise PaperError(words.format(name=job.printer))


def follow(job: PdfJob, number: int, patience: float) -> str:
    """Return in a sentence what became of a job, or what it is doing after so many seconds.

    PaperError, a sentence too, if it was cancelled, failed, or waits for somebody to do something.
    """
    end = time.monotonic() + patience
    while True:
        now = job_now(job.printer, number)
        if now.state is PrintState.DONE:
            return _("Printed on “{name}”: {sheet}.").format(name=job.printer, sheet=job.title)
        if now.state.is_end:
            raise _ended(job, now.state, now.message)
        if time.monotonic() >= end:
            return _still(job, number, queue_called(job.printer))
        time.sleep(_BETWEEN)


def _ended(job: PdfJob, state: PrintState, message: str) -> PaperError:
    if state is PrintState.CANCELLED:
        words = _("The sheet was cancelled in the queue of “{name}”: print it again, or save it as PDF.")
        if message:
            words = _("The sheet was cancelled by “{name}” ({reason}): print it in another way, or save it as PDF.")
        return PaperError(words.format(name=job.printer, reason=message))
    words = _("The printer “{name}” could not print the sheet ({reason}): try another, or save it as PDF.")
    return PaperError(words.format(name=job.printer, reason=message or _("it does not say why")))


def _still(job: PdfJob, number: int, queue: Queue) -> str:
    if queue.state == PrinterState.STOPPED or any(map(_HOLDS_UP.search, queue.reasons)):
        words = _(
            "The sheet waits in the queue of “{name}”, which does not print now ({reason}): see to the printer and it"
            " goes on by itself, or take it back with “cancel {name}-{number}” and save it as PDF."
        )
        reason = queue.message or ", ".join(queue.reasons) or _("it does not say why")
        raise PaperError(words.format(name=job.printer, reason=reason, number=number))
    words = _("The printer “{name}” has the sheet and has not finished: if nothing comes, see whether it is on.")
    return words.format(name=job.printer)


def _options(job: PdfJob) -> list[str]:
    sides = (_SHORT_EDGE if job.two_on_a_side else _LONG_EDGE) if job.both_sides else _ONE_SIDE
    size = ["number-up=2"] if job.two_on_a_side else ["print-scaling=none"]
    colour = "color" if job.in_colour else "monochrome"
    set_by_us = [f"media={_MEDIA[job.paper]}", f"sides={sides}", f"print-color-mode={colour}", *size]
    pairs = [word for option in set_by_us for word in ("-o", option)]
    return ["-d", job.printer, "-n", str(job.copies), "-t", job.title, *pairs, "-"]


def _plain_words() -> dict[str, str]:
    """Return the surroundings in which lp says in English what it has done."""
    return {**os.environ, "LC_ALL": "C"}
