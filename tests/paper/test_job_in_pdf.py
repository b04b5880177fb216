"""The job rides in the PDF of its sheets, and comes out of it again."""

import subprocess
import tempfile
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from micra_assistant.cli import main
from micra_assistant.errors import JobFileError, PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described, Event, Noted, PhotoAdded
from micra_assistant.jobs.jobfile import import_job, pdf_attachment
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job, look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.options import read_parts
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_fixture
from tests.jobs.jobfile.jobfiles import JPEG, PHOTO
from tests.other_programs import needs
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

CUSTOMER = "Ann Able"
STAYS = [kind for kind in SheetKind if not kind.goes_out]
GOES = [kind for kind in SheetKind if kind.goes_out]

guide = guide_fixture(files=GUIDE)


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(None)) as made:
        yield made


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return a job with a note and a photo."""
    job = begin_job(store, guide, read_parts(guide.folder), Described("A 123", CUSTOMER))
    job.do(Noted(job.step.id, "wet"))
    job.do(PhotoAdded(job.step.id, PHOTO, "loom.png", 40, 30), {PHOTO: JPEG})
    return job


def saved(open_job: OpenJob, folder: Path, kind: SheetKind, *, carries_job: bool | None = None) -> Path:
    output = folder / "sheet.pdf"
    JobSheets(open_job, Workshop()).save_pdf(kind, output, carries_job=carries_job)
    return output


def attached(pdf: Path) -> dict[str, list[bytes]]:
    with PdfReader(pdf) as reader:
        return {name: list(content) for name, content in reader.attachments.items()}


def taken(pdf: Path) -> tuple[Event, ...]:
    """Return the events of the job that a PDF brings into empty records."""
    with closing(SqliteStore(None)) as there:
        return there.events(import_job(there, pdf).job.id)


def refusal(file: Path) -> str:
    with closing(SqliteStore(None)) as there, pytest.raises(JobFileError) as refused:
        import_job(there, file)
    return str(refused.value).removeprefix(f"{file} cannot be imported: ")


@pytest.mark.parametrize("kind", STAYS)
def test_the_job_comes_out_of_a_sheet_as_it_went_in(open_job: OpenJob, tmp_path: Path, kind: SheetKind) -> None:
    pdf = saved(open_job, tmp_path, kind)
    assert attached(pdf) == {"job.micra.zip": [open_job.packed()]}
    with closing(SqliteStore(None)) as there:
        imported = import_job(there, pdf)
        assert (imported.new_photos, there.attachment(PHOTO)) == (1, JPEG)
        assert there.events(imported.job.id) == open_job.history.events
        assert import_job(there, pdf).new_events == 0


@pytest.mark.parametrize("kind", GOES)
def test_it_rides_in_what_is_made_for_others_only_if_that_is_asked_for(
    open_job: OpenJob, tmp_path: Path, kind: SheetKind
) -> None:
    pdf = saved(open_job, tmp_path, kind)
    assert not attached(pdf)
    assert refusal(pdf) == "it is a PDF without a job in it; choose one that was saved with its job file, or a ZIP"
    assert taken(saved(open_job, tmp_path, kind, carries_job=True)) == open_job.history.events


def test_it_can_be_left_out(open_job: OpenJob, tmp_path: Path) -> None:
    assert not attached(saved(open_job, tmp_path, SheetKind.CHECKLIST, carries_job=False))


def test_a_guide_that_is_only_looked_up_has_none(store: SqliteStore, guide: Guide, tmp_path: Path) -> None:
    assert not attached(saved(look_up(store, guide), tmp_path, SheetKind.CHECKLIST))


def test_the_same_job_makes_the_same_file(open_job: OpenJob, tmp_path: Path) -> None:
    first, second = (saved(open_job, tmp_path, SheetKind.CHECKLIST).read_bytes() for _ in range(2))
    assert first == second


def test_a_job_that_cannot_be_packed_costs_no_sheet(
    open_job: OpenJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("micra_assistant.jobs.jobfile.MOST_BYTES_ATTACHED", 5)
    told: list[str] = []
    output = tmp_path / "sheet.pdf"
    JobSheets(open_job, Workshop()).save_pdf(SheetKind.CHECKLIST, output, told.append)
    assert told == ["The job is not in the PDF: job 0001 cannot be exported: it is larger than 0 MB"]
    assert not attached(output)


def test_no_room_for_it_is_said(open_job: OpenJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(PaperError, match="the job cannot be put into the PDF: No such file or directory; make room"):
        saved(open_job, tmp_path, SheetKind.CHECKLIST)
    assert not (tmp_path / "sheet.pdf").exists()


@pytest.mark.parametrize("packing", ["/Filter/FlateDecode", "/Filter [ /FlateDecode ]", ""])
def test_it_is_found_packed_or_not(open_job: OpenJob, tmp_path: Path, packing: str) -> None:
    file = tmp_path / "packed.pdf"
    content = zlib.compress(open_job.packed()) if packing else open_job.packed()
    file.write_bytes(b"".join((MARK, packing.encode(), b"/Length 2 0 R>>\r\nstream\r\n", content, b"\nendstream")))
    assert taken(file) == open_job.history.events


def test_it_is_found_in_a_pdf_that_another_program_has_written_anew(open_job: OpenJob, tmp_path: Path) -> None:
    PdfWriter(clone_from=saved(open_job, tmp_path, SheetKind.CHECKLIST)).write(tmp_path / "anew.pdf")
    assert taken(tmp_path / "anew.pdf") == open_job.history.events


@needs("qpdf", package="qpdf")
@pytest.mark.parametrize("how", ["--object-streams=generate", "--qdf", "--linearize", "--encrypt=x"])
def test_it_is_found_in_what_qpdf_makes_of_it(open_job: OpenJob, tmp_path: Path, how: str) -> None:
    source, anew = saved(open_job, tmp_path, SheetKind.CHECKLIST), tmp_path / "anew.pdf"
    options = ["--encrypt", "", "owner", "256", "--"] if "encrypt" in how else [how]
    subprocess.run(["qpdf", *options, source, anew], check=True)
    if "encrypt" in how:
        assert refusal(anew) == "it is a PDF that is locked with a password; save it without one and take that"
    else:
        assert taken(anew) == open_job.history.events


def test_of_several_the_last_counts(open_job: OpenJob, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=saved(open_job, tmp_path, SheetKind.CHECKLIST))
    open_job.do(Noted(open_job.step.id, "dry again"))
    writer.add_attachment("later.micra.zip", open_job.packed())
    writer.add_attachment("other.txt", b"words")
    writer.write(tmp_path / "more.pdf")
    assert taken(tmp_path / "more.pdf") == open_job.history.events


MARK = b"%PDF-1.7 1 0 obj<</Type/EmbeddedFile"
HOSTILE = {
    "length beyond its end": MARK + b"/Length 9999999999>>stream\nPK\x03\x04",
    "no end": MARK + b">>stream\nPK\x03\x04" + b"x" * 100,
    "marks only": b"%PDF-1.7 " + b"/EmbeddedFile " * 200_000,
    "streams only": b"%PDF-1.7 " + b"<</EmbeddedFile/Length 5/Filter/FlateDecode>>stream\n" * 50_000,
    "packed twice": MARK + b"/Filter[/FlateDecode/ASCIIHexDecode]>>stream\nPK\x03\x04",
    "packed in another way": MARK + b"/Filter/LZWDecode>>stream\nPK\x03\x04",
    "badly packed": MARK + b"/Filter/FlateDecode>>stream\nPK\x03\x04",
    "nothing": b"%PDF-1.7",
}
REFUSALS = ("it is a PDF without a job in it; ", "it is damaged, or was not copied whole; ", "it is no job file; ")


@pytest.mark.parametrize("how", HOSTILE)
def test_a_pdf_made_to_do_damage_is_refused_in_words(tmp_path: Path, how: str) -> None:
    file = tmp_path / "hostile.pdf"
    file.write_bytes(HOSTILE[how])
    assert refusal(file).startswith(REFUSALS)


def test_a_pdf_that_was_cut_off_is_refused(open_job: OpenJob, tmp_path: Path) -> None:
    file = saved(open_job, tmp_path, SheetKind.CHECKLIST)
    content = file.read_bytes()
    file.write_bytes(content[: content.rindex(b"/EmbeddedFile/") + 600])
    assert refusal(file).startswith("it is damaged, or was not copied whole; ")


def test_what_is_packed_to_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_attachment, "MOST_BYTES_ATTACHED", 1_000_000)
    bomb = zlib.compress(b"PK\x03\x04" + bytes(50_000_000))
    file = tmp_path / "bomb.pdf"
    file.write_bytes(b"%%PDF-1.7 <</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n" % len(bomb) + bomb)
    del bomb
    tracemalloc.start()
    assert refusal(file).startswith("the job in it is larger than 1 MB; ")
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


def test_a_pdf_larger_than_any_of_ours_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_attachment, "MOST_BYTES_OF_PDF", 100)
    file = tmp_path / "large.pdf"
    file.write_bytes(b"%PDF-1.7" + bytes(100))
    assert refusal(file) == "it is larger than 0 MB; choose a job file"


def test_a_zip_with_a_report_in_it_is_no_pdf(tmp_path: Path) -> None:
    assert not pdf_attachment.is_pdf(BytesIO(b"PK\x03\x04 report.pdf %PDF-1.7"))
    assert pdf_attachment.is_pdf(BytesIO(b"From: a mail\n\n%PDF-1.7 PK\x03\x04"))


def test_commands_put_the_job_in_and_take_it_out(
    guide: Guide, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there, pdf = tmp_path / "here", tmp_path / "there", tmp_path / "list.pdf"
    here.mkdir()
    with closing(SqliteStore(UserFiles(here).records)) as store:
        begin_job(store, guide, None, Described("A 123", CUSTOMER))
    asked = ["--data-dir", str(here), "--guides", str(guide.folder.parent), "print", "button", "-o", str(pdf)]
    assert main([*asked, "--job", "1"]) == 0
    assert main(["--data-dir", str(there), "import", str(pdf)]) == 0
    assert f"{pdf}: job 0001, new: 1 event, 0 photos" in capsys.readouterr().out
    with closing(SqliteStore(UserFiles(there).records)) as store:
        assert [job.customer for job in store.rows(JobQuery())] == [CUSTOMER]
    assert main([*asked, "--job", "1", "--no-job-file"]) == 0
    assert main(["--data-dir", str(there), "import", str(pdf)]) == 1
    with pytest.raises(SystemExit):
        main([*asked, "--job-file"])
    assert "there is no job to ride in the PDF: say which with --job N" in capsys.readouterr().err
