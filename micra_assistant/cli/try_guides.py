"""Read guides that nobody has read yet, as opening a job does, within limits: the program starts this itself.

Whatever a guide does to its reader, it does to this process, which is ended for it.
"""

import argparse
import os
import sys
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from micra_assistant.catalogues import ENGLISH
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.errors import GuideError, MicraError
from micra_assistant.guide.folders import translation_folders
from micra_assistant.guide.translation import read_guide_in
from micra_assistant.jobs.jobfile.trial import MOST_SECONDS, Told
from micra_assistant.kind_reading import from_json
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.parts.options import parts_of

_MOST_SECONDS_AT_WORK = MOST_SECONDS // 2
_MOST_BYTES_OF_MEMORY = 1_500_000_000
_MOST_LETTERS = 300


def run(options: argparse.Namespace) -> int:
    """Open the guides that are named to it, and say what is wrong with the first that cannot be opened."""
    limit_itself()
    told = Told()
    for name in from_json(sys.stdin.buffer.read(), list[str]):
        try:
            open_guide(options.folder / name)
        except MicraError as error:
            told = Told(_in_a_line(error, options.folder))
            break
    sys.stdout.buffer.write(msgspec.json.encode(told))
    return 0


def limit_itself() -> None:
    """Let the system end this process if it takes too much; where it cannot, who started it still watches the clock."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS_AT_WORK, _MOST_SECONDS_AT_WORK + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES_OF_MEMORY, _MOST_BYTES_OF_MEMORY))


def open_guide(folder: Path) -> None:
    """Read all that a guide is made of, in each of its languages; MicraError if a job with it could not be opened."""
    for language in (ENGLISH, *translation_folders(folder)):
        _open_in(folder, language)


def _open_in(folder: Path, language: str) -> None:
    """Put a guide in words; a fault model that has faults is shown with them, so it does not count."""
    guide = read_guide_in(folder, language)
    parts = parts_of(guide)
    for complaint in guide.complaints:
        with suppress(GuideError):
            model_for(guide, complaint, parts)
    rate = parts.rate_per_hour if parts else Decimal(0)
    SheetMaker(guide).sheet(SheetKind.GUIDE, PaperSize.A4, parts, rate, date.min)


def _in_a_line(error: MicraError, folder: Path) -> str:
    """Return the first thing that is wrong, with its place as seen from ``folder``."""
    first = str(error).partition("\n")[0]
    return first.replace(f"{folder}{os.sep}", "").partition(os.sep)[2][:_MOST_LETTERS] or first[:_MOST_LETTERS]
