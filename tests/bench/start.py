"""Starts, as ratios to a bare PySide6 window that is started in turn with each: wall time, CPU time, memory.

On a screen in memory with a window manager if there is one here, and without any screen. Modules are compiled first.
"""

import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.userfiles import UserFiles
from tests.bench import peers
from tests.bench.screen_in_memory import ScreenInMemory, missing, screen_in_memory

RUNS = 15
BARE = "tests.bench.bare_window"
OURS = "tests.bench.assistant_window"
_PATIENCE = 20
"""Seconds for a peer to end."""


@dataclass(frozen=True)
class Start:
    """One start, in seconds but for the last.

    Attributes:
        seen, painted, answers: to the window on the screen, to its step painted, to all that answers keys and taps.
        cpu, whole_cpu: of the processor until it is painted, until it answers.
        rss: KiB held when it answers.
    """

    seen: float
    painted: float
    answers: float
    cpu: float
    whole_cpu: float
    rss: int


@dataclass(frozen=True)
class Ratios:
    """Medians of what a start takes, each divided by what the bare window takes that was started just before."""

    seen: float
    painted: float
    answers: float
    cpu: float
    whole_cpu: float
    memory: float


def environment(screen: ScreenInMemory | None) -> dict[str, str]:
    """Return what a program is started with: as people have it, with compiled modules."""
    of_screen = screen.environment if screen else os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return {name: value for name, value in of_screen.items() if name != "PYTHONDONTWRITEBYTECODE"}


def start(screen: ScreenInMemory | None, module: str, *arguments: str) -> Start:
    """Start a module in a process of its own and return what it takes."""
    begun = time.monotonic()
    command = [sys.executable, "-m", module, *arguments]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment(screen), text=True, stdin=pipe, stdout=pipe, stderr=nothing)
    if screen:
        screen.wait_for_window()
    seen = time.monotonic() - begun
    said = json.loads(process.communicate()[0])
    if screen:
        screen.wait_for_none()
    painted, answers = said["painted"] - begun, said["answers"] - begun
    return Start(seen if screen else painted, painted, answers, said["cpu"], said["whole_cpu"], said["rss"])


def start_peer(screen: ScreenInMemory, command: tuple[str, ...]) -> float:
    """Start another program and return the seconds until its window is on the screen."""
    begun = time.monotonic()
    own = peers.environment(environment(screen))
    process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        screen.wait_for_window()
        seen = time.monotonic() - begun
    finally:
        process.kill()
        process.wait(_PATIENCE)
    screen.wait_for_none()
    return seen


def begin(files: UserFiles) -> None:
    """Begin a job for the window to resume."""
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, Library(assets.guides_folder()).guide("tailgate-button"))


def compile_modules() -> None:
    """Compile the program's modules, as its set-up does."""
    compileall.compile_dir(Path(assets.__file__).parent, quiet=1)
    compileall.compile_dir(Path(__file__).parent, quiet=1)


def ratios(pairs: list[tuple[Start, Start]]) -> Ratios:
    """Return what ours take in pairs of bare and ours."""
    return Ratios(
        seen=median(ours.seen / bare.seen for bare, ours in pairs),
        painted=median(ours.painted / bare.painted for bare, ours in pairs),
        answers=median(ours.answers / bare.answers for bare, ours in pairs),
        cpu=median(ours.cpu / bare.cpu for bare, ours in pairs),
        whole_cpu=median(ours.whole_cpu / bare.whole_cpu for bare, ours in pairs),
        memory=median(ours.rss / bare.rss if bare.rss else 0.0 for bare, ours in pairs),
    )


@dataclass(frozen=True)
class Starts:
    """What is measured about starts.

    Attributes:
        on_screen: on a screen with a window manager, None if there is none to be had here.
        peers: the same for other programs, until their window is seen; None for one that shows none.
        offscreen: without any screen.
        bare_ms, ours_ms: milliseconds to the painted window, on the screen if there is one.
        first_ms: of the very first start, before any guide is kept.
        rested: memory once it was left alone for a while, and has made ahead what may come next; as in Ratios.
    """

    on_screen: Ratios | None
    peers: dict[str, float | None]
    offscreen: Ratios
    bare_ms: float
    ours_ms: float
    first_ms: float
    rested: float


def measure() -> Starts:
    """Start each often, in turn; the first start of each is left out."""
    compile_modules()
    with tempfile.TemporaryDirectory() as data:
        begin(UserFiles(Path(data)))
        arguments = (OURS, data, str(assets.guides_folder()))
        first = start(None, *arguments)
        offscreen = _pairs(None, arguments)
        rested = start(None, *arguments, "rest").rss / (start(None, BARE).rss or 1)
        on_screen, others = ([], {}) if missing() else _on_screen(arguments)
    shown = on_screen or offscreen
    return Starts(
        on_screen=ratios(on_screen) if on_screen else None,
        peers=others,
        offscreen=ratios(offscreen),
        bare_ms=median(bare.painted for bare, _ours in shown) * 1000,
        ours_ms=median(ours.painted for _bare, ours in shown) * 1000,
        first_ms=first.painted * 1000,
        rested=rested,
    )


def _on_screen(arguments: tuple[str, ...]) -> tuple[list[tuple[Start, Start]], dict[str, float | None]]:
    with screen_in_memory() as screen:
        pairs = _pairs(screen, arguments)
    return pairs, {name: _peer_ratio(command) for name, command in peers.installed().items()}


def _pairs(screen: ScreenInMemory | None, arguments: tuple[str, ...]) -> list[tuple[Start, Start]]:
    return [(start(screen, BARE), start(screen, *arguments)) for _run in range(RUNS + 1)][1:]


def _peer_ratio(command: tuple[str, ...]) -> float | None:
    """Return what a peer takes till its window is seen, divided by what the bare window takes; median of pairs.

    None if its window does not come, or does not go again.
    """
    with suppress(TimeoutError, subprocess.TimeoutExpired), screen_in_memory() as screen:
        pairs = [(start(screen, BARE).seen, start_peer(screen, command)) for _run in range(RUNS // 2 + 1)]
        return median(peer / bare for bare, peer in pairs[1:])
    return None
