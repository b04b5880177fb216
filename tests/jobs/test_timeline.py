"""The history of a job as it is read, a line each: who, where, what; ~ marks what no longer counts."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import (
    AnyAct,
    BasketEmptied,
    BasketFilled,
    Blanked,
    Bought,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Entered,
    Event,
    GuideTaken,
    Held,
    MoveChosen,
    Noted,
    Opened,
    OptionChosen,
    PartAwaited,
    PartCame,
    PhotoAdded,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Reopened,
    StepShown,
    StopLeftOut,
    StopTakenUp,
    Ticked,
    ToolsOut,
    ToolsReady,
    Undone,
    Unticked,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Entry, timeline
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.quotes import Quote, Tax
from tests.builders import guide_fixture, guide_of, log_of
from tests.drawings import drawing
from tests.jobs.logs import LOG

GUIDE = """
    # Prepare {: #prepare }

    ## Power off {: #power-off }

    - [ ] Negative off {: #off undo="Connect the negative" state="battery off" }

    ## Measure {: #measure }

    - [ ] Volts[^meters] {: #volts unit="V" max="0.5" }
    - [ ] Clips out {: #clips count="clip" }
    """
OPTIONS = {"used": "Used part"}

guide = guide_fixture(GUIDE)


def told(guide: Guide, *acts: AnyAct, by: str = "") -> str:
    """Return what is told of a job in which these acts were done, with blanks that break; the first id is job-0."""
    entries = timeline(guide, History(log_of(*acts, by=by)), OPTIONS)
    return "\n".join(_drawn(entry) for entry in entries).replace("\N{NO-BREAK SPACE}", " ")


def _drawn(entry: Entry) -> str:
    return ("~ " if entry.undone else "") + " | ".join(filter(None, (entry.by, entry.step, entry.words)))


def test_a_job_from_beginning_to_end(guide: Guide) -> None:
    assert told(
        guide,
        Opened("button", "1", "AB 12", "Tailgate button", "", "Miller", 84200, "Stays shut"),
        Ticked("off"),
        StepShown("measure"),
        Entered("volts", "0.4"),
        Entered("clips", "11"),
        Noted("measure", "Rust\nbelow the seal"),
        PhotoAdded("measure", "f00", "rust.jpg", 800, 600),
        OptionChosen("used"),
        CalledAway("measure"),
        ToolsOut(("Multimeter", "Torch")),
        CameBack(),
        Closed("Contacts worn", "Used part", Held.YES, "Quick one", ("battery off",), "car is towed"),
        Reopened(),
        Described("AB 13"),
        GuideTaken("2", "fff"),
        by="Ann",
    ) == drawing("""
        Ann | Job begun: Tailgate button · AB 12 · Miller · mileage 84 200 km · Stays shut
        Ann | Power off | Ticked: Negative off
        Ann | Measure | Step: Measure
        Ann | Measure | Volts: 0.4 V
        Ann | Measure | Clips out: 11 clips
        Ann | Measure | Note: Rust
        below the seal
        Ann | Measure | Photo: rust.jpg
        Ann | Measure | Part: Used part
        Ann | Measure | Called away
        Ann | Measure | Tools at the car: Multimeter, Torch
        Ann | Measure | Back at the car
        Ann | Job closed: Contacts worn · Used part · it held · Quick one · left open: battery off · \
closed all the same: car is towed
        Ann | Job reopened
        Ann | Details: AB 13
        Ann | Goes on with another text of the guide, version 2
        """)


def test_what_was_changed_about_the_route_is_told(guide: Guide) -> None:
    assert told(
        guide,
        ToolsReady(),
        MoveChosen("faults.toml", Move(MoveKind.TEST, "ohms"), "Ohms?"),
        MoveChosen("faults.toml"),
        StopLeftOut("measure", "no meter"),
        StopLeftOut("tools-and-parts", ""),
        StopTakenUp("measure"),
        PartAwaited("Button"),
        PartAwaited(""),
        PartCame(),
    ) == drawing("""
        Power off | Tools and parts laid ready
        Power off | Chosen instead: Ohms?
        Power off | Back to what is advised
        Measure | Left out: Measure (no meter)
        Power off | Left out: Have tools and parts ready
        Measure | To be done after all: Measure
        Power off | Waits for a part: Button
        Power off | Waits for a part: blanked
        Power off | The part is there
        """)


def test_what_was_done_about_parts_is_told(guide: Guide) -> None:
    quote = Quote("Ivanov", Decimal(1200), "RUB", number="25570", tax=Tax.OUT, carriage=Decimal("12.5"))
    assert told(
        guide,
        QuoteAdded(quote),
        QuoteChanged("job-0", Quote("", Decimal(9), "GBP")),
        QuoteRemoved("job-0"),
        BasketFilled(BasketThing(ThingKind.SPARE, "Trim clip", 3)),
        Bought("job-3"),
        PiecesChanged("job-3", 1),
        PiecesChanged("job-3", 4),
        PiecesChanged("job-0", 4),
        Bought("job-3", is_there=False),
        BasketEmptied("job-3"),
        OptionChosen("quote-job-0"),
    ) == drawing("""
        Power off | Quote: Ivanov, 1 200 ₽, plus tax, carriage 12.50 ₽, 25570
        Power off | Quote changed: blanked, £9, tax not said
        Power off | Taken out: Quote: Ivanov, 1 200 ₽, plus tax, carriage 12.50 ₽, 25570
        Power off | Into the basket: Trim clip, 3 pieces
        Power off | Bought: Trim clip
        Power off | Wanted: Trim clip, 1 piece
        Power off | Wanted: Trim clip, 4 pieces
        Power off | Wanted: an earlier act, 4 pieces
        Power off | Not bought after all: Trim clip
        Power off | Taken out: Trim clip
        Power off | Part: quote-job-0
        """)


def test_what_was_undone_is_marked_and_what_was_redone_is_not(guide: Guide) -> None:
    assert told(guide, Ticked("off"), StepShown("measure"), Undone("job-0")) == drawing("""
        ~ Power off | Ticked: Negative off
        Measure | Step: Measure
        Power off | Undone: Ticked: Negative off
        """)
    assert told(guide, Ticked("off"), Undone("job-0"), Redone("job-0")) == drawing("""
        Power off | Ticked: Negative off
        Power off | Undone: Ticked: Negative off
        Power off | Redone: Ticked: Negative off
        """)


def test_what_is_taken_back_says_so(guide: Guide) -> None:
    assert told(
        guide,
        Ticked("off"),
        Unticked("off"),
        Entered("volts", " "),
        Entered("clips", ""),
        OptionChosen(""),
        ToolsOut(()),
    ) == drawing("""
        Power off | Ticked: Negative off
        Power off | Tick taken back: Negative off
        Measure | Volts: taken back
        Measure | Clips out: taken back
        Power off | Part: choice taken back
        Power off | Tools at the car: none
        """)


def test_notes_and_photos_that_are_changed_and_taken_out(guide: Guide) -> None:
    assert told(
        guide,
        Noted("measure", "One\ntwo"),
        Noted("measure", "x" * 90, "job-0"),
        Removed("job-1"),
        Undone("job-2"),
        Removed("job-0"),
    ) == drawing(f"""
        Measure | Note: One
        two
        Measure | Note changed: {"x" * 90}
        ~ Measure | Taken out: Note changed: {"x" * 66}…
        Measure | Undone: Taken out: Note changed: {"x" * 55}…
        Measure | Taken out: Note: One…
        """)


def test_what_was_blanked_says_so(guide: Guide) -> None:
    photo = PhotoAdded("measure", "", "", 40, 30)
    assert told(
        guide,
        Noted("measure", ""),
        Noted("measure", "", "job-0"),
        photo,
        Removed("job-2"),
        Described(mileage=5),
        Blanked(),
        Blanked(notes=True),
    ) == drawing("""
        Measure | Note: blanked
        Measure | Note changed: blanked
        Measure | Photo: blanked
        Measure | Taken out: Photo: blanked
        Details: mileage 5 km
        The customer's data was blanked
        The customer's data, notes and photos were blanked
        """)


def test_steps_that_were_only_walked_through_are_left_out(guide: Guide) -> None:
    assert told(guide, StepShown("measure"), StepShown("power-off"), StepShown("measure"), Ticked("off")) == drawing("""
        Measure | Step: Measure
        Power off | Ticked: Negative off
        """)


@pytest.mark.parametrize(
    ("item", "typed", "shown"),
    [
        ("volts", "-0,4", "-0,4 V"),
        ("volts", "12.", "12. V"),
        ("volts", "250 mV", "250 mV"),
        ("volts", "OL", "OL"),
        ("volts", "about 3", "about 3"),
        ("volts", "1.234 ?", "1.234 ? (not answered)"),
        ("volts", "1 ?", "1 ?"),
        ("clips", "1", "1 clip"),
        ("clips", "１１", "11 clips"),
        ("clips", "9" * 5000, "9" * 5000),
        ("gone", "11", "11"),
    ],
)
def test_a_value_is_told_as_typed(guide: Guide, item: str, typed: str, shown: str) -> None:
    assert told(guide, Entered(item, typed)).endswith(f": {shown}")


def test_what_the_guide_does_not_know_is_told_by_its_id(guide: Guide) -> None:
    assert told(guide, Opened("button", "1"), StepShown("gone"), Ticked("lost"), OptionChosen("new")) == drawing("""
        Job begun: button
        gone | Step: gone
        gone | Ticked: lost
        gone | Part: new
        """)


def test_an_act_about_one_that_is_not_there_or_about_itself(guide: Guide) -> None:
    assert told(guide, Undone("no"), Redone("job-0"), Removed("job-2"), Undone("job-2")) == drawing("""
        Power off | Undone: an earlier act
        Power off | Redone: an earlier act
        ~ Power off | Taken out: an earlier act
        Power off | Undone: Taken out: an earlier act
        """)


def test_an_entry_knows_its_step_only_if_the_guide_has_it(guide: Guide) -> None:
    acts: tuple[AnyAct, ...] = (StepShown("measure"), Ticked("off"), StepShown("gone"))
    entries = timeline(guide, History(log_of(*acts)), OPTIONS)
    assert [(entry.step_id, entry.is_step) for entry in entries] == [
        ("measure", True),
        ("power-off", False),
        ("", True),
    ]


@given(log=LOG)
def test_everything_that_happened_is_told_once_and_in_order(guide: Guide, log: list[Event]) -> None:
    history = History(log)
    entries = timeline(guide, history, OPTIONS)
    told_of = {entry.event for entry in entries}
    assert [entry.event for entry in entries] == [event.id for event in history.events if event.id in told_of]
    left_out = [event for event in history.events if event.id not in told_of]
    assert all(isinstance(event.act, StepShown) for event in left_out)
    assert {entry.event for entry in entries if entry.undone} == history.out


def test_the_words_are_those_of_the_guide_now(guide: Guide, tmp_path: Path) -> None:
    later = guide_of(tmp_path, GUIDE.replace("Negative off", "Minus off").replace("Power off", "Kill the power"))
    assert told(later, Ticked("off")) == "Kill the power | Ticked: Minus off"
