"""A job has one size: what is counted, and that nothing in an act goes uncounted."""

from decimal import Decimal
from typing import Any, get_args

import pytest

from micra_assistant.diagnosis.findings import AccessOpened, Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.jobs import act_limits as limits
from micra_assistant.jobs.act_limits import excess, letters_of, oversize, size_of, texts_of
from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Closed,
    Diagnosed,
    Entered,
    GuideTaken,
    Left,
    Noted,
    Opened,
    PhotoAdded,
    QuoteAdded,
    QuoteChanged,
    StepShown,
    Ticked,
    ToolsOut,
)
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.quotes import Quote

ASKED = Quote("Leeds", Decimal(5), "RUB")
BOOK = "x" * 100_001
LONG_ACTS: list[tuple[str, AnyAct]] = [
    ("complaint", Opened("button", "1", complaint=BOOK)),
    ("text", Noted("step", BOOK)),
    ("tools", ToolsOut(("meter", BOOK))),
    ("left_open", Closed(left_open=(BOOK,))),
    ("words", GuideTaken("2", "", (Left("off", BOOK, "on"),))),
    ("undo", GuideTaken("2", "", (Left("off", "off", BOOK),))),
    ("answer", Diagnosed("faults.toml", Answered("feel", BOOK), "")),
    ("id", Diagnosed("faults.toml", LeftOut(Move(MoveKind.TEST, BOOK)), "")),
    ("repair", Diagnosed("faults.toml", Repaired(BOOK, Outcome.CURED), "")),
    ("supplier", QuoteAdded(Quote(BOOK, Decimal(5), "RUB"))),
    ("note", QuoteChanged("1", Quote("Leeds", Decimal(5), "RUB", note=BOOK))),
    ("words", BasketFilled(BasketThing(ThingKind.TOOL, BOOK))),
    ("access", Diagnosed("faults.toml", AccessOpened(BOOK), "")),
]


@pytest.mark.parametrize(("name", "act"), LONG_ACTS)
def test_a_book_is_found_wherever_it_is_written(name: str, act: AnyAct) -> None:
    assert oversize(act) == f"{name} is longer than 100000 letters"
    assert letters_of(act) == 100_001


def test_every_text_of_every_act_is_looked_at() -> None:
    for kind in get_args(AnyAct):
        values: dict[str, Any] = {name: f"<{name}>" for name in kind.__struct_fields__}
        assert {text for _, text in texts_of(kind(**values))} == set(values.values())


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("tools", ToolsOut(("meter",) * 2_001)),
        ("left_open", Closed(left_open=("off",) * 2_001)),
        ("left", GuideTaken("2", "", (Left("off", "off", "on"),) * 2_001)),
    ],
)
def test_a_list_without_end(name: str, act: AnyAct) -> None:
    assert oversize(act) == f"{name} has more than 2000 entries"
    assert size_of([act]) == 2_002


def test_what_is_just_within_the_limits() -> None:
    acts: list[AnyAct] = [Noted("step", "x" * 100_000), ToolsOut(("meter",) * 2_000)]
    assert [oversize(act) for act in acts] == ["", ""]
    assert excess([*acts * 3, *[StepShown("step")] * (100_000 - 3 * 2_002)]) == ""


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([StepShown("step")] * 100_001, "100000 events"),
        ([ToolsOut(("meter",) * 2_000)] * 50, "100000 events"),
        ([Ticked(f"item-{number}") for number in range(2_001)], "2000 items"),
        ([Entered(f"item-{number}", "4") for number in range(2_001)], "2000 items"),
        ([Noted("step", "wet")] * 2_001, "2000 notes and photos"),
        ([PhotoAdded("step", "0" * 64, "a.jpg", 1, 1)] * 2_001, "2000 notes and photos"),
        ([Diagnosed("faults.toml", AccessOpened("trim"), "")] * 2_001, "2000 findings"),
        ([QuoteAdded(ASKED)] * 250 + [QuoteChanged("1", ASKED)] * 251, "500 quotes"),
        ([BasketFilled(BasketThing(ThingKind.TOOL, "Torch"))] * 501, "500 things in the basket"),
        ([Noted("step", "x" * 100_000)] * 3 + [Noted("step", "y" * 101)], "300000 letters"),
    ],
)
def test_more_than_a_job_can_have(acts: list[AnyAct], words: str) -> None:
    assert excess(acts) == words
    assert excess(acts[:-1]) == ""


def test_lines_are_not_counted_as_texts() -> None:
    acts = [Entered("leads", "x" * limits.LETTERS_OF_A_LINE)] * 90_000
    assert excess(acts) == ""
