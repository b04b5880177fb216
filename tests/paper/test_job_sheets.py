"""Sheets as a workshop wants them: its paper, its name and logo, its units."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Closed, Described
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Distance, PaperSize, Workshop
from tests.builders import guide_fixture
from tests.paper.printed import pictures_in, words_of
from tests.ui.photos import encoded, two_halves
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

PRINTED = date(2026, 11, 21)
GOING_OUT = [kind for kind in SheetKind if kind.goes_out]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#135"/></svg>'

guide = guide_fixture(files=GUIDE)
"""A guide with a part."""


@pytest.fixture
def open_job(guide: Guide) -> OpenJob:
    """Return a closed job of a car that has run 84 000 km."""
    job = begin_job(SqliteStore(None), guide, read_parts(guide.folder), Described("A 123", mileage=84000))
    job.do(Closed("button worn"))
    return job


def text_of(job: OpenJob, workshop: Workshop, kind: SheetKind) -> str:
    """Return the words of a sheet."""
    return " ".join(words_of(JobSheets(job, workshop, PRINTED).pdf(kind)))


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612), ("a5", 419)])
def test_the_paper_of_the_workshop_is_used_unless_another_is_asked_for(
    open_job: OpenJob, paper: str, width: int
) -> None:
    size = PaperSize(paper)
    for sheets in (
        JobSheets(open_job, Workshop(paper=size), PRINTED),
        JobSheets(open_job, Workshop(), PRINTED, size),
    ):
        page = PdfReader(BytesIO(sheets.pdf(SheetKind.CHECKLIST))).pages[0]
        assert int(page.mediabox.width) == width


@pytest.mark.parametrize("kind", GOING_OUT)
def test_a_mileage_is_told_as_the_workshop_likes_it(open_job: OpenJob, kind: SheetKind) -> None:
    assert "Mileage 84 000 " in text_of(open_job, Workshop(), kind).replace("\N{NO-BREAK SPACE}", " ")
    text = text_of(open_job, Workshop(distance=Distance.MI), kind).replace("\N{NO-BREAK SPACE}", " ")
    assert "Mileage 52 195 mi" in text
    assert "84 000" not in text


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.svg"])
@pytest.mark.parametrize("kind", [*GOING_OUT, *(kind for kind in SheetKind if not kind.goes_out)])
def test_name_and_logo_stand_at_the_head_of_what_goes_out(
    open_job: OpenJob, tmp_path: Path, kind: SheetKind, name: str
) -> None:
    logo = tmp_path / name
    logo.write_bytes(SVG.encode() if name.endswith("svg") else encoded(two_halves(), name[-3:].replace("jpg", "jpeg")))
    content = JobSheets(open_job, Workshop(name="Garage Ödön", logo=logo), PRINTED).pdf(kind)
    assert ("Garage Ödön" in words_of(content)[0]) is kind.goes_out
    if not name.endswith("svg"):
        assert bool(pictures_in(content)) is kind.goes_out


@pytest.mark.parametrize("kind", GOING_OUT)
def test_a_logo_that_is_gone_is_said_and_costs_no_sheet(open_job: OpenJob, tmp_path: Path, kind: SheetKind) -> None:
    said: list[str] = []
    content = JobSheets(open_job, Workshop(logo=tmp_path / "logo.png"), PRINTED).pdf(kind, said.append)
    assert content == JobSheets(open_job, Workshop(), PRINTED).pdf(kind)
    (words,) = said
    assert words.startswith(f"The logo {tmp_path / 'logo.png'} is left out: it cannot be read any more")
