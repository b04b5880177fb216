"""One thing is said at a time, by a process of its own that never holds up who speaks."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from micra_assistant.voice.programs import VoiceProgram, find_program
from micra_assistant.voice.speaker import Speaker
from micra_assistant.voice.spoken import Spoken, joined
from micra_assistant.workshop.values import VoiceSpeed
from tests.voice.fake_voice import HANGS, HAS_NO_SOUND, KNOWS_NO_VOICE, FakeVoice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake voice is a shell script")

Make = Callable[[FakeVoice], Speaker]
Hear = Callable[..., FakeVoice]
HELLO = (Spoken("Doors lock.", "en"),)


class Told(SimpleQueue[str]):
    """What a speaker says of what went wrong."""


@pytest.fixture
def told() -> Told:
    """Return what went wrong."""
    return Told()


@pytest.fixture
def speaker_of(tmp_path: Path, told: Told) -> Iterator[Make]:
    """Return what makes a speaker of a fake voice; it is silent at the end."""
    made: list[Speaker] = []

    def make(voice: FakeVoice) -> Speaker:
        which = partial(shutil.which, path=str(voice.folder))
        made.append(Speaker(lambda: find_program(which, "linux"), told.put))
        return made[-1]

    yield make
    for speaker in made:
        speaker.end()


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Hear]:
    """Return what makes the fake voice, which does something after it has spoken."""
    made: list[FakeVoice] = []

    def make(then: str = "") -> FakeVoice:
        made.append(FakeVoice(tmp_path, then))
        return made[-1]

    yield make
    for voice in made:
        voice.close()


def test_it_says_each_part_in_its_language(heard: Hear, speaker_of: Make, told: Told) -> None:
    voice = heard()
    speaker_of(voice).say([Spoken("12 point 4 volts.", "en"), Spoken("Двери заперты.", "ru")], VoiceSpeed.SLOW)
    assert voice.hear() == "-v en -s 130 --stdin\n12 point 4 volts."
    assert voice.hear() == "-v ru -s 130 --stdin\nДвери заперты."
    assert told.empty()


def test_what_is_said_next_ends_what_is_being_said(heard: Hear, speaker_of: Make, told: Told) -> None:
    voice = heard(HANGS)
    speaker = speaker_of(voice)
    speaker.say(HELLO)
    voice.hear_arguments()
    speaker.say([Spoken("Negative off.", "en")])
    voice.hear_arguments()
    speaker.stop()
    assert told.empty(), "to be interrupted is no failure"


def test_a_voice_that_hangs_ends_with_all_that_it_started(heard: Hear, tmp_path: Path, speaker_of: Make) -> None:
    voice = heard("sleep 1000; true")
    speaker = speaker_of(voice)
    speaker.say(HELLO)
    voice.hear_arguments()
    speaker.stop()
    voice.hear_the_end()


def test_a_server_that_speaks_on_is_told_to_stop_before_the_program_ends(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = FakeVoice(tmp_path, 'case "$*" in *--stop*) ;; *) exec sleep 1000 ;; esac', name="spd-say")
    speaker = Speaker(lambda: find_program(partial(shutil.which, path=str(voice.folder)), "linux"), told.put)
    speaker.say(HELLO)
    voice.hear()
    started: list[tuple[str, ...]] = []

    def start(command: tuple[str, ...]) -> _Waited:
        started.append(command)
        return _Waited()

    monkeypatch.setattr("micra_assistant.voice.speaker._started_quietly", start)
    speaker.end()
    assert started == [(str(voice.folder / "spd-say"), "--stop")]
    voice.close()


def test_a_voice_that_is_started_just_as_the_program_ends_does_not_outlive_it(
    heard: Hear, speaker_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice, begun, may_start = heard(HANGS), Event(), Event()
    start, killed = subprocess.Popen, SimpleQueue[object]()

    def start_slowly(*told: object, **how: object) -> object:
        begun.set()
        may_start.wait(10)
        return start(*told, **how)  # type: ignore[call-overload]

    def kill(process: "subprocess.Popen[bytes]") -> None:
        process.kill()
        killed.put(process)

    speaker = speaker_of(voice)
    monkeypatch.setattr("micra_assistant.voice.speaker.subprocess.Popen", start_slowly)
    monkeypatch.setattr("micra_assistant.voice.speaker._kill", kill)
    speaker.say(HELLO)
    assert begun.wait(10)
    ending = Thread(target=speaker.end)
    ending.start()
    with speaker._changed:
        assert speaker._changed.wait_for(lambda: speaker._is_ended, 10)
    may_start.set()
    ending.join()
    assert not killed.empty()


class _Waited:
    """A program that has ended."""

    def wait(self) -> None:
        return


def test_nothing_is_said_after_the_end(heard: Hear, tmp_path: Path, speaker_of: Make) -> None:
    voice = heard()
    speaker = speaker_of(voice)
    speaker.end()
    speaker.say(HELLO)
    writer = os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK)
    with pytest.raises(BlockingIOError):
        os.read(writer, 1)
    os.close(writer)


@pytest.mark.parametrize(
    ("then", "why"), [(HAS_NO_SOUND, "error: No such file or directory"), (KNOWS_NO_VOICE, "The voice does not exist")]
)
def test_a_voice_that_cannot_be_heard_is_told(heard: Hear, speaker_of: Make, told: Told, then: str, why: str) -> None:
    voice = heard(then)
    speaker_of(voice).say([*HELLO, Spoken("Nie mehr.", "de")])
    voice.hear()
    words = f"The voice of this computer cannot be heard: espeak-ng says “{why}”. Is there a loudspeaker?"
    assert told.get(timeout=30) == words


def test_a_voice_that_crashes_is_told(heard: Hear, speaker_of: Make, told: Told) -> None:
    voice = heard("kill -SEGV $$")
    speaker_of(voice).say(HELLO)
    voice.hear()
    assert "espeak-ng says “it crashed”" in told.get(timeout=30)


def test_a_server_that_a_voice_leaves_running_holds_nothing_up(heard: Hear, speaker_of: Make, told: Told) -> None:
    voice = heard("setsid sleep 60 3>&- & exit 0")
    speaker = speaker_of(voice)
    speaker.say([*HELLO, Spoken("Türen zu.", "de")])
    assert [voice.hear(), voice.hear()] == ["-v en -s 160 --stdin\nDoors lock.", "-v de -s 160 --stdin\nTüren zu."]
    speaker.say(HELLO)
    assert voice.hear().endswith("Doors lock.")
    assert told.empty()


def test_a_disk_without_room_is_told_and_the_voice_is_heard_once_there_is_some(
    heard: Hear, speaker_of: Make, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    voice = heard()
    speaker = speaker_of(voice)
    with monkeypatch.context() as full:
        full.setattr("micra_assistant.voice.speaker.TemporaryFile", refuse)
        speaker.say(HELLO)
        assert os.strerror(errno.ENOSPC).lower() in told.get(timeout=30).lower()
    speaker.say(HELLO)
    assert voice.hear().endswith("Doors lock.")


def test_no_voice_at_all_is_told_and_what_to_install(told: Told) -> None:
    speaker = Speaker(lambda: None, told.put)
    speaker.say(HELLO)
    words = "No voice is installed on this computer. On Debian or Ubuntu: apt install espeak-ng"
    assert told.get(timeout=30) == words
    speaker.end()


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path, told: Told) -> None:
    gone = VoiceProgram("espeak-ng", lambda _language, _speed: [str(tmp_path / "gone")])
    speaker = Speaker(lambda: gone, told.put)
    speaker.say(HELLO)
    assert "“No such file or directory”" in told.get(timeout=30)
    speaker.end()


def test_looking_for_the_voice_holds_nobody_up(told: Told) -> None:
    found = Event()

    def find() -> None:
        found.wait(30)

    speaker = Speaker(find, told.put)
    speaker.say(HELLO)
    speaker.stop()
    assert told.empty(), "the disk has not answered yet, and the speaker can be used"
    found.set()
    speaker.end()


def test_runs_in_one_language_are_said_in_one_go() -> None:
    parts = [Spoken("A.", "en"), Spoken("", "ru"), Spoken("B.", "en"), Spoken("В.", "ru")]
    assert joined(parts) == (Spoken("A.\nB.", "en"), Spoken("В.", "ru"))
