"""A program that works with job records until it is killed: python -m tests.slow.worker KIND FILE SEED.

It says what it has done when it is done: “kept ID ID …” for the events of one append, “backup NAME”, “recovered”.
All events of one append carry its name and how many they are as who did them: “a17:5”.
"""

import random
import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Thread

from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Described,
    Entered,
    Event,
    Noted,
    Opened,
    PhotoAdded,
    Reopened,
    Ticked,
    Undone,
    new_event,
    new_id,
)
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups, Reason
from micra_assistant.jobs.rescue.changeover import open_records
from micra_assistant.jobs.rescue.recovery import recover

PHOTO_BYTES = (60_000, 400_000)


def say(*words: object) -> None:
    """Say something at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Writer:
    """Writes events of all sorts, one append after the other."""

    def __init__(self, store: SqliteStore, chance: random.Random) -> None:
        self._store = store
        self._chance = chance
        self._appends = 0
        self._job, self._turn, self._last = "", 0, ""

    def append(self) -> None:
        """Keep a few events, and say so once they are kept."""
        self._appends += 1
        attached: dict[str, bytes] = {}
        acts = [self._act(attached) for _ in range(self._chance.choice([1, 1, 1, 2, 5, 20]))]
        by = f"a{new_id()[:8]}:{len(acts)}"
        events = [self._event(act, by) for act in acts]
        self._store.append(events, attached)
        say("kept", *(event.id for event in events))

    def _event(self, act: AnyAct, by: str) -> Event:
        if isinstance(act, Opened):
            self._job, self._turn = new_id(), 0
        self._turn += 1
        event = new_event(self._job, self._turn, act, by)
        self._last = event.id
        return event

    def _act(self, attached: dict[str, bytes]) -> AnyAct:
        chance = self._chance
        if not self._job or chance.random() < 0.03:
            self._job = self._job or "none"
            return Opened("button", "2026.11", f"AB{chance.randrange(99)} CDE", "Tailgate button")
        kind = chance.randrange(12)
        if kind == 0:
            photo = chance.randbytes(chance.randrange(*PHOTO_BYTES))
            name = sha256(photo).hexdigest()
            attached[name] = photo
            return PhotoAdded("look", name, "photo.jpg", 800, 600)
        others: list[AnyAct] = [
            Described("XY 34 ZZ", f"customer {chance.randrange(99)}", chance.randrange(300_000), "sometimes dead"),
            Undone(self._last),
            Closed("worn", "changed"),
            Reopened(),
            Entered("leads", "0,4"),
            Noted("look", "words " * chance.randrange(2000)),
        ]
        return others[kind - 1] if kind <= len(others) else Ticked(f"item-{chance.randrange(40)}")


def back_up(file: Path) -> None:
    """Make backups without end."""
    backups = Backups(file.parent / "backups")
    while True:
        say("backup", backups.make(file, Reason.DAILY, datetime.now()).file.name)  # noqa: DTZ005


def main(kind: str, file: Path, seed: int) -> None:
    """Work until the end, or as long as it takes."""
    backups = Backups(file.parent / "backups")
    say("begun")
    if kind == "recover":
        recover(file, backups, datetime.now())  # noqa: DTZ005
        say("recovered")
        return
    store = open_records(file, backups, datetime.now())  # noqa: DTZ005
    say("open")
    if kind == "backup":
        Thread(target=back_up, args=(file,), daemon=True).start()
    writer = Writer(store, random.Random(seed))  # noqa: S311 - it need not be secret
    while True:
        writer.append()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
