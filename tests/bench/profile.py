"""Show where the time goes from the command to the painted window: what is loaded, and then what is called.

What measures costs time itself: compare the lines of one table with each other, and measure with ``make bench``.
"""

import os
import pstats
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from micra_assistant import assets
from micra_assistant.userfiles import UserFiles
from tests.bench.start import begin, start

ROOT = Path(__file__).parent.parent.parent
ROWS = 30
_LOADED = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s+(\S+)")


class Row(NamedTuple):
    """Something that takes milliseconds: for itself, and with all that it loads or calls."""

    own: float
    whole: float
    name: str

    def __str__(self) -> str:
        """Return the line of a table."""
        return f"{self.own:9.1f} {self.whole:9.1f}  {self.name}"


def profile() -> None:
    """Start the window with a job, once to fill its caches, and then once for each way to look at it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what compiling takes is no part of a start
    with tempfile.TemporaryDirectory() as data:
        begin(UserFiles(Path(data)))
        window = ["tests.bench.assistant_window", data, str(assets.guides_folder())]
        start(None, *window)
        modules = loaded(run("-X", "importtime", "-m", *window))
        run("-m", "cProfile", "-o", f"{data}/calls", "-m", *window)
        functions = called(Path(data) / "calls")
    ours = [row for row in functions if "micra_assistant" in row.name]
    show("Modules that take longest to load", sorted(modules))
    show("Functions that take longest themselves", sorted(functions))
    show("Functions of the program that take longest with what they call", sorted(ours, key=lambda row: row.whole))


def run(*arguments: str) -> str:
    """Run this Python with arguments and return what it says on its standard error."""
    nothing = subprocess.DEVNULL
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, stdin=nothing)
    return done.stderr


def loaded(said: str) -> list[Row]:
    """Return the modules of what ``-X importtime`` says."""
    return [Row(int(own) / 1000, int(whole) / 1000, name) for own, whole, name in _LOADED.findall(said)]


def called(file: Path) -> list[Row]:
    """Return the functions of what cProfile has written."""
    counted: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    counted = pstats.Stats(str(file)).stats  # type: ignore[attr-defined] # not in its stub
    return [Row(own * 1000, whole * 1000, place(*key)) for key, (_, _, own, whole, _) in counted.items()]


def place(file: str, line: int, function: str) -> str:
    """Return where a function stands, as short as can be; what is not written in Python has no file."""
    short = re.sub(r".*/(site-packages|python3\.\d+)/", "", file.removeprefix(f"{ROOT}{os.sep}"))
    return f"{function}  {short}:{line}" if line else function


def show(title: str, rows: list[Row]) -> None:
    """Print a table, the longest at its end, where a terminal shows it."""
    sys.stdout.write(f"\n{title}, the longest last: ms for itself, ms in all\n")
    sys.stdout.write("".join(f"{row}\n" for row in rows[-ROWS:]))


if __name__ == "__main__":
    profile()
