"""The customer's data is taken out of the acts that hold it, and of no other."""

from decimal import Decimal
from typing import get_args

import pytest

from micra_assistant.diagnosis.findings import LeftOut, Move, MoveKind
from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Closed,
    Described,
    Diagnosed,
    Event,
    Noted,
    Opened,
    PartAwaited,
    PhotoAdded,
    QuoteAdded,
    QuoteChanged,
    StopLeftOut,
    Ticked,
    WaitLeftOut,
)
from micra_assistant.jobs.privacy import as_kept, is_same, without_customer
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.quotes import Quote

OPENED = Opened("button", "1", "A 123", "Tailgate button", "ab" * 32, "Ann", 84_000, "does not open, says Ann")


def event(act: AnyAct, by: str = "Bea") -> Event:
    """Return an act as an event."""
    return Event("1" * 32, "2" * 32, 3, "2026-11-20T10:00:00.000+00:00", act, by)


def test_what_goes_and_what_stays() -> None:
    less = event(Opened("button", "1", "", "Tailgate button", "ab" * 32, "", 84_000, ""))
    assert without_customer()(event(OPENED)) == less
    assert without_customer()(event(Described("A 123", "Ann", 5, "dead"))) == event(Described("", "", 5, ""))


def test_a_complaint_in_the_words_of_the_guide_names_nobody() -> None:
    view = without_customer(["Dead", "does not open"])
    assert view(event(Described("A 123", "Ann", 5, "Dead"))) == event(Described("", "", 5, "Dead"))
    assert view(event(Described("A 123", "Ann", 5, "Dead, says Ann"))) == event(Described("", "", 5, ""))


def test_only_acts_about_the_customer_are_told_otherwise() -> None:
    others = set(get_args(AnyAct)) - {Opened, Described}
    assert not [kind for kind in others if {"car", "customer", "complaint"} & set(kind.__struct_fields__)]
    for act in (Ticked("off"), Noted("step", "Ann says so"), PhotoAdded("step", "0" * 64, "Ann.jpg", 1, 1)):
        assert without_customer()(event(act)) == event(act) == as_kept(event(act))


LEFT_OUT = LeftOut(Move(MoveKind.TEST, "ohms"))
ASKED = Quote("Ann's uncle", Decimal(5), "RUB", number="25570", contact="0123", note="ring Ann")
BLANKED_QUOTE = Quote("", Decimal(5), "RUB", number="25570")
REMARKS: tuple[tuple[AnyAct, AnyAct], ...] = (
    (Noted("step", "ring Ann", "3" * 32), Noted("step", "", "3" * 32)),
    (PhotoAdded("step", "0" * 64, "Ann.jpg", 4, 3), PhotoAdded("step", "", "", 4, 3)),
    (WaitLeftOut("waited", "Ann was in a hurry"), WaitLeftOut("waited")),
    (StopLeftOut("step", "Ann said no"), StopLeftOut("step", "")),
    (PartAwaited("Ann's button"), PartAwaited("")),
    (QuoteAdded(ASKED), QuoteAdded(BLANKED_QUOTE)),
    (QuoteChanged("3" * 32, ASKED), QuoteChanged("3" * 32, BLANKED_QUOTE)),
    (
        BasketFilled(BasketThing(ThingKind.TOOL, "Ann's torch", 2)),
        BasketFilled(BasketThing(ThingKind.TOOL, "", 2)),
    ),
    (Diagnosed("faults.toml", LEFT_OUT, "Left out", "Ann said no"), Diagnosed("faults.toml", LEFT_OUT, "Left out")),
    (Closed("fuse", "new fuse", note="Ann pays", override="Ann left"), Closed("fuse", "new fuse")),
)


@pytest.mark.parametrize(("act", "less"), REMARKS)
def test_notes_and_photos_go_if_that_is_said(act: AnyAct, less: AnyAct) -> None:
    assert without_customer(notes=True)(event(act)) == event(less)
    assert is_same(event(act), event(less))
    assert is_same(event(less), event(act))


def test_twice_is_as_good_as_once() -> None:
    view = without_customer(["dead"], notes=True)
    for act in (OPENED, *(act for act, _ in REMARKS)):
        assert view(view(event(act))) == view(event(act))


@pytest.mark.parametrize("complaints", [(), ("does not open, says Ann",)])
def test_records_with_and_without_the_customer_say_the_same(complaints: tuple[str, ...]) -> None:
    less = without_customer(complaints)(event(OPENED))
    assert is_same(event(OPENED), event(OPENED))
    assert is_same(event(OPENED), less)
    assert is_same(less, event(OPENED))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event(Described("A 123", "Ann")), event(Described("B 456", "Ann"))),
        (event(Described("A 123", "Ann")), event(Described("", "Ann"))),
        (event(Described("A 123", "Ann")), event(Described("A 123", ""))),
        (event(Described("", "", 5)), event(Described("A 123", "Ann", 6))),
        (event(Described("", "", 5, "dead")), event(Described("A 123", "Ann", 5, "dark"))),
        (event(Described()), event(OPENED)),
        (event(Described(), "Cy"), event(Described("A 123"))),
        (event(Ticked("off")), event(Ticked("on"))),
        (event(Noted("step", "wet")), event(Noted("step", "dry"))),
        (event(Noted("step", "")), event(Noted("other", "dry"))),
        (event(Closed("fuse", note="a")), event(Closed("fuse", note="b"))),
        (event(Closed("fuse")), event(Closed("relay", note="b"))),
    ],
)
def test_what_differs_in_anything_else_is_not_the_same(one: Event, other: Event) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)
