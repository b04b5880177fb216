"""Whatever keeps a sheet from being saved is said in a sentence, and the file before stays as it was."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from micra_assistant import assets, wholefile
from micra_assistant.errors import MicraError, NotSavedError, PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_fixture
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough
guide = guide_fixture(files=GUIDE)


@pytest.fixture
def open_job(guide: Guide) -> OpenJob:
    return begin_job(SqliteStore(None), guide, read_parts(guide.folder))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a sheet that was saved before, alone in its folder."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    file = folder / "sheet.pdf"
    file.write_bytes(b"the sheet of before")
    return file


def refused(job: OpenJob, kind: SheetKind, output: Path, error: type[MicraError]) -> str:
    """Return why a sheet is not saved, once the file before was found as it was."""
    with pytest.raises(error) as said:
        JobSheets(job, Workshop()).save_pdf(kind, output)
    assert output.read_bytes() == b"the sheet of before"
    assert list(output.parent.iterdir()) == [output]
    assert "\n" not in str(said.value)
    return str(said.value)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "can only be read")])
def test_a_full_or_read_only_disk(
    open_job: OpenJob, output: Path, monkeypatch: pytest.MonkeyPatch, kind: SheetKind, code: int, words: str
) -> None:
    def fail(*_asked: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(wholefile, "keep_on_disk", fail)
    assert words in refused(open_job, kind, output, NotSavedError)


def test_a_file_that_can_only_be_read(open_job: OpenJob, output: Path) -> None:
    output.chmod(0o444)
    assert "it can only be read" in refused(open_job, SheetKind.LABELS, output, NotSavedError)


def test_a_broken_picture_stops_the_sheets_that_have_it_and_no_others(
    open_job: OpenJob, output: Path, tmp_path: Path
) -> None:
    drawing = next(open_job.guide.folder.rglob("*.svg"))
    whole = drawing.read_bytes()
    drawing.write_text("<svg")
    try:
        assert "the sheet cannot be set" in refused(open_job, SheetKind.GUIDE, output, PaperError)
        JobSheets(open_job, Workshop()).save_pdf(SheetKind.CHECKLIST, tmp_path / "checklist.pdf")
    finally:
        drawing.write_bytes(whole)


@pytest.mark.parametrize("kind", SheetKind)
def test_an_error_in_a_template(
    open_job: OpenJob, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: SheetKind
) -> None:
    broken = tmp_path / "print"
    shutil.copytree(assets.resource("print"), broken)
    (broken / f"{kind}.typ").write_text("#let x = ")
    monkeypatch.setattr(assets, "resource", lambda _name: broken)
    assert "the sheet cannot be set: " in refused(open_job, kind, output, PaperError)
