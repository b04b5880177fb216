"""The wheel: it carries everything, and runs far from here."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.builders import step_file, write_guide

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of the program as it is now."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel is installed, with nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True, capture_output=True)
    return folder


def run(installed: Path, *arguments: str) -> str:
    """Run Python with what is installed, away from the checkout, and return what it prints."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    return subprocess.check_output([sys.executable, *arguments], cwd=installed.parent, env=environment, text=True)


@pytest.mark.parametrize("folder", ["resources", "guides"])
def test_the_wheel_holds_every_file(wheel: Path, folder: str) -> None:
    files = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*") if file.is_file()}
    assert files
    with ZipFile(wheel) as archive:
        assert {f"micra_assistant/{file}" for file in files} <= set(archive.namelist())


def test_the_wheel_holds_the_notices_for_the_window_and_for_whoever_looks_at_it(wheel: Path) -> None:
    notices = (ROOT / "docs" / "third-party.md").read_bytes()
    with ZipFile(wheel) as archive:
        held = [name for name in archive.namelist() if name.endswith("third-party.md")]
        assert [archive.read(name) for name in held] == [notices, notices]
    assert "micra_assistant/docs/third-party.md" in held
    assert any(name.endswith(".dist-info/licenses/docs/third-party.md") for name in held)


def test_the_wheel_holds_no_tests_and_no_leftovers(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0].partition("-")[0] for name in names}
    assert tops == {"micra_assistant"}
    assert [name for name in names if name.endswith((".pyc", ".py~", ".orig"))] == []


def test_desktop_entry_and_icon_go_where_a_desktop_looks_for_them(installed: Path) -> None:
    entry = (installed / "share" / "applications" / "micra-assistant.desktop").read_text(encoding="utf-8")
    assert "\nExec=micra-assistant\n" in entry
    assert "\nIcon=micra-assistant\n" in entry
    assert (installed / "share/icons/hicolor/scalable/apps/micra-assistant.svg").read_bytes().startswith(b"<svg")


def test_what_is_installed_checks_a_guide(installed: Path, tmp_path: Path) -> None:
    guide = write_guide(tmp_path, step_file("- [ ] Battery off {: #off }"))
    assert "checked: no mistakes" in run(installed, "-m", "micra_assistant", "check", str(guide))


def test_what_is_installed_takes_its_own_guides_and_resources(installed: Path) -> None:
    used = run(installed, "-c", "from micra_assistant import assets; print(assets.guides_folder(), assets.resource())")
    package = installed / "micra_assistant"
    assert used.split() == [str(package / "guides"), str(package / "resources")]


def test_what_is_installed_prints(installed: Path, tmp_path: Path) -> None:
    output = tmp_path / "checklist.pdf"
    run(installed, "-m", "micra_assistant", "print", "tailgate-button", "-o", str(output))
    assert output.read_bytes().startswith(b"%PDF-")


def test_a_day_of_taps_does_not_bring_python_down() -> None:
    """PySide6 6.12.0 drops a reference to True at every emit, so that Python 3.11 ends after some hundred taps."""
    code = "from PySide6.QtCore import QObject; it = QObject(); [it.objectNameChanged.emit('') for _ in range(20_000)]"
    subprocess.run([sys.executable, "-c", code], check=True)
