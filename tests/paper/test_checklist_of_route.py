"""The checklist follows the route: the same lines, the same numbers, and the warnings that hold there."""

from pathlib import Path

import pytest

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.guide.model import Guide, plain
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Ticked
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing import route_reader
from micra_assistant.jobs.routing.changing import await_part, leave_out
from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.stop_words import READY
from micra_assistant.paper.checklist_route import checklist_route
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.printed_blocks import SheetCallout, SheetItem, SheetQuestion, items_in
from micra_assistant.paper.setting import set_layout, set_pdf
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.sheet_pages import SheetPage, SheetStep
from micra_assistant.paper.sheets import Sheet
from micra_assistant.workshop.values import Workshop
from tests.builders import write_guide
from tests.jobs.routing.test_route import files
from tests.jobs.routing.walker import Walker
from tests.paper.conformance import broken_rules
from tests.paper.printed import words_of

BULB = Move(MoveKind.REPAIR, "change-bulb")
ALL = SheetChoices(PaperSize.A4, pictures=False)
LEFT = SheetChoices(PaperSize.A4, pictures=False, only_left=True)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return the guide of a plate light, with its model."""
    return read_guide(write_guide(tmp_path_factory.mktemp("guide"), files()))


@pytest.fixture
def job(nowhere: SqliteStore, guide: Guide) -> Walker:
    """Return a job that has just begun."""
    return Walker(nowhere, guide)


def sheets(job: Walker) -> JobSheets:
    return JobSheets(job.open_job, Workshop())


def checklist(job: Walker, choices: SheetChoices = ALL) -> Sheet:
    return sheets(job).sheet(SheetKind.CHECKLIST, choices=choices)


def steps(sheet: Sheet) -> list[SheetStep]:
    return [step for page in sheet.pages for step in page.steps]


def items(sheet: Sheet) -> list[SheetItem]:
    return [item for step in steps(sheet) for item in items_in(step.blocks)]


def numbers(sheet: Sheet) -> dict[str, int]:
    return {item.id: item.number for item in items(sheet)}


def test_the_lines_are_those_of_the_route_and_are_numbered_as_it_counts_them(job: Walker) -> None:
    job.search.prefer(BULB)
    sheet = checklist(job)
    route = [line.item.id for stop in job.route.stops for line in stop.lines]
    assert list(numbers(sheet)) == [READY, *route]
    assert [number for name, number in numbers(sheet).items() if name != READY] == list(range(1, len(route) + 1))
    assert sheet.route
    assert (sheet.route.done, sheet.route.of) == job.route.progress


def test_the_route_that_the_window_has_read_is_not_worked_out_again(
    job: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = RouteReader()
    reader.read(job.open_job)
    whole = checklist(job)
    monkeypatch.setattr(route_reader, "route_of", lambda *_: pytest.fail("worked out again"))
    assert JobSheets(job.open_job, Workshop(), reader=reader).sheet(SheetKind.CHECKLIST, choices=ALL) == whole


def test_of_what_is_left_the_lines_keep_their_numbers(job: Walker) -> None:
    job.search.prefer(BULB)
    job.go(READY, "complaint", "chock")
    whole, left = checklist(job), checklist(job, LEFT)
    assert "chocked" in numbers(whole)
    assert "chocked" not in numbers(left)
    assert numbers(left).items() <= numbers(whole).items()
    assert left.route == whole.route
    assert left.route
    assert (left.route.done, left.route.next) == (2, 3)


def test_a_branch_that_is_gone_no_more_is_not_on_the_sheet(job: Walker) -> None:
    assert "lens-off" not in numbers(checklist(job))


def test_a_question_that_no_line_answers_has_a_box_for_each_answer(job: Walker) -> None:
    asked = [block for step in steps(checklist(job)) for block in step.blocks if isinstance(block, SheetQuestion)]
    assert asked == [SheetQuestion("Ohms of the fuse?", ("Good", "Blown"))]
    job.search.prefer(BULB)
    (repair,) = [block for step in steps(checklist(job)) for block in step.blocks if isinstance(block, SheetQuestion)]
    assert (repair.ask, repair.answers[0]) == ("Change the bulb", "Cured")


def test_what_is_taken_back_says_how(nowhere: SqliteStore, tmp_path: Path) -> None:
    hood = '- [ ] Seen dark {: #dark }\n    - [ ] Hood up {: #hood undo="Shut the hood" state="hood up" }'
    pages = {name: str(text).replace("- [ ] Seen dark {: #dark }", hood) for name, text in files().items()}
    job = Walker(nowhere, read_guide(write_guide(tmp_path, pages)))
    job.open_job.do(Ticked("hood"))
    (line,) = [item for item in items(checklist(job)) if item.id == "hood" and not item.done]
    assert (plain(line.label), line.number > 0) == ("Shut the hood", True)


def test_a_stop_that_is_left_out_says_why_and_one_that_waits_for_what(job: Walker) -> None:
    leave_out(job.open_job, job.inquiry, job.route.stop("complaint"), "seen by the owner")
    first = steps(checklist(job))[1]
    assert (first.note, first.blocks) == ("Left out: seen by the owner", ())
    assert "complaint" not in [step.id for step in steps(checklist(job, LEFT))]
    job.search.prefer(BULB)
    await_part(job.open_job, "bulb 12 V")
    assert "Waits for: bulb 12 V" in [step.note for step in steps(checklist(job))]


def test_a_warning_whose_step_is_not_on_the_sheet_is_carried_as_long_as_its_chapter_goes_on(job: Walker) -> None:
    job.search.prefer(BULB)
    job.go(READY, "complaint", "chock", "take-lens")
    sheet = checklist(job, LEFT)
    titles = [plain(block.title) for step in steps(sheet) for block in step.blocks if isinstance(block, SheetCallout)]
    assert sheet.route
    carried = [plain(warning.callout.title) for warning in sheet.route.warnings]
    assert [*titles, *carried] == ["Car rolling back"]
    job.go("bulb")
    job.answer("bulb", "cured")
    after = checklist(job, LEFT)
    assert after.route
    assert after.route.warnings == ()


def test_a_warning_before_the_steps_on_the_sheet_is_carried_and_one_after_them_is_not(guide: Guide) -> None:
    step = guide.step("bulb")
    bulb = SheetPage(2, "Apart", (SheetStep(step.id, "2.3", step.title, "", ()),))
    chock = SheetPage(2, "Apart", (SheetStep("chock", "2.1", "Chock the wheel", "", ()),))
    for page, titles in ((bulb, ["Car rolling back"]), (chock, [])):
        carried = checklist_route(guide, JobState(), (page,), (page,)).warnings
        assert [plain(warning.callout.title) for warning in carried] == titles
        assert all(warning.chapter == 2 for warning in carried)


def test_what_was_found_is_said(job: Walker) -> None:
    job.go(READY, "complaint", "fuse-ohms")
    job.answer("fuse-ohms", "good")
    sheet = checklist(job)
    assert sheet.route
    assert len(sheet.route.found) == 1
    assert sheet.route.found[0].startswith("Ohms of the fuse?")


def test_without_a_search_it_is_the_guide_in_order(nowhere: SqliteStore, tmp_path: Path) -> None:
    plain_files = {name: content for name, content in files().items() if name != "faults.toml"}
    head = str(plain_files["guide.toml"]).replace('faults = "faults.toml"', "")
    guide = read_guide(write_guide(tmp_path, {**plain_files, "guide.toml": head}))
    sheet = checklist(Walker(nowhere, guide))
    assert list(numbers(sheet).values()) == list(range(1, len(guide.items) + 1))


@pytest.mark.thorough
@pytest.mark.parametrize("paper", PaperSize)
def test_it_is_set_with_its_numbers_and_answers(job: Walker, paper: PaperSize) -> None:
    job.go(READY, "complaint")
    choices = SheetChoices(paper, pictures=False)
    order = sheets(job).order(SheetKind.CHECKLIST, choices=choices)
    content = set_pdf(order)
    (page,) = words_of(content)
    assert "1 of 4 lines done" in page
    assert ("line 2 is next" in page) is (paper is not PaperSize.A5)
    assert "Ohms of the fuse? Good Blown" in page
    assert not broken_rules(content)
    places = set_layout(order).places
    assert [place.use for place in places].count("answer") == 2
    assert min(place.width for place in places if place.kind.value == "box") >= 5
