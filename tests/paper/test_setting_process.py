"""The process that sets sheets."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import msgspec
import pytest

from micra_assistant.paper.frames import framed, read_frames
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.paper.typeset import pdf, svg_pages
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

GUIDE = LIBRARY.guide("tailgate-button")
SHEET = SheetMaker(GUIDE).sheet(SheetKind.CHECKLIST, PaperSize.A4, None, Decimal(0), date(2026, 1, 1))
ORDER = order_of(SHEET, GUIDE.folder)


def answers(*said: bytes) -> list[SheetAnswer]:
    """Return what a new process answers until its input ends, which ends it."""
    command = [sys.executable, "-m", "micra_assistant.paper.setting_process", "en"]
    done = subprocess.run(command, input=b"".join(said), capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    return [msgspec.msgpack.decode(content, type=SheetAnswer) for content in read_frames(BytesIO(done.stdout))]


def test_it_sets_the_same_sheets_as_are_set_here_one_after_the_other(tmp_path: Path) -> None:
    output = tmp_path / "sheet.pdf"
    asked = (
        SheetRequest(ORDER, SheetForm.PDF),
        SheetRequest(ORDER, SheetForm.PAGES),
        SheetRequest(ORDER, SheetForm.PDF, str(output)),
    )
    as_pdf, pages, saved = answers(*map(framed, asked))
    assert as_pdf == SheetAnswer((pdf(SHEET, GUIDE.folder),))
    assert pages == SheetAnswer(svg_pages(SHEET, GUIDE.folder))
    assert saved == SheetAnswer()
    assert output.read_bytes() == as_pdf.files[0]


def test_what_a_person_can_mend_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "sheet.pdf"
    said = f"{gone} cannot be saved: there is no folder {gone.parent}; make it or choose another"
    assert answers(framed(SheetRequest(ORDER, SheetForm.PDF, str(gone)))) == [SheetAnswer(refusal=said)]


def test_a_mistake_of_the_program_is_told_by_its_places_and_the_next_sheet_is_set() -> None:
    broken = msgspec.structs.replace(ORDER, kind="none of ours")
    bug, sound = answers(framed(SheetRequest(broken, SheetForm.PDF)), framed(SheetRequest(ORDER, SheetForm.PDF)))
    assert bug.bug[0].startswith("FileNotFoundError")
    assert any("paper/setting.py" in line for line in bug.bug)
    assert sound.is_done


def test_half_a_request_at_the_end_is_none() -> None:
    assert answers(framed(SheetRequest(ORDER, SheetForm.PDF))[:-1]) == []
