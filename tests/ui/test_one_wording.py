"""One fact has one wording: in a row of the checklist, on the sheets, in the history, and in what a terminal prints."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from micra_assistant.cli import main
from micra_assistant.guide.model import Guide, SignalWord
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.guide.source_words import source_words
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Closed, Described, Entered, Held, Noted, Opened, StepShown
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.state import Note
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.sheet_words import sheet_words
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.options import read_parts
from micra_assistant.parts.way_order import WayOrder
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.history.timeline_view import TimelineView
from micra_assistant.ui.jobs.details_form import DetailsForm
from micra_assistant.ui.jobs.job_words import standing_words
from micra_assistant.ui.notes.note_card import NoteCard
from micra_assistant.ui.parts.ways_shown import PartsFigures, parts_shown
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.builders import guide_fixture
from tests.clocks import clock_in
from tests.paper.printed import history_of, sheet_of, words_of
from tests.ui.hands import Workshop
from tests.ui.small_guide import GUIDE

RATE = Decimal(40)
"""What an hour costs on the sheets that are printed here."""
LOOK = Look(load_theme(ThemeName.LIGHT))
WORK: tuple[AnyAct, ...] = (
    Opened("button", "1", "AB 12", mileage=84_000),
    StepShown("measure"),
    Entered("leads", "0.2"),
    Entered("pressed", "1.4k"),
    Entered("clips", "11"),
    Entered("clips-home", "10"),
    Entered("battery", "12.6"),
    Noted("look", "Rust"),
    Closed("Rust", "New button", Held.NO, override="A clip is on order."),
)
HISTORY = history_of(*WORK, minutes=12)
READING, LEFT, COUNT, MILEAGE = "1.4 kΩ", "1399.8 Ω less “Leads”", "11 clips", "84 000 km"
NOTED = "2026-11-20 09:24 · Anna"

guide = guide_fixture(files=GUIDE)
"""The small guide of the workshop."""


@pytest.fixture(autouse=True)
def in_utc() -> Iterator[None]:
    """Let the clock on the wall be that of the events."""
    with clock_in("UTC"):
        yield


def said_on(guide: Guide, kind: SheetKind, history: History = HISTORY) -> str:
    """Return all that stands on a sheet, as the data that is printed, with blanks that break."""
    sheet = sheet_of(guide, kind, history)
    return breaking(msgspec.json.encode([sheet, sheet_words(sheet)]).decode())


def breaking(words: str) -> str:
    """Return words with blanks at which a line may break."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def row_of(qtbot: QtBot, guide: Guide, item_id: str) -> CheckRow:
    """Return the row of an item as the job stands."""
    line = Checklist(guide, HISTORY.state).line(item_id)
    row = CheckRow(line.item, guide.sources, LOOK)
    qtbot.addWidget(row)
    row.show_line(line, current=False)
    return row


def timeline_of(qtbot: QtBot, guide: Guide) -> TimelineView:
    """Return the history of the job as it is read."""
    view = TimelineView()
    qtbot.addWidget(view)
    view.show_history(guide, HISTORY, {}, LOOK)
    return view


def test_a_reading(qtbot: QtBot, guide: Guide) -> None:
    for said in (
        breaking(timeline_of(qtbot, guide).words),
        said_on(guide, SheetKind.CHECKLIST),
        said_on(guide, SheetKind.REPORT),
    ):
        assert READING in said


def test_what_a_reading_says_and_what_is_left_of_it(qtbot: QtBot, guide: Guide) -> None:
    caption, report = breaking(row_of(qtbot, guide, "pressed").caption), said_on(guide, SheetKind.REPORT)
    assert caption == f"TOO HIGH · {LEFT} · 1 Ω or less"
    for words in caption.split(" · "):
        assert words in report
    for words in ("TOO HIGH", "1 Ω or less"):
        assert words in said_on(guide, SheetKind.CHECKLIST)


def test_a_count(qtbot: QtBot, guide: Guide) -> None:
    row = row_of(qtbot, guide, "clips")
    assert row.field is not None
    unit = next(label for label in row.findChildren(QLabel) if label.property("kind") == "unit")
    assert f"{row.field.text()} {unit.text()}" == COUNT
    assert COUNT in breaking(timeline_of(qtbot, guide).words)
    for kind in (SheetKind.CHECKLIST, SheetKind.REPORT, SheetKind.PUT_BACK):
        assert COUNT in said_on(guide, kind)


def test_a_count_that_is_not_what_came_off(qtbot: QtBot, guide: Guide) -> None:
    words = row_of(qtbot, guide, "clips-home").caption
    assert words == "TOO FEW: 11 came off"
    assert words in said_on(guide, SheetKind.CHECKLIST)
    assert words in said_on(guide, SheetKind.REPORT)


def test_a_mileage(qtbot: QtBot, guide: Guide) -> None:
    form = DetailsForm(Described("AB 12", "", 84_000))
    qtbot.addWidget(form)
    assert breaking(form.mileage.text()) == MILEAGE
    assert f"mileage {MILEAGE}" in breaking(timeline_of(qtbot, guide).words)
    for kind in (SheetKind.REPORT, SheetKind.FAULT_RECORD):
        assert MILEAGE in said_on(guide, kind)


def test_a_length_of_time_and_a_day(qtbot: QtBot, guide: Guide) -> None:
    view, report = timeline_of(qtbot, guide), sheet_of(guide, SheetKind.REPORT, HISTORY).report
    assert report is not None
    worked = dict(report.facts)["Time at the car"]
    assert breaking(worked) == "1 h 36 min"
    assert f"Time at the car: {worked}" in view.times
    assert [day.day for day in report.days] == ["Friday, 2026-11-20"]
    assert view.words.startswith("Friday, 2026-11-20 · Anna")


def test_when_something_was_done_and_by_whom(qtbot: QtBot, guide: Guide) -> None:
    event = HISTORY.events[7]
    card = NoteCard(Note("n", "look", "Rust", event.at, event.by), LOOK)
    qtbot.addWidget(card)
    assert NOTED in [label.text().replace("\u200b", "") for label in card.findChildren(QLabel)]
    assert NOTED in said_on(guide, SheetKind.REPORT)


def test_how_long_a_step_takes(qtbot: QtBot, guide: Guide) -> None:
    view = StepView()
    qtbot.addWidget(view)
    view.show_step(guide, guide.steps[0], LOOK)
    assert any(label.text().endswith("  ·  about 2\u00a0min") for label in view.findChildren(QLabel))
    for kind in (SheetKind.GUIDE, SheetKind.CHECKLIST):
        assert '"time":"about 2 min"' in said_on(guide, kind)


def test_what_a_source_is_worth(guide: Guide) -> None:
    listed = sheet_of(guide, SheetKind.GUIDE, HISTORY).sources
    for name, source in guide.sources.items():
        assert f"({listed[name].facts})" in source_words(source)


def test_what_the_signs_on_a_badge_mean(guide: Guide) -> None:
    facts = ", ".join(source.facts for source in sheet_of(guide, SheetKind.GUIDE, HISTORY).sources.values())
    for _sign, meaning in sheet_of(guide, SheetKind.GUIDE, HISTORY).badge_key:
        assert meaning in facts


def test_a_signal_word(guide: Guide) -> None:
    words = sheet_words(sheet_of(guide, SheetKind.GUIDE, HISTORY))
    assert all(words[f"signal-{signal}"] == signal_word(signal) for signal in SignalWord)


def test_what_a_part_costs(guide: Guide) -> None:
    parts, printed = read_parts(guide.folder), sheet_of(guide, SheetKind.GUIDE, HISTORY).parts
    assert parts is not None
    assert printed is not None
    figures = PartsFigures(parts, compare(parts, RATE), RATE, 3, 2026)
    shown = parts_shown(figures, WayOrder.GUIDE, guide.sources)
    rows = [(way.price, way.fitted, way.kept) for part in shown for way in part.ways]
    assert rows == [(option.price, option.fitted, option.kept) for option in printed.options]
    told = [(part.part, " ".join(filter(None, (part.advice, part.doubts)))) for part in shown]
    assert told == [(part.part, part.advice) for part in printed.parts]


def test_whether_a_repair_held(qtbot: QtBot, guide: Guide) -> None:
    words = standing_words(JobRow(1, "job", closed=True, held=Held.NO))
    assert words in timeline_of(qtbot, guide).words
    assert words.capitalize() in said_on(guide, SheetKind.REPORT)


def test_what_a_terminal_prints(workshop: Workshop, tmp_path: Path) -> None:
    hands = workshop.open()
    hands.window.workbench.begin("button", Described("AB 12", "", 84_000))
    shown = hands.window.workbench.shown
    assert shown is not None
    assert shown.job is not None
    for act in WORK[1:]:
        shown.do(act)
    workshop.close()
    file = tmp_path / "report.pdf"
    arguments = ("print", "button", "--sheet", "report", "--job", shown.job.name, "-o", str(file))
    assert main(["--data-dir", str(workshop.files.folder), "--guides", str(workshop.guides), *arguments]) == 0
    report = breaking(" ".join(words_of(file.read_bytes())))
    for words in (READING, LEFT, COUNT, MILEAGE, "TOO HIGH", "TOO FEW: 11 came off", "It did not hold"):
        assert words in report
