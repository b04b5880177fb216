"""Guides that come in from elsewhere, read in a process of their own: what a guide does to its reader is done to that.

The process is ended if it takes too long or too much. It runs the command ``try-guides`` (see ``cli.try_guides``).
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from micra_assistant.errors import SnapshotError
from micra_assistant.guide.snapshot import unpack
from micra_assistant.jobs.jobfile.refusal import UnusableError, shown
from micra_assistant.kind_reading import from_json
from micra_assistant.system_words import reason
from micra_assistant.words import N_, _

MOST_SECONDS = 40
"""On the clock; of work the process may do half of that."""
_UNREADABLE = N_("the guide in it cannot be read: reading it fails, or takes more time or memory than a guide may")


class Told(Struct, frozen=True):
    """What the process says once it has come to its end; ``mistake`` is empty if all guides can be read."""

    mistake: str = ""


def check_guides(packed: Mapping[str, bytes]) -> None:
    """Check that packed guides, by fingerprint, can be read; UnusableError if one cannot, or that cannot be tried."""
    if not packed:
        return
    try:
        with TemporaryDirectory(prefix="micra-", ignore_cleanup_errors=True) as folder:
            guides = [unpack(content, Path(folder, name[:16])) for name, content in packed.items()]
            mistake = mistake_of(Path(folder), guides)
    except (OSError, SnapshotError) as error:
        why = _("the guide in it cannot be tried here: {why}").format(why=reason(error))
        raise UnusableError(why, _("make room on this computer, and take it again")) from error
    if mistake:
        raise UnusableError(mistake, _("export the job again where it was made, with a guide that has no mistakes"))


def mistake_of(folder: Path, guides: list[Path]) -> str:
    """Return why guides below ``folder`` cannot be taken in, empty if they can; OSError if that cannot be tried."""
    try:
        tried = subprocess.run(
            [*_command(), "try-guides", str(folder)],
            input=msgspec.json.encode([guide.relative_to(folder).as_posix() for guide in guides]),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        told = from_json(tried.stdout, Told)
    except (subprocess.TimeoutExpired, msgspec.MsgspecError, UnicodeError):
        return _(_UNREADABLE)
    return _("the guide in it cannot be read: {mistake}").format(mistake=shown(told.mistake)) if told.mistake else ""


def _command() -> list[str]:
    """Return what starts this program without a window, also where it was made into one file."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "micra_assistant"]


def _environment() -> dict[str, str]:
    """Return the environment in which Python finds this very program, wherever it is run."""
    here = str(Path(__file__).parents[3])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH", ""))))}
