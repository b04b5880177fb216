"""What a mechanic feels: each act until it is painted, and the longest stop of the window in an ordinary job."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from micra_assistant import app
from micra_assistant.jobs.events import Ticked, new_event, new_id
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.bench.hand import hand_at_job
from tests.bench.ordinary_job import longest, stops
from tests.bench.turns import Cost, Turn, cost, turn
from tests.bench.window_acts import acts

COMMITS = 40


class Felt(NamedTuple):
    """What each act costs, by name; the longest stops of an ordinary job, the worst first; a commit alone."""

    acts: dict[str, Cost]
    stops: dict[str, float]
    commit: Cost


def measure() -> Felt:
    """Return what is felt at the window, without a screen."""
    app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        commit = cost(list(_commits(Path(folder) / "commit.sqlite3")))
        with hand_at_job(Path(folder) / "acts") as hand:
            costs = {name: cost(list(turns())) for name, turns in acts(hand).items()}
        with hand_at_job(Path(folder) / "job") as hand:
            worst = longest(stops(hand))
    return Felt(costs, worst, commit)


def _commits(file: Path) -> Iterator[Turn]:
    """Give what the processor takes to keep one event."""
    job = new_id()
    with closing(SqliteStore(file)) as store:
        for number in range(1, COMMITS + 1):
            event = new_event(job, number, Ticked("leads"))
            yield turn(lambda: store.append([event]))  # noqa: B023 - done at once
