"""What a person hands on about bugs: versions, the system, the end of the log. It holds nothing of a customer."""

import platform
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version

from micra_assistant import __version__
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.bug_words import told_place
from micra_assistant.words import _

_PACKAGES = ("PySide6-Essentials", "Markdown", "msgspec", "platformdirs", "typst", "font-roboto")
_CRASH_PLACE = re.compile(r'(?P<file>[^"]*+)", line (?P<line>\d+) in (?P<function>\S+)')


def report(log: BugLog, more: Mapping[str, str] | None = None) -> str:
    """Return the report; ``more`` is told with the versions, by its name."""
    lines = log.tail()
    facts = {
        "Micra Assistant": __version__,
        "Python": platform.python_version(),
        _("System"): _system(),
        **(more or {}),
    }
    facts |= {name: found for name in _PACKAGES if (found := _version(name))}
    told = [f"{name}: {value}" for name, value in facts.items()]
    kept = [_short(line) for line in lines] or [_("nothing is in the log")]
    return "\n".join([*told, "", _("The end of the log:"), *kept, ""])


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()} ({sys.platform})"


def _version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return version(name)
    return ""


def _short(line: str) -> str:
    """Return a line with the place in it told from the package on, if it is one of a crash."""
    before, _file, rest = line.partition('File "')
    if not (place := _CRASH_PLACE.match(rest)):
        return line
    return before + told_place(place["file"], int(place["line"]), place["function"]) + rest[place.end() :]
