"""The fault-finding record: what it says, and how it comes out on paper."""

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Diagnosed, Entered, FaultSought, Opened, Ticked, Undone
from micra_assistant.jobs.records.causes import Cause
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.paper.fault_record import SheetFaultRecord
from micra_assistant.paper.found_rows import SheetFound
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.paper.typeset import pdf
from micra_assistant.parts.options import read_parts
from tests.builders import HEAD, literal
from tests.diagnosis.lamp import LAMP, changed, guide_with
from tests.paper.conformance import broken_rules, check_tables, tables_of
from tests.paper.printed import PRINTED, history_of, pages_of, sheet_of

pytestmark = pytest.mark.thorough

FILE = "faults.toml"
COMPLAINTS = """
    [[complaints]]
    title = "The plate light is dark"
    step = "measure"
    faults = "faults.toml"

    [[complaints]]
    title = "It flickers"
    step = "measure"
    faults = "faults-flicker.toml"
    """
OHMS = changed(
    'answers = { good = "Good", blown = "Blown" }',
    'answers = { good = "Good", blown = "Blown" }\nitem = "pressed"\n'
    "limits = { good = { to = 1 }, blown = { from = 1 } }",
)
OPENED = Opened("button", "2026.11", "AB12 CDE", "", "", "Müller & Söhne", 128400, "The plate light is dark")
MEASURED = (Entered("leads", "0.2"), Entered("pressed", "0.6"))


def found(finding: AnyFinding, words: str = "told then") -> Diagnosed:
    """Return an act in which something was found."""
    return Diagnosed(FILE, finding, words)


LOOKED = found(Answered("look", "whole"))
BULB_CHANGED = found(Repaired("change-bulb", Outcome.NO_CHANGE))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with two complaints, each with a model; a reading of the guide answers a test."""
    head = literal(HEAD) + literal(COMPLAINTS)
    files = {"guide.toml": head, FILE: OHMS, "faults-flicker.toml": LAMP}
    return guide_with(tmp_path_factory.mktemp("record"), files)


def record_of(guide: Guide, *acts: AnyAct) -> SheetFaultRecord:
    """Return what is in the record of a job."""
    record = sheet_of(guide, SheetKind.FAULT_RECORD, history_of(*acts)).faults
    assert record is not None
    return record


def test_a_test_says_what_it_showed_when_and_to_whom(guide: Guide) -> None:
    record = record_of(guide, OPENED, LOOKED, *MEASURED)
    assert record.tests == (
        SheetFound("Is the filament broken?", "Whole", "", "2026-11-20 08:02 · Anna"),
        SheetFound("Ohms of the fuse?", "Good", "0.6\u00a0Ω, 0.4\u00a0Ω less “Leads”", "2026-11-20 08:06 · Anna"),
    )
    assert record.problem == ""


def test_a_repair_says_what_it_led_to_and_which_answers_it_made_worth_nothing(guide: Guide) -> None:
    record = record_of(guide, OPENED, LOOKED, BULB_CHANGED)
    assert record.repairs == (SheetFound("Change the bulb", "it changed nothing", "", "2026-11-20 08:04 · Anna"),)
    assert [(test.remark, test.holds) for test in record.tests] == [("no longer holds", False)]


def test_a_later_answer_takes_the_place_of_the_former(guide: Guide) -> None:
    again = found(Answered("look", "broken", failing=False))
    assert [(test.found, test.remark, test.holds) for test in record_of(guide, OPENED, LOOKED, again).tests] == [
        ("Whole", "no longer holds", False),
        ("Broken", "it was not failing then", True),
    ]


def test_an_answer_that_was_given_by_itself_has_no_value_of_the_checklist(guide: Guide) -> None:
    record = record_of(guide, OPENED, *MEASURED, found(Answered("ohms", "blown")))
    assert [(test.found, test.value) for test in record.tests] == [
        ("Good", "0.6\u00a0Ω, 0.4\u00a0Ω less “Leads”"),
        ("Blown", ""),
    ]


def test_what_was_left_out_is_named(guide: Guide) -> None:
    left_out = (LeftOut(Move(MoveKind.TEST, "ohms")), LeftOut(Move(MoveKind.GATE, "hands-out")))
    record = record_of(guide, OPENED, *map(found, left_out))
    assert [row.what for row in record.left_out] == ["Ohms of the fuse?", "Hands out"]
    assert (record.tests, record.suspects, record.ruled_out) == ((), (), ())


def test_what_is_left_is_in_words_and_what_is_ruled_out_says_by_what(guide: Guide) -> None:
    record = record_of(guide, OPENED, found(Answered("look", "broken")), *MEASURED)
    assert record.suspects == (("Bulb blown", "most likely"), ("Something else", "unlikely"))
    assert dict(record.ruled_out)["Fuse blown"] == "Ohms of the fuse? Good"
    assert not record.cured


def test_a_cure_is_said(guide: Guide) -> None:
    record = record_of(guide, OPENED, found(Repaired("change-bulb", Outcome.CURED)))
    assert record.cured
    assert record.suspects[0] == ("Bulb blown", "most likely")


def test_what_other_jobs_have_confirmed_counts(guide: Guide) -> None:
    with closing(SqliteStore(None)) as store:
        jobs = (Cause(f"job-{number}", "button", FILE, "fuse", "2026-11-20") for number in range(200))
        store.causes.take_in(jobs)
        maker = SheetMaker(guide, history_of(OPENED, LOOKED), "0042", causes=store.causes)
        record = maker.sheet(SheetKind.FAULT_RECORD, PaperSize.A4, read_parts(guide.folder), Decimal(0), PRINTED).faults
    assert record
    assert record.suspects[0] == ("Fuse blown", "most likely")


def test_what_was_undone_does_not_stand_there(guide: Guide) -> None:
    assert record_of(guide, OPENED, LOOKED, Undone("e001")).tests == ()
    measured_again = (OPENED, *MEASURED, Entered("pressed", "5"), Undone("e003"))
    assert record_of(guide, *measured_again).tests == record_of(guide, OPENED, *MEASURED).tests


def test_what_was_measured_besides_stands_there_too(guide: Guide) -> None:
    assert [(reading.label, reading.value) for reading in record_of(guide, OPENED, *MEASURED).readings] == [
        ("Leads", "0.2\u00a0Ω")
    ]
    assert [reading.label for reading in record_of(guide, Opened("button", "1"), *MEASURED).readings] == [
        "Leads",
        "Pressed",
    ]


def test_without_a_complaint_nothing_is_concluded(guide: Guide) -> None:
    record = record_of(guide, Opened("button", "1"), LOOKED, Undone("e001"))
    assert record.problem.startswith("It was not said which complaint")
    assert (record.tests, record.suspects) == ((), ())


def test_the_complaint_is_the_one_that_was_sought_with(guide: Guide) -> None:
    record = record_of(guide, Opened("button", "1"), FaultSought("faults-flicker.toml"), *MEASURED)
    assert (record.complaint, record.problem, record.tests) == ("It flickers", "", ())


@pytest.mark.parametrize("broken", ["", "format = 2", None])
def test_without_the_model_it_says_what_was_told_then(tmp_path: Path, broken: str | None) -> None:
    head = literal(HEAD) + literal(COMPLAINTS)
    guide = guide_with(tmp_path, {"guide.toml": head} | ({FILE: broken} if broken is not None else {}))
    record = record_of(guide, OPENED, found(Answered("look", "whole"), "Filament whole"), BULB_CHANGED)
    assert record.problem.startswith("The list of faults that this was found with cannot be read here")
    assert record.tests == (
        SheetFound("Filament whole", said="2026-11-20 08:02 · Anna"),
        SheetFound("told then", said="2026-11-20 08:04 · Anna"),
    )
    assert (record.repairs, record.suspects, record.ruled_out) == ((), (), ())


def test_what_the_model_does_not_have_any_more_is_told_as_then(guide: Guide) -> None:
    gone = (found(Answered("smell", "burnt"), "It smelt\nburnt"), found(Repaired("glue", Outcome.NO_CHANGE), "Glued"))
    record = record_of(guide, OPENED, *gone)
    (test,), (repair,) = record.tests, record.repairs
    assert (test.what, test.holds, repair.what, repair.holds) == ("It smelt burnt", False, "Glued", False)
    assert test.remark == "not in the list of faults any more"


def test_the_record_in_words(guide: Guide) -> None:
    left_out = found(LeftOut(Move(MoveKind.REPAIR, "change-fuse")))
    sheet = sheet_of(guide, SheetKind.FAULT_RECORD, history_of(OPENED, LOOKED, *MEASURED, left_out))
    (page,) = pages_of(sheet, guide)
    assert page.startswith(
        "Fault-finding record Tailgate button · Nissan Micra K12 Fault-finding record Job 0042 "
        "Done with the guide “Tailgate button”, version 2026.11. "
        "Car Nissan Micra K12 Registration AB12 CDE Customer Müller & Söhne Mileage 128 400 km "
        "Begun 2026-11-20 08:00 · Anna Worked on last 2026-11-20 08:08 · Anna Complaint The plate light is dark "
        "Open on the car Nothing: all that was taken apart is back. What is left, the likeliest first "
    )
    assert (
        "Tests done No. Test What it showed When, who 1 Is the filament broken? Whole 2026-11-20 08:02 Anna 2" in page
    )
    assert "Left out: not known, or not possible on this car – Change the fuse" in page
    assert "%" not in page


def test_what_was_found_is_read_aloud_with_the_heads_of_its_tables(guide: Guide) -> None:
    sheet = sheet_of(guide, SheetKind.FAULT_RECORD, history_of(OPENED, LOOKED, *MEASURED, BULB_CHANGED))
    content = pdf(sheet, guide.folder)
    assert not broken_rules(content)
    assert len(list(tables_of(content))) >= 2
    check_tables(content)


def test_what_is_open_on_the_car_strikes_the_eye(tmp_path: Path) -> None:
    page = literal(
        """
        # Page {: #page }

        ## Measure {: #measure }

        - [ ] Off {: #off undo="Connect it" state="battery negative off" }
        - [ ] Pressed {: #pressed unit="Ω" }
        """
    )
    head = literal(HEAD) + literal(COMPLAINTS)
    guide = guide_with(tmp_path, {"guide.toml": head, "10-page.md": page, FILE: OHMS, "faults-flicker.toml": LAMP})
    (words,) = pages_of(sheet_of(guide, SheetKind.FAULT_RECORD, history_of(OPENED, Ticked("off"))), guide)
    assert "OPEN ON THE CAR NOW battery negative off" in words
    assert "Tests done None yet." in words


@pytest.mark.parametrize("paper", PaperSize)
def test_words_may_be_anything_and_of_any_length(tmp_path: Path, paper: PaperSize) -> None:
    guide = guide_with(tmp_path, {})
    words = '#panic() $x$ *b* @ref \\ "q" ' + "W" * 400
    acts = [found(Answered("look", "whole"), f"{number} {words}") for number in range(20)]
    pages = pages_of(sheet_of(guide, SheetKind.FAULT_RECORD, history_of(OPENED, *acts), paper), guide)
    assert len(pages) > 1
    assert '19 #panic() $x$ *b* @ref \\ "q"' in " ".join(pages)


def test_a_guide_that_is_only_looked_up_has_no_such_record(guide: Guide) -> None:
    with pytest.raises(PaperError, match="This sheet is about a job"):
        SheetMaker(guide).sheet(SheetKind.FAULT_RECORD, PaperSize.A4, None, Decimal(0), PRINTED)
