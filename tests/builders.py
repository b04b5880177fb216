"""Guides and jobs made from what a test shows.

A guide is written as its files, each a literal text. Where a fault is expected, the text says so in the line
of the fault, behind a pointer::

    - [ ] Pressed                       ◀ the item needs an id

``write_guide`` takes what the pointers say off; ``check_guide`` finds the faults and compares the two.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.model import Block, Guide, Words
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import AnyAct, Event
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.state import JobState

POINTER = "◀"
AT = "2026-11-20T10:00:00.000+00:00"
"""When everything is done in a job of which a test says no more."""

HEAD = """
    format = 1
    title = "Tailgate button"
    car = "Nissan Micra K12"
    version = "2026.11"
    """
SOURCES = """
    [meters]
    title = "How meters read"
    kind = "practice"
    scope = "general"
    confidence = "high"

    [versa]
    title = "Manual of a sister car"
    kind = "manual"
    scope = "sister"
    confidence = "medium"
    """
STEP = "# Page {: #page }\n\n## Step {: #step }\n\n"
"""What stands above a text that is about one step only."""

Files = Mapping[str, str]
"""The files of a guide: their text by their path in its folder."""


def literal(text: str) -> str:
    """Return a text without the indent and the first line break that it has in the test."""
    return dedent(text).removeprefix("\n")


def write_guide(folder: Path, files: Files) -> Path:
    """Write the guide “button” below ``folder`` and return its own folder; what is not given is sound."""
    guide = folder / "guides" / "button"
    guide.mkdir(parents=True, exist_ok=True)
    for name, text in {"guide.toml": HEAD, "../sources.toml": SOURCES, **files}.items():
        lines = (line.split(POINTER)[0].rstrip(" ") if POINTER in line else line for line in literal(text).split("\n"))
        (guide / name).parent.mkdir(parents=True, exist_ok=True)
        (guide / name).write_text("\n".join(lines), encoding="utf-8", newline="")
    return guide


def step_file(text: str) -> Files:
    """Return the one page of a guide, with ``text`` as its one step."""
    return {"10-page.md": STEP + literal(text)}


def exchange(file: Path, kind: str) -> None:
    """Put something in the place of a file that no guide has: a pipe, a link or a device, or something large."""
    content = file.read_bytes()
    file.unlink()
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "link":
            outside = file.parents[2] / "outside"
            outside.write_bytes(content)
            file.symlink_to(outside)
        case "device":
            file.symlink_to("/dev/zero")
        case _:
            file.touch()
            os.truncate(file, 200_000_000)


def rewrite(file: Path, old: str, new: str) -> None:
    """Write at a file as an editor does: a new one takes the place of the old."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    fresh = file.with_suffix(".new")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(file)


def pages_of(*pages: str) -> Files:
    """Return the files of these pages, in their order."""
    return {f"{number}0-page.md": page for number, page in enumerate(pages, 1)}


def guide_of(folder: Path, *pages: str) -> Guide:
    """Return the guide of these pages."""
    return read_guide(write_guide(folder, pages_of(*pages)))


def guide_fixture(*pages: str, files: Files | None = None) -> object:
    """Return a fixture that gives each test of a file the guide of these pages and other files."""

    @pytest.fixture(scope="module")
    def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
        return read_guide(write_guide(tmp_path_factory.mktemp("guide"), {**pages_of(*pages), **(files or {})}))

    return guide


def blocks_of(folder: Path, text: str) -> tuple[Block, ...]:
    """Return the blocks of the step that ``text`` is."""
    return read_guide(write_guide(folder, step_file(text))).steps[0].blocks


def check_guide(folder: Path, files: Files, read: Callable[[Path], object] = read_guide) -> None:
    """Check that ``read`` finds just the faults that the files point at."""
    compare_faults(faults_found(lambda: read(write_guide(folder, files))), files)


def faults_found(read: Callable[[], object]) -> tuple[Mistake, ...]:
    """Return the faults that ``read`` reports."""
    try:
        read()
    except GuideError as error:
        return error.mistakes
    return ()


def compare_faults(faults: tuple[Mistake, ...], files: Files) -> None:
    """Check that ``faults`` are just those that the files point at."""
    expected = sorted(
        (Path(name).name, number, part.strip())
        for name, text in files.items()
        for number, line in enumerate(literal(text).split("\n"), 1)
        for part in line.split(POINTER)[1:]
    )
    found = sorted((fault.file.name, fault.line, fault.message) for fault in faults)
    for place, (_, _, part) in enumerate(expected[: len(found)]):
        file, line, message = found[place]
        found[place] = (file, line, part if part in message else message)
    assert found == expected


def words(text: str, *, bold: bool = False) -> tuple[Words]:
    """Return a text in one style."""
    return (Words(text, bold=bold),)


def log_of(*acts: AnyAct, job: str = "job", by: str = "", at: str = AT, start: int = 0) -> list[Event]:
    """Return the log of a job in which these acts were done, one after the other; the id of the first is job-0."""
    return [Event(f"{job}-{turn}", job, turn, at, act, by) for turn, act in enumerate(acts, start)]


def state_after(*acts: AnyAct) -> JobState:
    """Return the state of a job in which these acts were done, one after the other."""
    return replay(log_of(*acts))
