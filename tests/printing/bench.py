"""A printer that keeps what it is sent, behind a CUPS of its own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

_START = Path(__file__).parent / "start-printers.sh"
PROGRAMS = ("/usr/sbin/cupsd", "ippeveprinter", "ipptool", "avahi-daemon", "dbus-daemon", "lp", "lpadmin", "pdftoppm")
PACKAGES = "cups cups-client cups-filters cups-ipp-utils avahi-daemon dbus-daemon poppler-utils"


def missing() -> str:
    """Return in words why no printer can be started here, nothing if one can be."""
    lacking = [program for program in PROGRAMS if not shutil.which(program)]
    if lacking:
        return f"needs {', '.join(lacking)} (Debian: {PACKAGES})"
    return "" if os.geteuid() == 0 else "only root can start a CUPS of its own"


class Arrived(Struct, frozen=True):
    """A document as the printer got it, and what it was told about it, such as ``IPP_COPIES``."""

    content: bytes
    options: dict[str, str]


class Bench(Struct, frozen=True):
    """The printer called ``bench``; ``folder`` has all of it."""

    folder: Path

    @property
    def server(self) -> str:
        """What CUPS_SERVER must say."""
        return str(self.folder / "cups.sock")

    def arrived(self) -> Arrived:
        """Return what arrived last."""
        last = max(self._jobs.glob("*.options"), key=lambda file: int(file.stem.removeprefix("job-")))
        options = dict(line.split("=", 1) for line in last.read_text().splitlines() if "=" in line)
        return Arrived(last.with_suffix(".document").read_bytes(), options)

    def count(self) -> int:
        """Return how many documents have arrived."""
        return len(list(self._jobs.glob("*.options")))

    @contextmanager
    def off(self) -> Iterator[None]:
        """Let the printer say nothing."""
        printer = self._pids()[2]
        os.kill(printer, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(printer, signal.SIGCONT)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the queue hold what it gets."""
        self.run("cupsdisable", "-r", "Out of toner", "bench")
        try:
            yield
        finally:
            self.run("cupsenable", "bench")

    def run(self, *command: str) -> str:
        """Run a command of CUPS and return what it says."""
        done = subprocess.run(
            command, env={**os.environ, "CUPS_SERVER": self.server}, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    def end(self) -> None:
        """End all that was started."""
        for pid in self._pids():
            os.kill(pid, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _jobs(self) -> Path:
        return self.folder / "jobs"

    def _pids(self) -> list[int]:
        return [int(line) for line in (self.folder / "pids").read_text().split()]


def started() -> Bench:
    """Start the printer and its CUPS; CalledProcessError, with what they say, if that cannot be."""
    folder = Path(tempfile.mkdtemp(prefix="printers-"))
    ports = [str(_free_port()) for _place in range(2)]
    subprocess.run([_START, folder, *ports], check=True, stdout=subprocess.DEVNULL)
    return Bench(folder)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("localhost", 0))
        return int(one.getsockname()[1])
