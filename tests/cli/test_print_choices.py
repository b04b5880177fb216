"""What can be chosen of a sheet on the command line, and the sheets of every guide at once."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.cli import main
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.userfiles import UserFiles
from tests.builders import write_guide
from tests.paper.printed import words_of
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

BLANK = [kind for kind in SheetKind if not kind.needs_job]


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Return a folder with two guides."""
    first = write_guide(tmp_path, GUIDE)
    shutil.copytree(first, first.parent / "key")
    return first.parent


@pytest.fixture
def records(user_folder: Path, guides: Path) -> Path:
    """Return the folder of the records of a user who has ticked one line of a job."""
    files = UserFiles.default()
    assert files.folder.is_relative_to(user_folder)
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, Library(guides).guide("button"), details=Described("A 123")).toggle("doors")
    return files.folder


def printed(guides: Path, *asked: object, code: int = 0) -> int:
    """Run the command and check how it ends."""
    ended = main(["--guides", str(guides), "print", *map(str, asked)])
    assert ended == code
    return ended


def text_of(guides: Path, output: Path, *asked: object) -> str:
    """Return the words of a sheet of job 1."""
    printed(guides, "button", "--job", 1, *asked, "-o", output)
    return " ".join(words_of(output.read_bytes()))


def test_the_sheets_of_every_guide_go_into_a_folder(
    guides: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "sheets"
    printed(guides, "--all-guides", "-o", folder)
    wanted = {folder / f"{name}-{kind}.pdf" for name in ("button", "key") for kind in BLANK}
    assert set(folder.iterdir()) == wanted
    assert set(capsys.readouterr().out.split()) == set(map(str, wanted))


def test_a_guide_that_cannot_be_read_is_named_and_the_others_are_saved(
    guides: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (guides / "button" / "guide.toml").write_text("title =")
    printed(guides, "--all-guides", "--sheet", "labels", "-o", tmp_path / "sheets", code=1)
    assert [file.name for file in (tmp_path / "sheets").iterdir()] == ["key-labels.pdf"]
    assert "guide.toml" in capsys.readouterr().err


def test_one_sheet_of_every_guide(guides: Path, tmp_path: Path) -> None:
    printed(guides, "--all-guides", "--sheet", "forms", "--paper", "a5", "-o", tmp_path)
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["button-forms.pdf", "key-forms.pdf"]


def test_a_folder_that_cannot_be_made_is_said(guides: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    printed(guides, "--all-guides", "-o", tmp_path / "file" / "folder", code=1)
    assert "folder cannot be made: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "say which guide: GUIDE, or --all-guides"),
        (("--all-guides",), "say only which with -o FOLDER"),
        (("--all-guides", "button", "-o", "x"), "say only which with -o FOLDER"),
        (("--all-guides", "--job", "1", "-o", "x"), "say only which with -o FOLDER"),
        (("--all-guides", "--sheet", "report", "-o", "x"), "is about a job, so it cannot be blank"),
        (("button", "--text-size", "130", "-o", "x"), "--text-size takes 100, 120 or 150"),
    ],
)
def test_what_does_not_go_together_is_refused(
    guides: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SystemExit):
        printed(guides, *asked)
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("records")
def test_of_a_begun_job_the_checklist_has_what_is_left_unless_all_is_asked_for(guides: Path, tmp_path: Path) -> None:
    assert "Doors" not in text_of(guides, tmp_path / "left.pdf")
    assert "Doors" in text_of(guides, tmp_path / "all.pdf", "--no-only-left")


@pytest.mark.usefixtures("records")
def test_a_report_in_short_tells_no_steps(guides: Path, tmp_path: Path) -> None:
    assert "What happened when" in text_of(guides, tmp_path / "full.pdf", "--sheet", "report")
    short = text_of(guides, tmp_path / "short.pdf", "--sheet", "report", "--short")
    assert "Outcome" in short
    assert not any(words in short for words in ("What happened when", "What was done", "Not done"))


def test_labels_are_for_the_sheet_that_is_named(guides: Path, tmp_path: Path) -> None:
    output = tmp_path / "labels.pdf"
    printed(guides, "button", "--sheet", "labels", "--labels", "2.6x1in", "-o", output)
    (page,) = words_of(output.read_bytes())
    assert page.count("Goes back after:") >= 28
    printed(guides, "button", "--sheet", "labels", "--labels", "round", "-o", output, code=2)


@pytest.mark.parametrize("sides", ["--both-sides", "--two-on-a-side"])
def test_labels_are_on_one_side_and_as_large_as_they_are(
    guides: Path, tmp_path: Path, sides: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        printed(guides, "button", "--sheet", "labels", sides, "-o", tmp_path / "labels.pdf")
    assert "labels are printed on one side" in capsys.readouterr().err


def test_a_form_needs_no_guide_and_has_the_complaints_of_all(guides: Path, tmp_path: Path) -> None:
    output = tmp_path / "form.pdf"
    printed(guides, "--sheet", "forms", "--form", "intake", "-o", output)
    (page,) = words_of(output.read_bytes())
    complaints = [way.complaint.title for way in Library(guides).ways_in()]
    assert complaints
    assert all(words in page for words in ("Intake of a car", *complaints))
    printed(guides, "--sheet", "forms", "-o", output)
    assert len(words_of(output.read_bytes())) == len(BlankForm)
    printed(guides, "--sheet", "forms", "--form", "outtake", "-o", output, code=2)


def test_larger_text_without_and_with_pictures(guides: Path, tmp_path: Path) -> None:
    sizes = []
    for asked in (("--no-pictures",), ("--pictures",)):
        output = tmp_path / "sheet.pdf"
        printed(guides, "button", "--sheet", "guide", "--text-size", "150", *asked, "-o", output)
        sizes.append(len(output.read_bytes()))
    assert sizes[0] < sizes[1]
