"""Imports changed job files in a process that can be ended: python -m tests.jobs.jobfile.fuzzing FIRST NUMBER FOLDER.

A job that is taken must open, be exported and be imported again. Says a line at the end; anything else is a fault.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from micra_assistant.errors import JobFileError
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.jobfile.jobfiles import everything_in, exported
from tests.jobs.jobfile.mutating import Mutator

MOST_LETTERS_OF_A_REFUSAL = 1_000
MOST_SECONDS_OF_ONE = 30
"""At work; a guide that is read in its own process does not count."""


def fuzz(folder: Path, first: int, number: int) -> Counter[str]:
    """Import so many changed job files, from a number on, and return what became of them."""
    mutator, outcomes = Mutator(exported(folder)), Counter[str]()
    file = folder / "changed.zip"
    for seed in range(first, first + number):
        begun = time.process_time()
        mutator.write(file, seed)
        outcomes[outcome(file, folder, seed)] += 1
        assert time.process_time() - begun < MOST_SECONDS_OF_ONE, f"number {seed} takes too long"
    return outcomes


def outcome(file: Path, folder: Path, seed: int) -> str:
    """Import a job file; check that nothing of a refused one stays, and that a taken one goes on."""
    store = SqliteStore(None)
    before = everything_in(store)
    refused = ""
    try:
        job = import_job(store, file).job
    except JobFileError as error:
        refused = str(error).removeprefix(str(file))
    if refused:
        assert everything_in(store) == before, f"number {seed} leaves something behind"
        assert refused.isprintable(), f"number {seed} is refused in signs: {refused!r}"
        assert len(refused) < MOST_LETTERS_OF_A_REFUSAL, f"number {seed} is refused at length"
        return "refused"
    events = store.events(job.id)
    text = History(events).state.guide_fingerprint
    assert not store.has_attachment(text) or GuideTexts(store, folder / "texts", None).guide(text), f"text of {seed}"
    export_job(store, job.id, None, folder / "again.zip")
    other = SqliteStore(None)
    other.append([], dict(store._connection.execute("SELECT id, content FROM attachments").fetchall()))
    import_job(other, folder / "again.zip")
    assert other.events(job.id) == events, f"number {seed} is another job after export and import"
    return "taken"


if __name__ == "__main__":
    outcomes = fuzz(Path(sys.argv[3]), int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{outcomes['taken']} taken, {outcomes['refused']} refused\n")
