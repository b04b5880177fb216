"""Every sheet can be read aloud (PDF/UA-1) and kept for good (PDF/A-3a), as a checker of others has it."""

import re
from datetime import date
from functools import cache

import pytest

from micra_assistant.guide.model import Guide, Tick
from micra_assistant.jobs.events import Described, Noted, PhotoAdded, ToolsOut
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job, look_up
from micra_assistant.paper.decision_tree import Trees, last_of
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.setting import set_pdf
from micra_assistant.paper.sheet_choices import usual
from micra_assistant.parts.options import parts_of
from micra_assistant.workshop.values import Workshop
from tests.jobs.jobfile.jobfiles import JPEG, PHOTO
from tests.paper.conformance import broken_rules, check_tables, tables_of
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

NAMES = LIBRARY.names()


def guide_called(name: str) -> Guide:
    return LIBRARY.guide(name)


@cache
def half_done(name: str) -> OpenJob:
    """Return a job in which every other tick is done, with a note, a photo and a tool; it stays as it is."""
    guide = guide_called(name)
    job = begin_job(SqliteStore(None), guide, parts_of(guide), Described("AB12 CDE", "Ann Able", 84_000, "it rattles"))
    for item in guide.items[:12]:
        if isinstance(item, Tick) and not item.wait:
            job.toggle(item.id)
    job.do(ToolsOut(("Torx driver",)))
    job.do(Noted(job.step.id, "The plug is green: “4 Ω”."))
    job.do(PhotoAdded(job.step.id, PHOTO, "loom.jpg", 40, 30), {PHOTO: JPEG})
    return job


def sheets_of(job: OpenJob) -> JobSheets:
    return JobSheets(job, Workshop(name="Garage Ödön"), date(2026, 11, 21))


@cache
def trees_of(name: str) -> Trees:
    """Return the decision trees of a half done job, which are the same on every paper."""
    return last_of(sheets_of(half_done(name)).grow_trees())


def sheet(job: OpenJob, kind: SheetKind, paper: PaperSize, trees: Trees | None = None) -> bytes:
    """Return a sheet as PDF, with the job in it if there is one."""
    sheets = sheets_of(job)
    return set_pdf(sheets.with_job(sheets.order(kind, choices=usual(kind, paper), trees=trees)))


@cache
def half_done_sheet(name: str, kind: SheetKind, paper: PaperSize) -> bytes:
    """Return a sheet of a half done job as PDF."""
    trees = trees_of(name) if kind is SheetKind.DECISION_TREE else None
    return sheet(half_done(name), kind, paper, trees)


ONE_AND_OTHERS = [NAMES[-1], *(pytest.param(name, marks=pytest.mark.slow) for name in NAMES[:-1])]


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("name", ONE_AND_OTHERS)
def test_every_sheet_keeps_the_rules(name: str, kind: SheetKind, paper: PaperSize) -> None:
    assert not broken_rules(half_done_sheet(name, kind, paper))


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("name", ONE_AND_OTHERS)
def test_each_column_of_a_table_has_a_head(name: str, paper: PaperSize, kind: SheetKind) -> None:
    check_tables(half_done_sheet(name, kind, paper))


@pytest.mark.parametrize("kind", [kind for kind in SheetKind if not kind.needs_job])
def test_blank_sheets_keep_them_too(kind: SheetKind) -> None:
    assert not broken_rules(sheet(look_up(SqliteStore(None), guide_called(NAMES[-1])), kind, PaperSize.A4))


def test_a_sheet_has_tables_that_are_looked_at() -> None:
    assert sum(1 for _table in tables_of(half_done_sheet(NAMES[-1], SheetKind.GUIDE, PaperSize.A4))) > 3


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda pdf: re.sub(rb"/Lang\(en\)", rb"/Lung(en)", pdf), "PDFUA1"),
        (lambda pdf: pdf.replace(b"/Marked true", b"/Marked null"), "PDFUA1"),
        (lambda pdf: pdf.replace(b"/AFRelationship", b"/AFRelationshop"), "PDFA3A"),
        (lambda pdf: pdf.replace(b"pdfaid:part", b"pdfaid:prat"), "PDFA3A"),
    ],
    ids=["no language", "not tagged", "unrelated attachment", "no archive"],
)
def test_the_checker_is_awake(damage: object, rule: str) -> None:
    content = half_done_sheet(NAMES[-1], SheetKind.CHECKLIST, PaperSize.A5)
    damaged = damage(content)  # type: ignore[operator]
    assert damaged != content
    assert any(rule in failure for failure in broken_rules(damaged))


def test_a_table_without_heads_is_noticed() -> None:
    content = half_done_sheet(NAMES[-1], SheetKind.GUIDE, PaperSize.A4)
    with pytest.raises(AssertionError):
        check_tables(content.replace(b"/S/TH", b"/S/TD"))
