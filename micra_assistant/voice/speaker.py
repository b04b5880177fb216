"""Speaks through a voice program as a process of its own; nobody who calls this ever waits for it."""

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Condition, Lock, Thread
from typing import IO, Any

from msgspec import Struct

from micra_assistant.system_words import reason
from micra_assistant.voice.programs import VoiceProgram
from micra_assistant.voice.spoken import Spoken
from micra_assistant.words import _
from micra_assistant.workshop.values import VoiceSpeed

_MOST_LETTERS = 20_000
"""Of one run: nobody listens longer, and Linux takes no longer arguments of a program."""
_MOST_COMPLAINTS = 100_000
_LONGEST_START = 2
"""How long the end waits for a voice program that is being started just then, in seconds: it would outlive us."""
_ERROR = "error:"
"""How espeak-ng begins what it has to complain of, such as that there is no sound card; its exit code is 0 then."""


class Wish(Struct, frozen=True):
    """What is to be said, and how fast."""

    parts: tuple[Spoken, ...]
    speed: VoiceSpeed


class Speaker:
    """Says one thing at a time: what comes next ends what is being said.

    ``find`` looks for the voice program, in a thread of ours, before something is said; ``failed`` is called with words
    for people, from that thread, when it cannot be said.
    """

    def __init__(self, find: Callable[[], VoiceProgram | None], failed: Callable[[str], object]) -> None:
        self._find = find
        self._failed = failed
        self._changed = Condition()
        self._starting = Lock()
        self._wish: Wish | None = None
        self._turn = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._hush: tuple[str, ...] = ()
        self._is_ended = False
        self._thread: Thread | None = None

    def say(self, parts: Sequence[Spoken], speed: VoiceSpeed = VoiceSpeed.NORMAL) -> None:
        """Say this instead of what is being said; returns at once."""
        with self._changed:
            self._silence()
            self._wish = Wish(tuple(parts), speed)
            if self._thread is None and not self._is_ended:
                self._thread = Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()
            self._changed.notify()

    def stop(self) -> None:
        """Be silent; returns at once."""
        with self._changed:
            self._silence()

    def end(self) -> None:
        """Be silent for good, also if the program ends now; returns as soon as no voice program is being started."""
        with self._changed:
            self._silence(_run_alone)
            self._is_ended = True
            self._changed.notify()
        if self._starting.acquire(timeout=_LONGEST_START):
            self._starting.release()

    def _silence(self, run: Callable[[tuple[str, ...]], object] | None = None) -> None:
        self._turn += 1
        self._wish = None
        if self._process:
            _kill(self._process)
            self._process = None
            if self._hush:
                (run or _run_and_forget)(self._hush)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wish or self._is_ended)
                wish, self._wish, turn = self._wish, None, self._turn
            if wish is None:
                return
            if (wrong := self._say(wish, turn)) and self._turn == turn:
                self._failed(wrong)

    def _say(self, wish: Wish, turn: int) -> str:
        """Say a wish as long as it is the last; return what went wrong."""
        program = self._find()
        if program is None:
            return _("No voice is installed on this computer. On Debian or Ubuntu: apt install espeak-ng")
        for part in wish.parts:
            if self._turn != turn:
                return ""
            if wrong := self._say_part(program, part, wish.speed, turn):
                return wrong
        return ""

    def _say_part(self, program: VoiceProgram, part: Spoken, speed: VoiceSpeed, turn: int) -> str:
        text = part.text[:_MOST_LETTERS]
        command = [*program.command(part.language, speed), *([text] if program.takes_argument else [])]
        try:
            with TemporaryFile() as complaints:
                return self._run(program, command, "" if program.takes_argument else text, complaints, turn)
        except OSError as error:
            return _cannot(program, reason(error))

    def _run(self, program: VoiceProgram, command: list[str], told: str, complaints: IO[bytes], turn: int) -> str:
        """Run a voice program to its end, ``told`` what it takes by itself; return what went wrong."""
        process = self._started(command, program.hush, complaints, turn)
        if process is None:
            return ""
        process.communicate(told.encode())
        with self._changed:
            was_ended = self._turn != turn
            self._process = None if self._process is process else self._process
        return "" if was_ended else _wrong_with(program, process.returncode, _beginning(complaints))

    def _started(
        self, command: list[str], hush: tuple[str, ...], complaints: IO[bytes], turn: int
    ) -> "subprocess.Popen[bytes] | None":
        """Return a program that was started, None if something else is wished for meanwhile.

        What it complains of goes to a file: a server that it leaves running would keep a pipe open for ever.
        """
        with self._starting:
            if self._turn != turn:
                return None
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints, **_apart()
            )
            with self._changed:
                if self._turn == turn:
                    self._process, self._hush = process, hush
                    return process
            _kill(process)
        process.communicate()
        return None


def _beginning(complaints: IO[bytes]) -> bytes:
    complaints.seek(0)
    return complaints.read(_MOST_COMPLAINTS)


def _wrong_with(program: VoiceProgram, code: int, complaints: bytes) -> str:
    """Return why nothing was to be heard, empty if something was."""
    lines = [line.strip() for line in complaints.decode(errors="replace").splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(_ERROR)]
    if not (code or errors):
        return ""
    return _cannot(program, (errors or lines or [_ended_with(code)])[-1])


def _ended_with(code: int) -> str:
    return _("it crashed") if code < 0 else _("it ended with {code}").format(code=code)


def _cannot(program: VoiceProgram, why: str) -> str:
    words = _("The voice of this computer cannot be heard: {program} says “{why}”. Is there a loudspeaker?")
    return words.format(program=program.name, why=why)


def _apart() -> dict[str, Any]:
    """Return what lets a process be ended with all that it started, and opens no window of its own."""
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}  # type: ignore[attr-defined,unused-ignore]  # only there
    return {"start_new_session": True}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.returncode is not None:  # it has ended: its number may be another's by now
        return
    with suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _run_and_forget(command: tuple[str, ...]) -> None:
    """Run a short program in a thread that starts it and waits for it."""
    Thread(target=_run_and_wait, args=(command,), name="hush", daemon=True).start()


def _run_alone(command: tuple[str, ...]) -> None:
    """Start a short program that goes on when ours has ended; a thread waits for it as long as it has not."""
    with suppress(OSError):
        process = _started_quietly(command)
        Thread(target=process.wait, name="hush", daemon=True).start()


def _run_and_wait(command: tuple[str, ...]) -> None:
    with suppress(OSError):
        _started_quietly(command).wait()


def _started_quietly(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, **_apart())
