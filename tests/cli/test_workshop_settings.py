"""What holds in the workshop holds for the commands too, and what is wrong with its file is said beside the work."""

import io
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from micra_assistant.cli import main
from tests.builders import write_guide
from tests.ui.small_guide import GUIDE


def width_of(content: bytes) -> int:
    """Return how wide the pages of a PDF are, in points."""
    return int(PdfReader(BytesIO(content)).pages[0].mediabox.width)


@pytest.mark.parametrize(("asked", "width"), [((), 419), (("--paper", "letter"), 612)])
def test_the_paper_is_the_workshop_s_unless_another_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], width: int
) -> None:
    guides = write_guide(tmp_path, GUIDE).parent
    (tmp_path / "workshop.toml").write_text('paper = "a5"\ncolour = "red"\n')
    output = tmp_path / "checklist.pdf"
    here = ["--data-dir", str(tmp_path), "--guides", str(guides)]
    assert main([*here, "print", "button", *asked, "-o", str(output)]) == 0
    assert width_of(output.read_bytes()) == width
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"micra-assistant: {tmp_path / 'workshop.toml'}:2: there is no setting “colour”; there is: ")
    assert not (tmp_path / "jobs.sqlite3").exists(), "nothing is made for a blank sheet"


def test_what_is_wrong_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "workshop.toml").write_text("papr = 1")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["--data-dir", str(tmp_path), "diagnose", "tailgate-button", "--complaint", "1"]) == 0
    assert len(capsys.readouterr().err.splitlines()) == 1
