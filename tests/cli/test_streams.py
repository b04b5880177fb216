"""Input and output that are closed, broken, full or of few letters: words at most, never a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from micra_assistant.cli.streams import sound_streams

pytestmark = pytest.mark.thorough

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
COMMAND = [sys.executable, "-m", "micra_assistant"]


def run(command: str, *arguments: object, **environment: str) -> tuple[int, str]:
    """Run a line of the shell in which ``"$@"`` is the program, and return its exit code and what it complains of."""
    asked = ["sh", "-c", command, "sh", *COMMAND, *map(str, arguments)]
    done = subprocess.run(
        asked, env=os.environ | environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode, done.stderr.decode("utf-8", "replace")


@posix_only
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["check", "--help", "--version"])
def test_nobody_reads_what_is_written(guides: Path, unbuffered: str, words: str) -> None:
    line = '{ "$@"; echo $? >&2; } | true'
    arguments = [words, guides] if words == "check" else [words]
    assert run(line, *arguments, PYTHONUNBUFFERED=unbuffered) == (0, "0\n")


@posix_only
def test_the_work_is_done_also_when_nobody_reads(guides: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.pdf"
    arguments = ("--guides", guides, "print", "button", "-o", output)
    assert run('{ "$@"; echo $? >&2; } | true', *arguments) == (0, "0\n")
    assert output.read_bytes().startswith(b"%PDF-")


@posix_only
def test_nobody_is_asked_for_answers_when_nobody_reads_the_questions() -> None:
    """The input stays open and says nothing: whoever waited for it would wait for ever."""
    line = '{ sleep 60 & "$@" <&3; echo $? >&2; kill $!; } 3<> /dev/null | true'
    assert run(line, "diagnose", "tailgate-button", "--complaint", "1") == (0, "0\n")


@posix_only
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(guides: Path, closed: str) -> None:
    assert run(f'"$@" {closed}', "check", guides)[0] == 0


@posix_only
def test_no_file_takes_the_place_of_a_closed_stream(guides: Path, tmp_path: Path) -> None:
    """Else what Qt complains of would be written into the job records."""
    code = "import os; from micra_assistant.cli.streams import sound_streams; c = sound_streams(); c.__enter__();"
    code += f"print(os.open({str(tmp_path)!r}, os.O_RDONLY), file=open({str(tmp_path / 'number')!r}, 'w'))"
    subprocess.run(["sh", "-c", '"$0" -c "$1" <&- >&- 2>&-', sys.executable, code], check=True)
    assert int((tmp_path / "number").read_text()) > 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk at hand")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk(guides: Path, unbuffered: str) -> None:
    said = "micra-assistant: the output could not be written: No space left on device\n"
    assert run('"$@" > /dev/full', "check", guides, PYTHONUNBUFFERED=unbuffered) == (1, said)
    assert run('"$@" 2> /dev/full', "check", "nowhere") == (2, "")


@posix_only
@pytest.mark.parametrize("encoding", ["ascii", "ascii:strict", "latin-1:strict"])
def test_letters_that_the_terminal_does_not_know(encoding: str) -> None:
    code, said = run('"$@"', "check", "nöwhere Ω ₽", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert code == 2
    assert said.startswith("micra-assistant: there is no guide in ")
    assert said.count("\n") == 1


def test_a_program_without_a_console_has_no_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    with sound_streams() as output:
        print("words", flush=True)  # noqa: T201
        print("words", file=sys.stderr)  # noqa: T201
        assert sys.stdin.read() == ""
    assert not output.problem


def test_a_stream_that_was_closed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    with sound_streams() as output:
        stream.close()
        print("words", flush=True)  # noqa: T201
    assert output.is_gone
    assert sys.stdout is stream
