"""The pictures of all screens: asked for as a person does."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.thorough


def test_screens_are_drawn_in_the_size_asked_for_and_on_a_contact_sheet(tmp_path: Path) -> None:
    asked = ("--folder", str(tmp_path), "--sizes", "800x600", "--scales", "1.3", "--only", "home", "details")
    subprocess.run([sys.executable, "-m", "tests.gallery", *asked], check=True, capture_output=True)
    drawn = {file.name: QImage(str(file)).size().toTuple() for file in tmp_path.iterdir()}
    assert drawn.pop("home-800x600-light-130.png") == (800, 600)
    assert drawn.pop("details-800x600-light-130.png") == (800, 600)
    assert list(drawn) == ["all-800x600-light-130.png"]
    home, details = (QImage(str(tmp_path / f"{name}-800x600-light-130.png")) for name in ("home", "details"))
    assert home != details
