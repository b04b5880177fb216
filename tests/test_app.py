"""Starting the program, on a machine with a screen and on one without."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from tests.builders import step_file, write_guide

pytestmark = pytest.mark.thorough

VARIABLES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")

SYSTEMS_OWN = re.compile(r"Fontconfig warning: ")
"""What Debian's font library says of the language “C”, whatever program it serves."""


def start_without_screen(data: Path, guides: Path, **names: str) -> subprocess.CompletedProcess[str]:
    """Start the program as a person does on a server, with ``names`` of screens that are not there."""
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES} | names
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


@pytest.mark.walk(first=3)
@linux_only
@pytest.mark.parametrize(
    "names",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "localhost:99.0"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "nonsense"},
        {"QT_QPA_PLATFORM": "linuxfb"},
    ],
)
def test_a_screen_that_is_named_but_not_there_is_none(tmp_path: Path, names: dict[str, str]) -> None:
    guide = write_guide(tmp_path, step_file("- [ ] Battery off {: #off }"))
    done = start_without_screen(tmp_path / "data", guide.parent, **names)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("This machine has no screen, so the window cannot be opened here.\n")
    assert not [path for path in Path(os.environ["XDG_RUNTIME_DIR"]).rglob("*") if path.is_socket()], "nobody listens"
    assert (tmp_path / "data" / "sheets" / "checklist.pdf").exists()


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


STARTED = """
import sys
from micra_assistant import app, cli

def fail(*_):
    raise ValueError("the words of Mrs Miller")

from micra_assistant.ui import main_window, window_frame
{broken} = fail
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("broken", ["window_frame.Appearance", "main_window.Body", "main_window.MainWindow.complete"])
def test_a_window_that_cannot_be_made_is_said_and_logged(tmp_path: Path, broken: str) -> None:
    command = [sys.executable, "-c", STARTED.format(broken=broken), "--data-dir", str(tmp_path / "data")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "micra-assistant: the program has made a mistake (ValueError at " in done.stderr
    log = (tmp_path / "data" / "faults.log").read_text()
    assert "ValueError" in log
    assert "Miller" not in log + done.stderr


SHOWN = """
import builtins, gc, sys
from pathlib import Path

own = builtins.__import__
from micra_assistant.ui import qt_loading
from micra_assistant import app
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.userfiles import UserFiles

files = UserFiles(Path(sys.argv[1]))
application = app.make_application()
frame = app.show_frame(files, BugCatcher(BugLog(files.folder)))
print(frame.isVisible(), builtins.__import__ is own)
print(*sorted({name.split(".")[1] for name in sys.modules if name.startswith("micra_assistant.")}))
gc.disable()
app.collect_from_now_on()
print(gc.isenabled())
"""


def test_the_window_is_on_the_screen_before_guides_jobs_and_views_are_loaded(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SHOWN, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    shown, loaded, collects = done.stdout.splitlines()
    assert (shown, collects) == ("True True", "True")
    assert {"ui", "app", "bugs"} <= set(loaded.split())
    assert not {"assembly", "guide", "jobs", "diagnosis", "search", "paper", "parts"} & set(loaded.split())


PAINTED = """
import sys
from micra_assistant import app, cli
from PySide6.QtWidgets import QApplication

def has_sign():
    return not QApplication.windowIcon().isNull()

def show_and_tell(window):
    show_first(window)
    print(has_sign(), "socket" in sys.modules)

def tell(_application=None):
    print(has_sign())
    return 0

show_first, app.show_first, QApplication.exec = app.show_first, show_and_tell, tell
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_step_is_painted_before_the_sign_of_the_window_is_drawn(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PAINTED, "--data-dir", str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False False", "True"], "nor is a module of sockets loaded before that"
