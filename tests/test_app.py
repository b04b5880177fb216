"""Starting the program, on a machine with a screen and on one without."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from micra_assistant.app import has_screen
from tests.builders import step_file, write_guide

VARIABLES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.mark.parametrize(
    ("platform", "set_to", "there_is"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("freebsd14", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, platform: str, set_to: dict[str, str], there_is: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert has_screen() is there_is


SYSTEMS_OWN = re.compile(r"Fontconfig warning: ")
"""What Debian's font library says of the language “C”, whatever program it serves."""


def start_without_screen(data: Path, guides: Path) -> subprocess.CompletedProcess[str]:
    """Start the program as a person does on a server."""
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    command = [sys.executable, "-m", "micra_assistant", "--data-dir", str(data), "--guides", str(guides)]
    done = subprocess.run(command, env=environment, cwd=data.parent, capture_output=True, text=True, check=False)
    done.stderr = "".join(line for line in done.stderr.splitlines(keepends=True) if not SYSTEMS_OWN.match(line))
    return done


linux_only = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")


@linux_only
def test_without_a_screen_the_sheet_and_a_picture_are_saved(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, step_file("- [ ] Battery off {: #off }"))
    done = start_without_screen(tmp_path / "data", guide.parent)
    assert (done.returncode, done.stderr) == (0, "")
    checklist, picture = tmp_path / "data" / "sheets" / "checklist.pdf", tmp_path / "data" / "sheets" / "window.png"
    assert done.stdout.splitlines() == [
        "This machine has no screen, so the window cannot be opened here.",
        f"The checklist to print: {checklist}",
        f"A picture of the window: {picture}",
        "On a machine with a screen the same command opens the window.",
    ]
    with PdfReader(checklist) as reader:
        assert "Battery off" in reader.pages[0].extract_text()
    assert QImage(str(picture)).size().toTuple() == (1366, 768)


@linux_only
def test_without_a_screen_and_a_place_to_save_the_working_folder_is_used(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, step_file("- [ ] Battery off {: #off }"))
    (tmp_path / "file").write_text("")
    (tmp_path / "file").chmod(0o600)
    done = start_without_screen(tmp_path / "file", guide.parent)
    assert done.returncode == 0
    assert f"The checklist to print: {tmp_path / 'checklist.pdf'}\n" in done.stdout
    assert (tmp_path / "checklist.pdf").read_bytes().startswith(b"%PDF-")


@linux_only
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- [ ] No id", "no checklist can be printed: run micra-assistant check"),
        (None, "There is no guide. Add a guide folder, or start with --guides FOLDER."),
    ],
)
def test_without_a_screen_and_a_guide_it_fails_in_words(tmp_path: Path, text: str | None, message: str) -> None:
    guides = write_guide(tmp_path, step_file(text)).parent if text else tmp_path / "none"
    done = start_without_screen(tmp_path / "data", guides)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"micra-assistant: {message}\n")
