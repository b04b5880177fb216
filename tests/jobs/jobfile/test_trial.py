"""A guide that comes in is read in a process of its own, which is ended if it takes too long or too much."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from micra_assistant.cli import main
from micra_assistant.guide.snapshot import pack, pack_files
from micra_assistant.jobs.jobfile import import_job, trial
from micra_assistant.jobs.jobfile.refusal import UnusableError
from micra_assistant.jobs.jobfile.trial import check_guides, mistake_of
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.disks import full
from tests.jobs.jobfile.jobfiles import GUIDE, TEXT, exported, refusal, with_text

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[3]
UNREADABLE = "the guide in it cannot be read: reading it fails, or takes more time or memory than a guide may"
ADVICE = "export the job again where it was made, with a guide that has no mistakes"


@pytest.fixture(autouse=True)
def a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read guides as the program does."""
    monkeypatch.setattr(trial, "mistake_of", mistake_of)


def run_instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the process run other code."""
    monkeypatch.setattr(trial, "_command", lambda: [sys.executable, "-c", code])


@pytest.mark.parametrize("name", ["tailgate-button", "remote-key"])
def test_the_guides_of_the_program_pass(name: str) -> None:
    check_guides({"ab" * 32: pack(ROOT / "guides" / name)})


def test_several_texts_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def seen(_folder: Path, guides: list[Path]) -> str:
        started.append(len(guides))
        return mistake_of(_folder, guides)

    monkeypatch.setattr(trial, "mistake_of", seen)
    check_guides({"ab" * 32: pack_files(GUIDE), "cd" * 32: pack_files(GUIDE)})
    check_guides({})
    assert started == [2]


def test_a_text_that_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqliteStore(None)
    file = exported(tmp_path)
    import_job(store, file)
    run_instead(monkeypatch, "raise SystemExit('it was started')")
    assert import_job(store, file).new_events == 0


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"button/10-page.md": b"# Page {: #page }\n\n- [ ] Off\n"}, "button/10-page.md:1: the page has no step"),
        ({"button/guide.toml": b"format = 1\n"}, "button/guide.toml:"),
        ({"button/parts.toml": b"currency = 5\n"}, "button/parts.toml:"),
        ({"button/10-page.md": b"\xff\xfe"}, "button/10-page.md:1: is saved as UTF-16"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_what_is_wrong(
    tmp_path: Path, changes: dict[str, bytes], fault: str
) -> None:
    message = refusal(with_text(exported(tmp_path), {**GUIDE, **changes}))
    assert message.startswith(f"the guide in it cannot be read: “{fault}")
    assert message.endswith(f"; {ADVICE}")


def test_a_limit_that_overflows_is_refused(tmp_path: Path) -> None:
    page = b'# Page {: #page }\n\n## Step {: #step }\n\n- [ ] Volts {: #off unit="V" max="9e999999999" }\n'
    assert refusal(with_text(exported(tmp_path), {**GUIDE, "button/10-page.md": page})).startswith(
        "the guide in it cannot be read: "
    )


@pytest.mark.parametrize(
    "code",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        "raise SystemExit(3)",
        "print('[')",
        "print('x' * 10_000_000)",
        "import sys; sys.stdout.buffer.write(b'\\xff')",
    ],
)
def test_a_process_that_comes_to_a_bad_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    run_instead(monkeypatch, code)
    assert refusal(exported(tmp_path)) == f"{UNREADABLE}; {ADVICE}"


def test_a_process_that_does_not_come_to_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "MOST_SECONDS", 0.5)
    run_instead(monkeypatch, "import threading; threading.Event().wait()")
    assert refusal(exported(tmp_path)) == f"{UNREADABLE}; {ADVICE}"


def test_a_process_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_command", lambda: [str(tmp_path / "gone")])
    assert refusal(exported(tmp_path)) == (
        "the guide in it cannot be tried here: No such file or directory; make room on this computer, and take it again"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize(
    ("code", "ends"),
    [
        ("t._MOST_SECONDS_AT_WORK = 1; t.limit_itself()\nwhile True: pass", -signal.SIGXCPU),
        ("t._MOST_BYTES_OF_MEMORY = 200_000_000; t.limit_itself(); bytes(300_000_000)", 1),
    ],
)
def test_the_process_limits_itself(code: str, ends: int) -> None:
    command = [sys.executable, "-c", f"from micra_assistant.cli import try_guides as t; {code}"]
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == ends


def test_it_works_from_any_folder_and_made_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert trial._command() == [sys.executable]
    monkeypatch.delattr(sys, "frozen")
    check_guides({TEXT: pack_files(GUIDE)})


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "unpack", full)
    with pytest.raises(UnusableError, match="cannot be tried here: No space left on device; make room"):
        check_guides({TEXT: pack_files(GUIDE)})


def test_people_are_not_shown_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "try-guides" not in capsys.readouterr().out
