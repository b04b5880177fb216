"""What ships with the program, and what may be missing beside it."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from micra_assistant import assets
from micra_assistant.assembly import make_window
from micra_assistant.guide.library import Library
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles

pytestmark = pytest.mark.thorough

WITHOUT_LETTERS = """
import sys
from importlib import util

real = util.find_spec
util.find_spec = lambda name, *rest: None if name == "font_roboto" else real(name, *rest)
from micra_assistant.cli import main

sys.exit(main(sys.argv[1:]))
"""


def test_the_letters_are_found() -> None:
    folder = assets.fonts_folder()
    assert folder
    assert (folder / "Roboto-Regular.ttf").exists()


def test_without_its_letters_a_sheet_is_printed_with_others(tmp_path: Path) -> None:
    output = tmp_path / "checklist.pdf"
    command = [sys.executable, "-c", WITHOUT_LETTERS, "print", "tailgate-button", "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == f"micra-assistant: {assets.NO_LETTERS}\n"
    with PdfReader(output) as reader:
        assert "battery" in "".join(page.extract_text() for page in reader.pages).lower()


def test_without_its_letters_the_window_opens_and_says_so_once(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "fonts_folder", lambda: None)
    files = UserFiles(tmp_path)
    WindowSettings(files.settings).practice_offered = True
    said = []
    for _ in range(2):
        window = make_window(Library(assets.guides_folder()), files)
        said.append(window.body.messages.words)
        window.frame.close()
        window.frame.deleteLater()
    assert said == [assets.NO_LETTERS, ""]
