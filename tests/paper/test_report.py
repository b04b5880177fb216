"""The job report: what it says, and how it comes out on paper."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import (
    AnyAct,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Entered,
    Held,
    Noted,
    Opened,
    OptionChosen,
    PhotoAdded,
    Reopened,
    StepShown,
    Ticked,
    Undone,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.paper import report_timeline, setting
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.report import SheetReport
from micra_assistant.paper.sheets import PaperSize, SheetKind
from micra_assistant.paper.typeset import pdf, svg_pages
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_fixture, literal, write_guide
from tests.paper.printed import PARTS, history_of, jpeg, pages_of, pictures_in, sheet_of, stored, words_of

pytestmark = pytest.mark.thorough

TEST = literal(
    """
    # Test {: #test }

    ## Power off {: #power-off }

    - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }

    ## Measure {: #measure }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Pressed {: #pressed unit="Ω" max="1" minus="leads" }
    - [ ] Rested {: #rested unit="V" min="12.4" }

    """
)
CLOSE = literal(
    """
    # Close {: #close }

    ## Close up {: #close-up }

    - [ ] Clips in {: #clips-in count="clip" undoes="clips" }
    - [ ] Negative on {: #on undoes="off" }
    """
)
OPENED = Opened("button", "2026.11", "AB12 CDE", "Tailgate button", "", "Müller & Söhne", 128400, "It stays shut.")
PHOTO = PhotoAdded("measure", "p1", "IMG_1.jpg", 40, 30)
WORK = (
    OPENED,
    StepShown("power-off"),
    Ticked("off"),
    Entered("clips", "11"),
    StepShown("measure"),
    Entered("leads", "0.2"),
    Entered("pressed", "14"),
    Noted("measure", "Corroded.\nКнопка."),
    PHOTO,
    OptionChosen("new"),
)
CLOSED = Closed("Corrosion", "Button renewed", Held.YES, "Rinse it.", ("clips out · 11 clips",), "A clip is on order.")
HOSTILE = "#import \"x\": * $y^2$ *b* _i_ `r` @ref <lab> // c /* \\ 'q' --- ~ Жук ü"

guide = guide_fixture(TEST, CLOSE, files={"parts.toml": PARTS})
"""A guide of two pages, with a part."""


def report_of(guide: Guide, *acts: AnyAct, minutes: int = 2) -> SheetReport:
    """Return what is in the report of a job."""
    report = sheet_of(guide, SheetKind.REPORT, history_of(*acts, minutes=minutes)).report
    assert report is not None
    return report


def text_of(guide: Guide, history: History) -> str:
    """Return the words of the report of a job with its photo, on A4."""
    return " ".join(pages_of(sheet_of(guide, SheetKind.REPORT, history), guide, {"p1": jpeg()}))


def between(text: str, start: str, end: str) -> str:
    """Return what stands in a text from ``start`` on before ``end``."""
    assert start in text
    return start + text.split(start, 1)[1].split(end, 1)[0].rstrip()


def test_a_report_in_words(guide: Guide) -> None:
    text = text_of(guide, history_of(*WORK, CLOSED)).replace("\N{NO-BREAK SPACE}", " ")
    assert between(text, "Job report", "What was done") == (
        "Job report Tailgate button · Nissan Micra K12 Job report Job 0042 "
        "Done with the guide “Tailgate button”, version 2026.11. "
        "Car Nissan Micra K12 Registration AB12 CDE Customer Müller & Söhne Mileage 128 400 km "
        "Begun 2026-11-20 08:00 · Anna Closed 2026-11-20 08:20 · Anna Worked on by Anna Time at the car 20 min "
        "Complaint It stays shut. "
        "Outcome The job is closed. Cause Corrosion Repair Button renewed Did it hold? It held Note Rinse it. "
        "LEFT OPEN ON THE CAR clips out · 11 clips Closed all the same, because: A clip is on order. "
        "Part Button New one Price £20 – £30 (Britain, asked in June) Fitted now £40 – £50 Note Ask first. "
        "Prices as in the guide. “Fitted now” is price, consumables and labour together; "
        "labour at £40/h is an assumption. "
        "Readings Step What Value Limits Verdict 1.2 Leads 0.2 Ω 0.5 Ω or less OK "
        "1.2 Pressed 14 Ω 13.8 Ω less “Leads” 1 Ω or less TOO HIGH"
    )
    assert between(text, "What was done", "What happened when") == (
        "What was done Times are rounded to minutes. They are counted from one act to the next, "
        "a pause of more than 30 minutes as 30. "
        "1 Test 20 min 1.1 Power off 8 min ✓ Negative off ✓ Clips out: 11 clips "
        "1.2 Measure 12 min ✓ Leads: 0.2 Ω OK ! Pressed: 14 Ω TOO HIGH "
        "Note · 2026-11-20 08:14 · Anna Corroded. Кнопка. "
        "Job 0042 · AB12 CDE page 1 of 2 guide version 2026.11 · printed 2026-11-21 "
        "Job report Tailgate button · Nissan Micra K12 "
        "2026-11-20 08:16 · Anna · IMG_1.jpg "
        "Not as it should be 1.2 Pressed: 14 Ω TOO HIGH (should be 1 Ω or less) "
        "Not done 1.2 Measure: Rested Nothing was ticked off on these pages: 2 Close."
    )
    assert "Friday, 2026-11-20 Time Who What 08:00 Anna Job begun: Tailgate button" in text
    assert (
        "08:08 Anna Step: Measure 08:10 Anna Leads: 0.2 Ω 08:12 Anna Pressed: 14 Ω 08:14 Anna Note: Corroded." in text
    )
    assert text.endswith("Job 0042 · AB12 CDE page 2 of 2 guide version 2026.11 · printed 2026-11-21")


def test_a_job_in_which_nothing_was_done_has_a_short_report_on_one_page(guide: Guide) -> None:
    (page,) = pages_of(sheet_of(guide, SheetKind.REPORT, history_of(Opened("button", "2026.11"), by="")), guide)
    assert between(page, "Job report Job 0042", "Job 0042 page 1") == (
        "Job report Job 0042 Done with the guide “Tailgate button”, version 2026.11. "
        "Car Nissan Micra K12 Registration Customer Mileage Begun 2026-11-20 08:00 Closed not yet Worked on by "
        "Time at the car under 1 min Outcome The job is still open. "
        "Not done Nothing was ticked off on these pages: 1 Test; 2 Close. "
        "What happened when Friday, 2026-11-20 Time What 08:00 Job begun: button "
        "Times are by the clock of the computer that made this report."
    )


def test_what_is_open_on_the_car_is_said_also_while_the_job_is_open(guide: Guide) -> None:
    outcome = report_of(guide, OPENED, Ticked("off"), Entered("clips", "11"), Entered("clips-in", "10")).outcome
    assert outcome.left_open == ("negative off", "clips out · 1\u00a0clip")
    assert "OPEN ON THE CAR NOW negative off What was done" in text_of(guide, history_of(OPENED, Ticked("off")))


@pytest.mark.parametrize(
    ("acts", "closed"),
    [
        ((Closed(), Reopened()), "not yet"),
        ((Closed(), Reopened(), Closed()), "2026-11-20 08:06 · Anna"),
    ],
)
def test_a_job_is_closed_when_it_was_closed_last(guide: Guide, acts: tuple[AnyAct, ...], closed: str) -> None:
    assert dict(report_of(guide, OPENED, *acts).facts)["Closed"] == closed


def test_what_another_log_has_opened_on_the_car_of_a_closed_job_is_said(guide: Guide) -> None:
    outcome = report_of(guide, OPENED, Closed("Corrosion"), Ticked("off")).outcome
    assert (outcome.closed, outcome.left_open) == (True, ("negative off",))


def test_a_page_with_nothing_to_tick_is_not_listed_as_not_begun(tmp_path: Path) -> None:
    pages = {"10-test.md": TEST, "20-know.md": "# Good to know {: #know }\n\n## Rust {: #rust }\n\nIt never sleeps.\n"}
    assert report_of(read_guide(write_guide(tmp_path, pages)), OPENED).not_begun == ("1 Test",)


@pytest.mark.parametrize(
    ("held", "words"),
    [(Held.YES, "It held"), (Held.NO, "It did not hold"), (Held.UNKNOWN, "Not known if it held")],
)
def test_the_outcome_says_whether_it_held(guide: Guide, held: Held, words: str) -> None:
    assert report_of(guide, OPENED, Closed(held=held)).outcome.rows == (("Did it hold?", words),)


def test_a_job_that_was_closed_with_nothing_open_has_no_box(guide: Guide) -> None:
    text = text_of(guide, history_of(OPENED, Closed("Corrosion")))
    assert "LEFT OPEN" not in text
    assert "Closed all the same" not in text


def test_who_worked_is_told_once_and_a_job_without_names_has_no_column_for_them(guide: Guide) -> None:
    both = History([*history_of(OPENED).events, *history_of(OPENED, Ticked("off"), Ticked("on"), by="Б.").events[1:]])
    assert dict(report_of(guide, *WORK).facts)["Worked on by"] == "Anna"
    text = text_of(guide, both)
    assert "Worked on by Anna, Б." in text
    assert "Time Who What" in text


def test_times_are_rounded_and_long_pauses_shortened(guide: Guide) -> None:
    report = report_of(guide, OPENED, StepShown("measure"), Entered("leads", "0.2"), Ticked("off"), minutes=45)
    assert [(page.time, [(step.title, step.time) for step in page.steps]) for page in report.pages] == [
        ("1\u00a0h\u00a030\u00a0min", [("Power off", "30\u00a0min"), ("Measure", "1\u00a0h")])
    ]
    assert dict(report.facts)["Time at the car"] == "1\u00a0h\u00a030\u00a0min"


def test_time_away_does_not_count(guide: Guide) -> None:
    acts = (OPENED, StepShown("measure"), CalledAway("measure"), CameBack(), Ticked("off"))
    assert dict(report_of(guide, *acts, minutes=10).facts)["Time at the car"] == "30\u00a0min"


def test_what_is_amiss_is_named_and_what_is_no_value_too(guide: Guide) -> None:
    acts = (Entered("clips", "11"), Entered("clips-in", "10"), Entered("rested", "lots"), Entered("leads", "0.9"))
    report = report_of(guide, OPENED, *acts)
    assert [(result.step, result.label, result.value, result.verdict) for result in report.amiss] == [
        ("1.2", "Leads", "0.9\u00a0Ω", "TOO HIGH"),
        ("1.2", "Rested", "lots", "NOT A VALUE"),
        ("2.1", "Clips in", "10\u00a0clips", "TOO FEW: 11 came off"),
    ]
    assert [(left.number, left.labels) for left in report.not_done] == [
        ("1.1", ("Negative off",)),
        ("1.2", ("Pressed", "Rested")),
        ("2.1", ("Negative on",)),
    ]


def test_what_was_asked_and_not_answered_is_not_ticked(guide: Guide) -> None:
    acts = (OPENED, StepShown("measure"), Entered("leads", "1 ?"), Entered("pressed", "0.4"), Entered("rested", "12.6"))
    printed = text_of(guide, history_of(*acts))
    for words in ("– Leads: 1 ? not answered", "– Pressed: 0.4 Ω needs the reading before", "✓ Rested: 12.6 V OK"):
        assert words in printed
    assert "Leads: 1 ? (not answered)" in printed


def test_undone_acts_are_struck_and_do_not_count(guide: Guide) -> None:
    history = history_of(OPENED, Ticked("off"), Undone("e001"))
    sheet = sheet_of(guide, SheetKind.REPORT, history)
    assert sheet.report is not None
    assert [entry.undone for day in sheet.report.days for entry in day.entries] == [False, True, False]
    assert not any(step.done for page in sheet.report.pages for step in page.steps)
    assert b"".join(svg_pages(sheet, guide.folder)).count(b'stroke-width="0.7"') == 1, "the words"
    assert "Struck out: undone, so it does not count." in text_of(guide, history)
    assert "Struck out" not in text_of(guide, history_of(OPENED))


def test_the_timeline_has_a_table_for_each_day(guide: Guide) -> None:
    report = report_of(guide, OPENED, Ticked("off"), Described("X 1"), minutes=12 * 60)
    assert [(day.day, [entry.time for entry in day.entries]) for day in report.days] == [
        ("Friday, 2026-11-20", ["08:00", "20:00"]),
        ("Saturday, 2026-11-21", ["08:00"]),
    ]


def test_of_thousands_of_acts_the_latest_are_printed(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_timeline, "MOST_ENTRIES", 2)
    acts = (OPENED, Ticked("off"), Entered("leads", "0.2"), Noted("measure", "wet " * 200))
    report = report_of(guide, *acts)
    entries = [entry for day in report.days for entry in day.entries]
    assert (report.left_out, len(entries)) == (2, 2)
    assert entries[-1].words.startswith("Note: wet wet ")
    assert (entries[-1].words[-1], len(entries[-1].words)) == ("…", 400)
    assert "The first 2 acts are not printed; the job itself" in text_of(guide, history_of(*acts))


def test_a_part_that_the_guide_has_no_more_is_said_without_a_price(guide: Guide) -> None:
    text = text_of(guide, history_of(OPENED, OptionChosen("used")))
    assert "Part Chosen: used. This version of the guide does not have it, so there is no price." in text


def test_notes_at_steps_that_the_guide_has_no_more_come_last(guide: Guide) -> None:
    text = text_of(guide, history_of(OPENED, Noted("gone", "Look here."), PhotoAdded("lost", "p1", "", 40, 30)))
    assert (
        "At steps that this version of the guide does not have gone Note · 2026-11-20 08:02 · Anna Look here. lost"
        in text
    )


def test_photos_stand_two_in_a_row_scaled_with_words_for_those_who_cannot_see(guide: Guide) -> None:
    photos = {f"p{number}": jpeg(60 + number, 40) for number in range(3)}
    acts = [PhotoAdded("measure", name, f"{name}.jpg", 1, 1) for name in photos]
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(OPENED, *acts))
    content = pdf(sheet, guide.folder, stored(photos))
    assert pictures_in(content) == [(60, 40), (61, 40), (62, 40)]
    assert content.count(b"/Alt(Photo at step 1.2 Measure: p") == 3
    drawn = b"".join(svg_pages(sheet, guide.folder, stored(photos)))
    assert drawn.count(b"data:image/jpeg;base64,") == 3
    assert b"data:image/svg" not in drawn


@pytest.mark.parametrize("points", [b"", bytes(60), b"\x12\x9f" * 40], ids=["none", "zeros", "noise"])
def test_a_photo_whose_points_are_false_does_not_keep_the_report_from_being_set(guide: Guide, points: bytes) -> None:
    start = jpeg().index(b"\xff\xda") + 14
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(OPENED, PHOTO))
    photos = stored({"p1": jpeg()[:start] + points + b"\xff\xd9"})
    assert pdf(sheet, guide.folder, photos).startswith(b"%PDF-")
    assert svg_pages(sheet, guide.folder, photos)


@pytest.mark.parametrize("content", [b"", b"no photo", jpeg()[:200]], ids=["empty", "other", "cut off"])
def test_a_photo_that_cannot_be_read_is_left_out_and_said(guide: Guide, content: bytes) -> None:
    sound = PhotoAdded("measure", "p2", "good.jpg", 40, 30)
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(OPENED, PHOTO, sound))
    for photos in ({"p1": content, "p2": jpeg()}, {"p2": jpeg()}):
        printed = pdf(sheet, guide.folder, stored(photos))
        text = " ".join(words_of(printed))
        assert "This photo is left out: it cannot be read. 2026-11-20 08:02 · Anna · IMG_1.jpg" in text
        assert text.count("left out") == 1
        assert pictures_in(printed) == [(40, 30)]


@pytest.mark.parametrize("paper", PaperSize)
def test_forty_photos_come_out_each_whole(guide: Guide, paper: PaperSize) -> None:
    photos = {f"p{number}": jpeg(40, 30 + number) for number in range(40)}
    acts = [PhotoAdded("measure", name, f"{name}.jpg", 40, 30) for name in photos]
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(OPENED, *acts), paper)
    content = pdf(sheet, guide.folder, stored(photos))
    assert len(pictures_in(content)) == 40
    pages = words_of(content)
    shown = [name for page in pages for name in photos if f"· {name}.jpg" in page]
    assert shown == list(photos)


@pytest.mark.parametrize("paper", PaperSize)
def test_what_people_typed_is_set_as_it_is(guide: Guide, paper: PaperSize) -> None:
    acts = (
        Opened("button", "1", HOSTILE, HOSTILE, "", HOSTILE, 1, HOSTILE + "\x07\x00\u202e"),
        Noted("measure", HOSTILE),
        Entered("leads", "#x $y$"),
        OptionChosen("$z"),
        PhotoAdded("measure", "p1", "#[x]*.jpg", 40, 30),
        Closed(HOSTILE, HOSTILE, Held.NO, HOSTILE, (HOSTILE,), HOSTILE),
    )
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(*acts, by="$A_"), paper)
    content = pdf(sheet, guide.folder, stored({"p1": jpeg()}))
    text = " ".join(words_of(content))
    assert text.count(HOSTILE) >= 8
    for words in ("Leads #x $y$", "Chosen: $z.", "· $A_ · #[x]*.jpg"):
        assert words in text
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


@pytest.mark.parametrize("paper", PaperSize)
def test_a_word_longer_than_any_line_stays_on_the_paper(guide: Guide, paper: PaperSize) -> None:
    long = "W" * 400
    acts = (
        Opened("button", "1", long, long, "", long, None, long),
        Noted("measure", long + "\n" * 200 + long),
        Entered("leads", long),
        PhotoAdded("measure", "p1", long, 40, 30),
        Closed(long, long, Held.NO, long, (long,), long),
    )
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(*acts, by=long), paper)
    given = setting._input(order_of(sheet, guide.folder))
    for page in setting._compiled(order_of(sheet, guide.folder), given, setting._fonts(), format="png", ppi=25.4):
        assert is_margin_white(QImage.fromData(page))
    assert " ".join(pages_of(sheet, guide)).count("W") > 400 * 9


def is_margin_white(page: QImage) -> bool:
    """Whether nothing stands in the right 8 mm of a page that is a point a millimetre."""
    right = range(page.width() - 8, page.width())
    return all(page.pixelColor(x, y).lightness() == 255 for x in right for y in range(page.height()))


def test_the_report_is_made_of_what_the_store_keeps(guide: Guide) -> None:
    store = SqliteStore(None)
    store.append(history_of(*WORK, CLOSED).events, {"p1": jpeg()})
    job = OpenJob(store, store.job("job"), History(store.events("job")), guide, read_parts(guide.folder))
    content = JobSheets(job, Workshop(), date(2026, 11, 21)).pdf(SheetKind.REPORT)
    assert pictures_in(content) == [(40, 30)]
    (first, *_) = words_of(content)
    assert "Job report Job 0001" in first
    store.close()


@pytest.mark.parametrize("paper", PaperSize)
def test_no_page_is_empty(guide: Guide, paper: PaperSize) -> None:
    many = [act for number in range(120) for act in (StepShown("measure"), Noted("measure", f"Note {number}."))]
    pages = pages_of(sheet_of(guide, SheetKind.REPORT, history_of(OPENED, *many), paper), guide)
    assert all(len(page.split()) > 25 for page in pages)
    text = " ".join(pages)
    assert all(text.count(f"Note {number}.") == 2 for number in range(120))
