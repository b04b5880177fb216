"""What a sheet says: the guide and the job put together."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.events import Entered, Opened, OptionChosen, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.printed_blocks import SheetCallout, SheetItem
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker, paper_size, sheet_kind
from micra_assistant.parts.options import PartsTable, read_parts
from tests.builders import guide_of, literal, state_after, write_guide

PAGE = literal(
    """
    # Test {: #test }

    ## Look {: #look minutes=3 }

    Look at the button first.[^versa]

    !!! tip "Light"
        Take a torch.

    ## Measure {: #measure minutes=7 }

    !!! warning "Sparks"
        Sparks burn. Take the negative off.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }

    !!! note "Leads"
        They have a resistance.

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Pressed {: #pressed unit="Ω" max="1" minus="leads" }
    - [ ] Voltage {: #voltage unit="V" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    """
)
PARTS = """
    part = "Button"
    currency = "RUB"
    market = "Russia"
    priced = "undated"
    source = "versa"
    rate_per_hour = 1200

    [[options]]
    id = "new"
    name = "New"
    kind = "original"
    price = [2500, 4000]
    minutes = 60
    benefits = ["Fits", "Lasts"]
    drawbacks = ["Dear"]

    [[options]]
    id = "old"
    name = "Clean it"
    kind = "repair"
    price = [0, 0]
    minutes = 30
    benefits = ["Cheap"]
    """


def sheet_of(
    guide: Guide,
    state: JobState | None = None,
    kind: SheetKind = SheetKind.CHECKLIST,
    job_name: str = "",
    parts: PartsTable | None = None,
) -> Sheet:
    history = History((), state) if state else None
    return SheetMaker(guide, history, job_name).sheet(kind, PaperSize.A4, parts, Decimal(1000), date(2026, 11, 20))


def items_of(sheet: Sheet) -> dict[str, SheetItem]:
    blocks = [block for page in sheet.pages for step in page.steps for block in step.blocks]
    nested = [part for block in blocks if isinstance(block, SheetCallout) for part in block.blocks]
    return {block.id: block for block in (*nested, *blocks) if isinstance(block, SheetItem)}


def filled_in(item: SheetItem) -> tuple[bool, str, str]:
    """Return whether an item is done, and what it shows."""
    return item.done, item.value, item.verdict


def test_a_checklist_keeps_items_and_safety_messages_and_the_numbers_of_the_guide(tmp_path: Path) -> None:
    (page,) = sheet_of(guide_of(tmp_path, PAGE)).pages
    (step,) = page.steps
    assert (step.id, step.number, step.time) == ("measure", "1.2", "about 7\u00a0min")
    assert [type(block).__name__ for block in step.blocks] == ["SheetCallout", *["SheetItem"] * 4]


def test_the_guide_keeps_every_block_and_names_its_sources(tmp_path: Path) -> None:
    sheet = sheet_of(guide_of(tmp_path, PAGE), kind=SheetKind.GUIDE)
    assert [step.number for step in sheet.pages[0].steps] == ["1.1", "1.2"]
    assert [len(step.blocks) for step in sheet.pages[0].steps] == [2, 6]
    assert list(sheet.sources) == ["versa"]
    assert sheet.time == "about 10\u00a0min"


def test_a_blank_sheet_has_no_job_and_nothing_filled_in(tmp_path: Path) -> None:
    sheet = sheet_of(guide_of(tmp_path, PAGE))
    assert (sheet.job, sheet.registration, sheet.car_now, sheet.printed) == ("", "", (), "2026-11-20")
    assert not any(item.done or item.value for item in items_of(sheet).values())


def test_blanks_say_unit_limits_and_what_to_take_off(tmp_path: Path) -> None:
    items = items_of(sheet_of(guide_of(tmp_path, PAGE)))
    assert [(item.blank, item.limits, item.minus) for item in items.values()] == [
        ("", "", ""),
        ("Ω", "0.5\u00a0Ω or less", ""),
        ("Ω", "1\u00a0Ω or less", "Leads"),
        ("V", "", ""),
        ("clips", "", ""),
    ]
    assert [name for name, item in items.items() if item.gate] == ["off"]


def test_what_a_job_has_done_is_filled_in_with_its_verdict(tmp_path: Path) -> None:
    acts = (Opened("button", "1", "AB12 CDE"), Ticked("off"), Entered("leads", "0,2"), Entered("clips", "11"))
    sheet = sheet_of(guide_of(tmp_path, PAGE), state_after(*acts, Entered("pressed", "14")), job_name="0042")
    items = items_of(sheet)
    assert (sheet.job, sheet.registration) == ("Job 0042 · AB12 CDE", "AB12 CDE")
    assert sheet.car_now == ("negative off", "clips out · 11\u00a0clips")
    assert filled_in(items["off"]) == (True, "", "")
    assert filled_in(items["leads"]) == (True, "0,2\u00a0Ω", "OK")
    assert filled_in(items["clips"]) == (True, "11\u00a0clips", "")
    assert filled_in(items["pressed"]) == (True, "14\u00a0Ω", "TOO HIGH")
    assert [name for name, item in items.items() if item.wrong] == ["pressed"]
    assert [name for name, item in items.items() if item.passes] == ["off", "leads", "clips"]


def test_a_reading_that_waits_for_another_does_not_pass_although_it_is_not_wrong(tmp_path: Path) -> None:
    item = items_of(sheet_of(guide_of(tmp_path, PAGE), state_after(Entered("pressed", "0.4"))))["pressed"]
    assert (item.verdict, item.wrong, item.passes) == ("needs the reading before", False, False)


@pytest.mark.parametrize(("number", "noun"), [("1", "1\u00a0clip"), ("2", "2\u00a0clips")])
def test_a_count_agrees_with_its_noun(tmp_path: Path, number: str, noun: str) -> None:
    item = items_of(sheet_of(guide_of(tmp_path, PAGE), state_after(Entered("clips", number))))["clips"]
    assert item.value == noun


def test_the_parts_table_goes_on_the_guide_with_labour_and_the_choice(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, PAGE)
    table = read_parts(write_guide(tmp_path, {"parts.toml": PARTS}))
    parts = sheet_of(guide, state_after(OptionChosen("old")), SheetKind.GUIDE, parts=table).parts
    assert parts is not None
    assert (parts.part, parts.priced) == ("Button", "Russia, undated")
    assert [option.name for option in parts.options if option.chosen] == ["Clean it"]
    assert [(option.benefits, option.drawbacks) for option in parts.options] == [("Fits; Lasts", "Dear"), ("Cheap", "")]
    amounts = [(option.price, option.fitted) for option in parts.options]
    spaced = [tuple(amount.replace("\N{NO-BREAK SPACE}", " ") for amount in both) for both in amounts]
    assert spaced == [("2 500 – 4 000 ₽", "3 500 – 5 000 ₽"), ("0 ₽", "500 ₽")]
    assert sheet_of(guide, parts=table).parts is None


def test_labels_keep_their_style(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, "# A {: #a }\n\n## B {: #b }\n\n- [ ] Clamp **off** {: #off }\n")
    label = items_of(sheet_of(guide))["off"].label
    assert (plain(label), len(label)) == ("Clamp off", 2)


def test_sheets_and_papers_go_by_name() -> None:
    assert sheet_kind("guide") is SheetKind.GUIDE
    assert paper_size("A5") is PaperSize.A5


def test_an_unknown_sheet_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="no sheet “poster”; there is: checklist, guide, put-back, report"):
        sheet_kind("poster")


def test_an_unknown_paper_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="no paper size “b5”; there is: a4, letter, a5"):
        paper_size("b5")
