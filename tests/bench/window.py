"""What a mechanic feels: each act until it is painted, and the longest stops of the window in an ordinary job."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from micra_assistant import app
from micra_assistant.jobs.events import Ticked, new_event, new_id
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.bench.hand import hand_at_job
from tests.bench.ordinary_job import longest, stops
from tests.bench.start import compile_modules
from tests.bench.table import Lines, work_row
from tests.bench.turns import Turn, cost, turn
from tests.bench.window_acts import acts

COMMITS = 40
BUDGETS = {
    "tick": 8,
    "next step": 12,
    "previous step": 12,
    "next page": 30,
    "previous page": 30,
    "undo on another page": 30,
    "dark, light": 50,
    "text size": 50,
    "onto the parts": 30,
    "dark, light at the parts": 50,
    "job list": 30,
    "put-back list": 30,
    "timeline": 30,
}
KEY_BUDGETS = {"search, a key": 16}
"""Milliseconds of the window's thread that acts may take in the middle, and keys in 99 of 100 cases."""
LONGEST_STOP = 30
_LOOKS = ("other-colours", "larger", "smaller")
"""Stops that a person asks for once in a while have the budget of their act."""


def act_rows() -> Lines:
    """Give the lines of the acts, and what one commit takes of that."""
    _make_ready()
    with tempfile.TemporaryDirectory() as folder:
        with hand_at_job(Path(folder) / "acts") as hand:
            for name, turns in acts(hand).items():
                felt = cost(list(turns()))
                if name in BUDGETS:
                    yield work_row(f"{name} until it is painted", felt.median_ms, BUDGETS[name], felt.ratio)
                else:
                    yield work_row(f"{name} until it is painted, p99", felt.p99_ms, KEY_BUDGETS[name], felt.p99_ratio)
        commit = cost(list(_commits(Path(folder) / "commit.sqlite3")))
    yield f"  of that one commit: {commit.median_ms:.1f} ms"


def stop_rows() -> Lines:
    """Give a line for each kind of act in an ordinary job: how long the window stood still at most."""
    _make_ready()
    with tempfile.TemporaryDirectory() as folder, hand_at_job(Path(folder)) as hand:
        for worst in longest(stops(hand)):
            budget = BUDGETS["text size"] if worst.act in _LOOKS else LONGEST_STOP
            yield work_row(f"longest stop for: {worst.act}", worst.turn.taken, budget, worst.turn.ratio)


def _make_ready() -> None:
    """Be as an installed program: what is loaded when it is first wanted is compiled already."""
    compile_modules()
    app.make_application()


def _commits(file: Path) -> Iterator[Turn]:
    """Give what the processor takes to keep one event."""
    job = new_id()
    with closing(SqliteStore(file)) as store:
        for number in range(1, COMMITS + 1):
            event = new_event(job, number, Ticked("leads"))
            yield turn(lambda: store.append([event]))  # noqa: B023 - done at once
