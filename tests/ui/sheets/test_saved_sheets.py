"""Sheets of the window as PDF, and what is not there to be printed."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog

from micra_assistant.jobs.events import Noted, PhotoAdded
from micra_assistant.jobs.privacy import as_kept
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind
from micra_assistant.paper.typeset import svg_pages
from micra_assistant.ui.actions import Action
from tests.paper.printed import pictures_in, words_of
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.photos import BLUE, RED, encoded, two_halves
from tests.ui.sheets.print_window import let_load

pytestmark = [pytest.mark.usefixtures("workshop"), pytest.mark.thorough]

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def sheet_of(hands: Hands, kind: SheetKind, paper: PaperSize) -> Sheet:
    """Return a sheet of the open job."""
    open_job = hands.window.workbench.shown
    assert open_job
    return JobSheets(open_job, open_job.workshop()).sheet(kind, paper)


def save(hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: str, held: Qt.KeyboardModifier = CONTROL) -> str:
    """Ask for a sheet as PDF, answer where it is to go, and return the name that was suggested."""
    suggested: list[str] = []

    def ask(parent: object, title: str, suggestion: str, filters: str) -> tuple[str, str]:
        suggested.append(suggestion)
        return answer, filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    hands.press(Key.Key_S, held=held)
    return Path(*suggested).name


@pytest.mark.parametrize(("kind", "held"), [(SheetKind.CHECKLIST, CONTROL), (SheetKind.GUIDE, CONTROL_SHIFT)])
def test_a_saved_sheet_is_said_where_it_lies(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: SheetKind, held: Qt.KeyboardModifier
) -> None:
    assert save(hands, monkeypatch, str(tmp_path / "sheet"), held) == f"job-0001-button-{kind}.pdf"
    assert hands.said == f"Saved: {tmp_path / 'sheet.pdf'}"
    with PdfReader(tmp_path / "sheet.pdf") as reader:
        assert "Tailgate button" in reader.pages[0].extract_text()


def test_a_sheet_that_cannot_be_saved_is_said_why(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    save(hands, monkeypatch, str(gone / "sheet.pdf"))
    assert hands.said == f"{gone / 'sheet.pdf'} cannot be saved: there is no folder {gone}; make it or choose another"


def test_nothing_is_saved_if_the_person_would_rather_not(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    save(hands, monkeypatch, "")
    assert hands.said == ""


def choose(hands: Hands, act: Action) -> None:
    """Choose an entry of the menu."""
    action = hands.window.frame.findChild(QAction, act.value)
    assert action is not None
    action.trigger()
    settle()


def add_photo(hands: Hands, content: bytes) -> None:
    """Put a photo and a note to the step being read."""
    open_job = hands.window.workbench.shown
    assert open_job is not None
    open_job.do(Noted(hands.step, "The button is corroded."))
    open_job.do(PhotoAdded(hands.step, "photo", "button.jpg", 40, 30), {"photo": content})


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("kind", [SheetKind.PUT_BACK, SheetKind.REPORT, SheetKind.FAULT_RECORD])
@pytest.mark.parametrize("act", ["preview", "ask_and_save"])
def test_a_guide_that_is_only_looked_up_has_nothing_to_put_back_or_report(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, kind: SheetKind, act: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing is to be saved"))
    workbench = hands.window.workbench
    assert workbench.shown
    workbench._shown = look_up(SqliteStore(None), workbench.shown.guide)
    getattr(hands.window.sheets, act)(kind)
    let_load()
    assert hands.said.startswith("This sheet is about a job, and this guide is only looked up")
    assert QApplication.activeModalWidget() is None


def test_a_photo_of_the_job_is_printed_in_its_colours(workshop: Workshop, hands: Hands) -> None:
    add_photo(hands, encoded(two_halves(), "jpeg"))
    assert hands.window.workbench.shown
    photos = hands.window.workbench.shown.attachment
    pages = svg_pages(sheet_of(hands, SheetKind.REPORT, PaperSize.A4), workshop.guides / "button", photos)
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(pages[0])).render(painter)
    painter.end()
    points = [image.pixelColor(x, y) for x in range(0, 595, 4) for y in range(0, 842, 4)]
    assert sum(alike(point, RED) for point in points) > 100
    assert sum(alike(point, BLUE) for point in points) > 100


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours are the same but for what JPEG does to them."""
    ours, theirs = (one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue())
    return all(abs(mine - its) < 12 for mine, its in zip(ours, theirs, strict=True))


def test_the_report_is_saved_with_its_photos(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_photo(hands, encoded(two_halves(), "jpeg"))
    names: list[str] = []

    def ask(parent: object, title: str, suggestion: str, filters: str) -> tuple[str, str]:
        names.append(Path(suggestion).name)
        return str(tmp_path / "report.pdf"), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(hands, Action.SAVE_REPORT)
    assert names == ["job-0001-button-report.pdf"]
    content = (tmp_path / "report.pdf").read_bytes()
    assert pictures_in(content) == [(40, 30)]
    assert "The button is corroded." in " ".join(words_of(content))


def test_the_report_for_the_job_file_is_that_of_the_open_job(hands: Hands) -> None:
    add_photo(hands, b"broken")
    reports: list[tuple[bytes, tuple[str, ...]]] = []
    hands.window.sheets.report(as_kept, lambda content, told: reports.append((content, tuple(told))))
    ((content, told),) = reports
    text = " ".join(words_of(content))
    assert "This photo is left out: it cannot be read." in text
    assert text.endswith(f"printed {date.today().isoformat()}")  # noqa: DTZ011
    assert told == ()


UNKNOWN = "\ufffe"
"""No font has this, as it never will be a letter."""
SAID_OF_IT = "These letters cannot be set on this PC, □ is printed for each: U+FFFE (in “A □ B”); install a font"


def test_letters_that_no_font_has_are_said_with_the_saved_sheet(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_job, file = hands.window.workbench.shown, tmp_path / "sheet.pdf"
    assert open_job is not None
    open_job.do(Noted(hands.step, f"A {UNKNOWN} B"))
    save(hands, monkeypatch, str(file))
    assert hands.said == f"Saved: {file}", "notes are not on the checklist"
    choose(hands, Action.SAVE_REPORT)
    assert hands.said.startswith(f"Saved: {file}. {SAID_OF_IT}")
    choose(hands, Action.EXPORT)
    assert hands.said.startswith(f"Saved: {file}.zip. {SAID_OF_IT}")


def test_letters_that_no_font_has_are_said_once_with_the_preview(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_job, said = hands.window.workbench.shown, list[str]()
    assert open_job is not None
    open_job.do(Noted(hands.step, f"A {UNKNOWN} B"))
    monkeypatch.setattr(hands.window.body.messages, "say_problem", said.append)
    choose(hands, Action.PREVIEW_REPORT)
    let_load()
    (words,) = said
    assert words.startswith(SAID_OF_IT)
