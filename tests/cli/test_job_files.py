"""The commands ``export`` and ``import``."""

import os
import subprocess
import sys
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from micra_assistant.cli import main
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Described, Event, Noted, Opened
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.userfiles import UserFiles
from tests.builders import AT, step_file, write_guide
from tests.cli.test_main import refused, without_qt
from tests.jobs.jobfile.jobfiles import members_of

pytestmark = pytest.mark.thorough

ABLE = Described("A 123", "Ann Able", 5, "it rattles")


@pytest.fixture
def here(tmp_path: Path, guides: Path) -> UserFiles:
    """Return the files of a workshop that has a job with the guide."""
    files = UserFiles(tmp_path / "here")
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, read_guide(guides / "button"), details=Described("A 123")).toggle("off")
    return files


def run(files: UserFiles, *arguments: str) -> int:
    """Run the command for a workshop."""
    return main(["--data-dir", str(files.folder), *arguments])


def test_a_job_goes_from_one_workshop_to_another(
    capsys: pytest.CaptureFixture[str], here: UserFiles, tmp_path: Path
) -> None:
    there, file = UserFiles(tmp_path / "there"), tmp_path / "job.zip"
    assert run(here, "export", "0001", "-o", str(file)) == 0
    assert capsys.readouterr() == (f"{file}\n", "")
    assert members_of(file)["report.pdf"].startswith(b"%PDF-")
    assert run(there, "import", str(file)) == 0
    assert capsys.readouterr() == (f"{file}: job 0001, new: 2 events, 0 photos\n", "")
    with closing(SqliteStore(here.records)) as source, closing(SqliteStore(there.records)) as target:
        (job,) = target.rows(JobQuery())
        assert target.events(job.id) == source.events(job.id)
    assert run(there, "import", str(file)) == 0
    assert capsys.readouterr().out == f"{file}: job 0001, nothing in it was new\n"


def test_what_was_done_since_is_added(
    capsys: pytest.CaptureFixture[str], here: UserFiles, guides: Path, tmp_path: Path
) -> None:
    there, file = UserFiles(tmp_path / "there"), str(tmp_path / "job.zip")
    run(here, "export", "1", "-o", file)
    run(there, "import", file)
    with closing(SqliteStore(here.records)) as store:
        (job,) = store.rows(JobQuery())
        store.append([Event("a" * 32, job.id, 3, AT, Described("B 456"))])
    run(here, "export", "1", "-o", file)
    capsys.readouterr()
    assert run(there, "import", file) == 0
    assert capsys.readouterr().out == f"{file}: job 0001, of which there was more: 1 event, 0 photos\n"


def test_what_cannot_be_imported_does_not_stop_the_rest(
    capsys: pytest.CaptureFixture[str], here: UserFiles, tmp_path: Path
) -> None:
    good, bad, there = tmp_path / "good.zip", tmp_path / "bad.zip", UserFiles(tmp_path / "there")
    run(here, "export", "1", "-o", str(good))
    bad.write_text("no ZIP")
    capsys.readouterr()
    assert run(there, "import", str(bad), str(good)) == 1
    shown = capsys.readouterr()
    assert shown.out == f"{good}: job 0001, new: 2 events, 0 photos\n"
    assert shown.err == (
        f"micra-assistant: {bad} cannot be imported: it is no job file;"
        " choose a ZIP that was exported by this program\n"
    )


def test_a_job_whose_guide_is_gone_is_exported_as_it_was_done(
    capsys: pytest.CaptureFixture[str], here: UserFiles, guides: Path, tmp_path: Path
) -> None:
    write_guide(guides.parent, step_file("- [ ] Something else {: #else }"))
    file = tmp_path / "job.zip"
    assert run(here, "--guides", str(guides), "export", "1", "-o", str(file)) == 0
    assert any(b"Battery off" in content for name, content in members_of(file).items() if name.startswith("guide/"))


def test_a_job_without_a_guide_is_exported_without_a_report(
    capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path
) -> None:
    files, file = UserFiles(tmp_path / "here"), tmp_path / "job.zip"
    with closing(SqliteStore(files.records)) as store:
        store.append([Event("a" * 32, "b" * 32, 1, AT, Opened("gone", "1"))])
    assert run(files, "--guides", str(guides), "export", "1", "-o", str(file)) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{file}\n"
    assert shown.err == f"micra-assistant: {file} holds no report: there is no guide “gone”; there is: button\n"
    assert "report.pdf" not in members_of(file)


def test_a_job_is_exported_without_the_customers_data(
    capsys: pytest.CaptureFixture[str], here: UserFiles, tmp_path: Path
) -> None:
    with closing(SqliteStore(here.records)) as store:
        (job,) = store.rows(JobQuery())
        store.append([Event("a" * 32, job.id, 3, AT, Noted("step", "wet")), Event("b" * 32, job.id, 4, AT, ABLE)])
    there, file = UserFiles(tmp_path / "there"), tmp_path / "less.zip"
    assert run(here, "export", "1", "--without-customer", "-o", str(file)) == 0
    assert capsys.readouterr() == (
        f"{file}\nwithout the customer's data; in it as they are: 1 note, 0 photos\n",
        "",
    )
    members = members_of(file)
    pdf = PdfReader(BytesIO(members["report.pdf"]))
    words = "".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata)
    for private in ("A 123", "Able", "rattles"):
        assert private not in words
        assert not [name for name, content in members.items() if private.encode() in content]
    assert run(there, "import", str(file)) == 0
    assert run(here, "import", str(file)) == 0
    assert capsys.readouterr().out.endswith("job 0001, nothing in it was new\n")


def test_a_job_without_a_guide_is_exported_without_the_customer_all_the_same(guides: Path, tmp_path: Path) -> None:
    files, file = UserFiles(tmp_path / "here"), tmp_path / "job.zip"
    with closing(SqliteStore(files.records)) as store:
        store.append([Event("a" * 32, "b" * 32, 1, AT, Opened("gone", "1", customer="Able", complaint="dead"))])
    assert run(files, "--guides", str(guides), "export", "1", "--without-customer", "-o", str(file)) == 0
    assert b"Able" not in members_of(file)["job.json"]
    assert b"dead" not in members_of(file)["job.json"]


def test_there_is_no_such_job(capsys: pytest.CaptureFixture[str], here: UserFiles, tmp_path: Path) -> None:
    for name in ("2", "zero", "-1", "1.0", "²", "1" * 30):
        asked = ("--data-dir", str(here.folder), "export", "-o", str(tmp_path / "job.zip"), "--", name)
        assert refused(capsys, *asked) == f"micra-assistant: there is no job “{name}”; there is: 0001"
    assert not (tmp_path / "job.zip").exists()


def test_of_many_jobs_only_the_last_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = UserFiles(tmp_path)
    with closing(SqliteStore(files.records)) as store:
        store.append([Event(f"{n:032x}", f"{n:032x}", 1, AT, Opened("button", "1")) for n in range(12)])
    known = ", ".join(f"{number:04}" for number in range(12, 2, -1))
    asked = ("--data-dir", str(tmp_path), "export", "99", "-o", str(tmp_path / "job.zip"))
    assert refused(capsys, *asked) == f"micra-assistant: there is no job “99”; there is: {known}, …"


def test_asking_for_a_job_makes_no_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked = ("--data-dir", str(tmp_path / "data"), "export", "1", "-o", str(tmp_path / "job.zip"))
    assert refused(capsys, *asked) == "micra-assistant: there is no job “1”: none has been begun yet"
    assert not (tmp_path / "data").exists()


def test_a_job_that_cannot_be_saved_is_a_fault(
    capsys: pytest.CaptureFixture[str], here: UserFiles, tmp_path: Path
) -> None:
    assert run(here, "export", "1", "-o", str(tmp_path / "nowhere" / "job.zip")) == 1
    assert "cannot be saved: there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["export"], ["export", "1"], ["import"], ["import", "--all"]])
def test_misuse_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert refused(capsys, *arguments).endswith("--help")


def test_neither_needs_qt(here: UserFiles, tmp_path: Path) -> None:
    code = "from micra_assistant.cli import main; sys.exit(main(sys.argv[1:]))"
    file = str(tmp_path / "job.zip")
    assert without_qt(code, "--data-dir", str(here.folder), "export", "1", "-o", file) == f"{file}\n"
    assert "new: 2 events" in without_qt(code, "--data-dir", str(tmp_path / "there"), "import", file)


@pytest.mark.parametrize("command", [["print", "button", "--sheet", "report", "--job", "1"], ["export", "1"]])
def test_letters_that_no_font_has_are_said_once(
    capsys: pytest.CaptureFixture[str], here: UserFiles, guides: Path, tmp_path: Path, command: list[str]
) -> None:
    with closing(SqliteStore(here.records)) as store:
        (job,) = store.rows(JobQuery())
        store.append([Event("e" * 32, job.id, 9, AT, Described("A \ufffe B"))])
    assert run(here, "--guides", str(guides), *command, "-o", str(tmp_path / "out")) == 0
    out, err = capsys.readouterr()
    assert out == f"{tmp_path / 'out'}\n"
    (line,) = err.splitlines()
    assert line.startswith(
        "micra-assistant: These letters cannot be set on this PC, □ is printed for each: U+FFFE (in “A"
    )


SAVING = [["print", "button"], ["export", "1"], ["experience", "export"]]


@pytest.mark.skipif(os.name == "nt", reason="there is no such file on Windows")
@pytest.mark.parametrize("command", SAVING)
def test_what_goes_to_standard_output_is_the_file_alone(
    here: UserFiles, guides: Path, tmp_path: Path, command: list[str]
) -> None:
    asked = ["--data-dir", str(here.folder), "--guides", str(guides), *command, "-o"]
    program = [sys.executable, "-m", "micra_assistant", *asked]
    done = subprocess.run([*program, "/dev/stdout"], capture_output=True, check=True)
    assert run(here, *asked[2:], str(tmp_path / "out")) == 0
    assert done.stdout == (tmp_path / "out").read_bytes()
    assert done.stderr.decode().startswith("/dev/stdout")


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
@pytest.mark.parametrize("command", SAVING)
def test_a_link_is_followed_and_a_pipe_that_nobody_reads_is_refused(
    capsys: pytest.CaptureFixture[str], here: UserFiles, guides: Path, tmp_path: Path, command: list[str]
) -> None:
    real, link, pipe = tmp_path / "real", tmp_path / "link", tmp_path / "pipe"
    real.touch()
    link.symlink_to(real)
    os.mkfifo(pipe)
    asked = ["--guides", str(guides), *command, "-o"]
    assert run(here, *asked, str(link)) == 0
    assert link.is_symlink()
    assert real.stat().st_size > 0
    assert run(here, *asked, str(pipe)) == 1
    words = f"micra-assistant: {pipe} cannot be saved: nobody reads from it; start the program that does first\n"
    assert capsys.readouterr().err == words
    assert pipe.is_fifo()
