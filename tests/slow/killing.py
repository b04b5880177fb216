"""Kills a program that works with job records, over and over, and looks at what it left."""

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

from micra_assistant.errors import DamagedError
from micra_assistant.jobs.events import PhotoAdded
from micra_assistant.jobs.records.soundness import check, check_all
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import open_records
from micra_assistant.jobs.rescue.recovery import recover
from tests.jobs.recordfiles import NOW, all_events, in_order, job_of, make_old, rows_made_anew, scribble

ROOT = Path(__file__).parents[2]
KILLS_OF_A_FILE = 12
AT_THE_BEGINNING = {"migrate": 0.3, "recover": 0.12}
"""For how many seconds after its first word a program is at what it shall be killed at."""


class Killing:
    """What came of killing a program many times over.

    Attributes:
        kills: by kind of work, how often a program was killed at it.
        acknowledged: how many events it had said were kept.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311 - it need not be secret
        self._begun = time.monotonic()
        self.kills: Counter[str] = Counter()
        self.acknowledged = 0

    @property
    def report(self) -> str:
        """The figures, in a line; nothing is lost, or a check would have failed."""
        kinds = ", ".join(f"{number} at “{kind}”" for kind, number in sorted(self.kills.items()))
        seconds = time.monotonic() - self._begun
        return f"{self.kills.total()} kills ({kinds}): {self.acknowledged} events acknowledged, lost 0; {seconds:.0f} s"

    def kill_writers(self, kind: str, times: int) -> None:
        """Kill a program while it writes; a few times on each file."""
        file, kept = self._new_file(), set[str]()
        for number in range(times):
            if number % KILLS_OF_A_FILE == 0:
                file, kept = self._new_file(), set[str]()
            kept |= self._killed(kind, file)
            self._check(file, kept)

    def kill_migrations(self, times: int) -> None:
        """Kill a program while it brings records of the first version up to date."""
        events = [event for _ in range(150) for event in job_of(20)]
        old = self._new_file()
        make_old(old, events)
        for _ in range(times):
            file = self._copied(old)
            kept = self._killed("migrate", file)
            self._check(file, {event.id for event in events} | kept)

    def kill_recoveries(self, times: int) -> None:
        """Kill a program while it recovers broken records; the next start must lead to all there was."""
        file, kept = self._new_file(), set[str]()
        kept |= self._killed("backup", file, at_least=40)
        scribble(file, 0, b"scribble" * 12)
        scribble(file.with_name(file.name + "-wal"), 0, b"bad")
        broken = file.read_bytes()
        for _ in range(times):
            copy = self._copied(file)
            self._killed("recover", copy)
            try:
                open_records(copy, Backups(copy.parent / "backups"), NOW).close()
            except DamagedError:
                recover(copy, Backups(copy.parent / "backups"), NOW)
            self._check(copy, kept)
            aside = [path.read_bytes() for path in copy.parent.glob("jobs-damaged-*.sqlite3")]
            assert broken in aside

    def _new_file(self) -> Path:
        folder = self._folder / f"{self._chance.getrandbits(64):x}"
        folder.mkdir()
        return folder / "jobs.sqlite3"

    def _copied(self, file: Path) -> Path:
        folder = shutil.copytree(file.parent, self._folder / f"{self._chance.getrandbits(64):x}")
        return Path(folder) / file.name

    def _killed(self, kind: str, file: Path, at_least: int = 0) -> set[str]:
        """Kill a program at some moment, and return the ids of the events that it had said were kept."""
        chance = self._chance
        lines, moment = max(at_least, chance.choice([3, 4, chance.randrange(60)])), chance.random() * 0.02
        if kind in AT_THE_BEGINNING:
            lines, moment = 1, chance.random() * AT_THE_BEGINNING[kind]
        command = [sys.executable, "-m", "tests.slow.worker", kind, str(file), str(chance.getrandbits(32))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as worker:
            said: list[str] = []
            enough = Event()
            reader = Thread(target=self._listen, args=(worker, said, lines, enough))
            reader.start()
            enough.wait()
            Event().wait(moment)
            self.kills[kind] += worker.poll() is None
            worker.kill()
            reader.join()
            assert worker.stderr
            assert worker.stderr.read() == "", "it came to its end by itself"
        kept = {name for line in said if line.startswith("kept ") for name in line.split()[1:]}
        self.acknowledged += len(kept)
        return kept

    @staticmethod
    def _listen(worker: "subprocess.Popen[str]", said: list[str], lines: int, enough: Event) -> None:
        """Take down whole lines; a half one was no acknowledgement."""
        assert worker.stdout
        for line in worker.stdout:
            if line.endswith("\n"):
                said.append(line)
            if len(said) >= lines:
                enough.set()
        enough.set()

    def _check(self, file: Path, kept: set[str]) -> None:
        """Look at a copy, so that the next program finds the file as the killed one left it."""
        copy = self._copied(file)
        with closing(open_records(copy, Backups(copy.parent / "backups"), NOW)) as store:
            check_all(store._connection, "the job records")
            events = all_events(store)
            assert kept <= {event.id for event in events}, "what was acknowledged is there"
            groups = Counter(event.by for event in events if ":" in event.by)
            assert all(number == int(by.split(":")[1]) for by, number in groups.items()), "no append is there in part"
            photos = {event.act.photo for event in events if isinstance(event.act, PhotoAdded)}
            assert all(store.has_attachment(photo) for photo in photos)
            assert in_order(store) == rows_made_anew(store)
        for backup in (copy.parent / "backups").glob("*.sqlite3"):
            check(backup)
        shutil.rmtree(copy.parent)
