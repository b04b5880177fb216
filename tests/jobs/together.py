"""A program that works on one job together with others, until somebody closes it: python -m tests.jobs.together.

It is told the file, the folder of the guide, how many acts to do, and whether it is the one that closes the job at the
end and reopens it. It says “kept ID” for every act that was acknowledged, “closed” when the job was closed before an
act, and what went wrong otherwise.
"""

import sys
from contextlib import closing
from pathlib import Path

from micra_assistant.errors import ClosedError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Closed, Reopened
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore


def work(open_job: OpenJob, acts: int, *, closes: bool) -> None:
    """Tick and untick; who closes the job does so at every third act."""
    for number in range(acts):
        try:
            if closes and number % 3 == 1:
                open_job.do(Reopened() if open_job.state.is_closed else Closed("worn", override="closed by another"))
            else:
                open_job.toggle("off")
        except ClosedError:
            print("closed")  # noqa: T201
        except StoreError as error:
            print(f"failed {error}")  # noqa: T201
        else:
            print(f"kept {open_job.history.events[-1].id}")  # noqa: T201


def main(file: Path, guides: Path, acts: int, *, closes: bool) -> None:
    """Work on the job that is there."""
    guide = Library(guides).guide("button")
    with closing(SqliteStore(file)) as store:
        job = store.last_job()
        assert job
        seen = store.last()
        work(OpenJob(store, job, History(store.events(job.id)), guide, seen=seen), acts, closes=closes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), closes=sys.argv[4] == "closes")
