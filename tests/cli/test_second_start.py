"""The program is started again while its window is open."""

import os
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from micra_assistant import app
from micra_assistant.cli import main
from micra_assistant.cli.plain_start import ask_open_window
from micra_assistant.onewindow.address import mark_of
from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import NOBODY, OTHER_GUIDES, RAISED, SILENT, request
from micra_assistant.onewindow.meeting import AnyListener, listen
from micra_assistant.userfiles import UserFiles
from tests.builders import step_file, write_guide
from tests.onewindow.first_windows import address_for, answering, hanging, no_pipes

pytestmark = no_pipes

LIGHT = """
import sys
from micra_assistant.cli import main

code = main(sys.argv[1:])
heavy = {"PySide6", "msgspec", "argparse", "platformdirs", "pathlib", "socket", "re"} & set(sys.modules)
sys.exit(f"{heavy} is loaded" if heavy else code)
"""
Opened = list[AnyListener | None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what each window that is opened hears later starts with, instead of opening it."""
    listeners: Opened = []

    def run(_library: object, _files: object, _catcher: object, listener: AnyListener | None, _guides: str) -> int:
        listeners.append(listener)
        return 7

    monkeypatch.setattr(app, "run", run)
    return listeners


def again(data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Start the program in a Python of its own, which must not load what is slow."""
    command = [sys.executable, "-S", "-c", LIGHT, "--data-dir", str(data), *arguments]
    places = os.pathsep.join(filter(None, sys.path))
    environment = os.environ | {"PYTHONPATH": places}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_asks_the_window_and_loads_nothing_slow(data: Path) -> None:
    with answering(address_for(data), b"raised\n") as asked:
        done = again(data)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert asked == [request("")]


def test_it_names_its_guides(data: Path, tmp_path: Path, opened: Opened) -> None:
    with answering(address_for(data), b"raised\n") as asked:
        assert main(["--guides", str(tmp_path), f"--data-dir={data}"]) == 0
        assert asked == [request(mark_of(str(tmp_path)))]
    assert opened == []


@pytest.mark.parametrize("arguments", [["--debug"], ["--data", "{data}"], ["--debug", "--data-dir", "{data}"]])
def test_an_unusual_start_asks_as_well(arguments: list[str], opened: Opened, data: Path) -> None:
    named = [argument.format(data=data) for argument in arguments]
    folder = data if len(named) > 1 else UserFiles.default().folder
    with answering(address_for(folder), b"raised\n") as asked:
        assert main(named) == 0
        assert asked == [request("")]
    assert opened == []


def test_the_usual_records_are_found_where_they_are_kept(opened: Opened) -> None:
    with answering(address_for(UserFiles.default().folder), b"raised\n"):
        assert ask_open_window([]) == RAISED


def test_where_the_usual_records_are_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(address_for(Path("~/data/micra-assistant")), b"raised\n"):
        monkeypatch.setenv("XDG_DATA_HOME", "~/data")
        assert ask_open_window([]) == NOBODY
        monkeypatch.delenv("XDG_DATA_HOME")
    with answering(address_for(Path.home() / ".local" / "share" / "micra-assistant"), b"raised\n"):
        assert ask_open_window([]) == RAISED


@pytest.mark.parametrize("arguments", [["--data-dir"], ["--data-dir="], ["--data-dir", "--debug"], ["check"], ["-h"]])
def test_what_is_no_plain_start_is_left_to_the_parser(arguments: list[str]) -> None:
    assert ask_open_window(arguments) == NOBODY


def test_a_window_that_hangs_is_said(data: Path, opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    with hanging(address_for(data)):
        assert main(["--data-dir", str(data)]) == 1
    words = capsys.readouterr().err
    assert "Micra Assistant is open already, but its window does not answer." in words
    assert opened == []


def test_a_window_with_other_guides_is_said(data: Path, opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    with answering(address_for(data), b"other-guides\n"):
        assert main(["--data-dir", str(data)]) == 1
    assert "is open already, with other guides. Close its window first" in capsys.readouterr().err
    assert opened == []


def test_another_window_opens_if_it_is_asked_for(data: Path, opened: Opened) -> None:
    with hanging(address_for(data)):
        assert main(["--data-dir", str(data), "--another"]) == 7
    assert opened == [None]


def test_what_answers_garbage_is_not_in_the_way(data: Path, opened: Opened) -> None:
    with answering(address_for(data), b"what?\n"):
        assert main(["--data-dir", str(data)]) == 7
    assert opened == [None]


def test_the_first_start_listens_until_its_window_is_closed(data: Path, opened: Opened) -> None:
    for more in ([], ["--another"]):
        assert main(["--data-dir", str(data), *more]) == 7
    assert all(opened)
    assert list(Path(address_for(data)).parent.iterdir()) == []


def test_without_a_screen_no_window_elsewhere_is_raised(
    data: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)
    with answering(address_for(data), b"raised\n") as asked:
        assert main(["--data-dir", str(data)]) == 7
        assert asked == []
    assert opened == [None]


def test_commands_work_beside_the_open_window(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path, step_file("- [ ] Battery off {: #off }"))
    with hanging(address_for(data)):
        assert main(["--data-dir", str(data), "--guides", str(guide.parent), "check"]) == 0
    assert "no mistakes" in capsys.readouterr().out


def wait_until_open(address: str, program: "subprocess.Popen[bytes]") -> None:
    """Wait until the window of a program answers."""
    while ask(address, request(""), 60) != RAISED:
        with suppress(subprocess.TimeoutExpired):
            assert program.wait(0.05) is None, "it has ended"


@pytest.mark.thorough
def test_a_real_window_is_raised_killed_and_opened_again(data: Path) -> None:
    command = [sys.executable, "-m", "micra_assistant", "--data-dir", str(data)]
    address = address_for(data)
    with subprocess.Popen(command) as first:
        wait_until_open(address, first)
        assert again(data).returncode == 0
        assert ask(address, request("0123"), 60) == OTHER_GUIDES
        first.kill()
    assert ask(address, request("")) == NOBODY
    with subprocess.Popen(command) as next_one:
        wait_until_open(address, next_one)
        next_one.terminate()
        assert next_one.wait() == 0
    listener = listen(address)
    assert listener
    with closing(listener):
        assert ask(address, request(""), 0.01) == SILENT
