"""The checklist as a job stands, drawn: ☑ done, ☐ to do, ⊘ held by a gate."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist, held_message
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, Unticked
from tests.builders import STEP, guide_fixture, guide_of, state_after
from tests.drawings import drawing, drawn, drawn_car

PREPARE = """
    # Prepare {: #prepare }

    ## Power off {: #power-off }

    - [ ] Radio code at hand {: #radio-code }

    !!! warning "Short circuit"
        A spark can burn you. Lift the negative clamp first.

        - [ ] Battery negative off {: #off undo="Connect the negative" state="battery off" }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Pressed {: #pressed unit="Ω" max="1" minus="leads" }

    ## Take the trim off {: #trim }

    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="trim off" }
    """
CLOSE = """
    # Close {: #close }

    ## Put it back {: #back }

    - [ ] Clips in {: #clips-in count="clip" undoes="clips" }
    - [ ] Trim complete {: #trim-on undoes="clips" }
    - [ ] Battery negative on {: #on undoes="off" }
    """

guide = guide_fixture(PREPARE, CLOSE)
"""A guide of two pages, with a gate on the first."""


def page(guide: Guide, *acts: AnyAct, number: int = 0) -> str:
    """Return the drawing of a page once these acts are done."""
    return drawn(Checklist(guide, state_after(*acts)).lines(guide.pages[number]))


def car(guide: Guide, *acts: AnyAct) -> str:
    """Return the drawing of what is open on the car once these acts are done."""
    return drawn_car(Checklist(guide, state_after(*acts)))


def test_a_gate_holds_all_after_it_on_its_page(guide: Guide) -> None:
    assert page(guide) == drawing("""
        ☐ Radio code at hand
        ☐ Battery negative off
        ⊘ Leads (first: Battery negative off)
        ⊘ Pressed (first: Battery negative off)
        ⊘ Clips out (first: Battery negative off)
        """)
    assert page(guide, number=1) == drawing("""
        ☐ Clips in
        ☐ Trim complete
        ☐ Battery negative on
        """)


def test_a_gate_that_is_done_lets_go(guide: Guide) -> None:
    assert page(guide, Ticked("off")) == drawing("""
        ☐ Radio code at hand
        ☑ Battery negative off
        ☐ Leads
        ☐ Pressed
        ☐ Clips out
        """)


def test_a_gate_taken_back_holds_again_what_is_done_included(guide: Guide) -> None:
    assert page(guide, Ticked("off"), Entered("clips", "11"), Unticked("off")) == drawing("""
        ☐ Radio code at hand
        ☐ Battery negative off
        ⊘ Leads (first: Battery negative off)
        ⊘ Pressed (first: Battery negative off)
        ☑ Clips out 11 clips (first: Battery negative off)
        """)


def test_the_first_gate_that_is_not_done_holds(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        """
        # Page {: #page }

        ## Step {: #step }

        !!! danger "Falling"
            It falls. Prop it.

            - [ ] Prop {: #prop }
            - [ ] Cloth {: #cloth }

        !!! caution "Edges"
            They cut. Wear gloves.

            - [ ] Gloves {: #gloves }

        - [ ] Open {: #open }
        """,
    )
    assert page(guide, Ticked("cloth")) == drawing("""
        ☐ Prop
        ☑ Cloth (first: Prop)
        ⊘ Gloves (first: Prop)
        ⊘ Open (first: Prop)
        """)
    assert page(guide, Ticked("prop")) == drawing("""
        ☑ Prop
        ☐ Cloth
        ⊘ Gloves (first: Cloth)
        ⊘ Open (first: Cloth)
        """)
    assert page(guide, Ticked("prop"), Ticked("cloth")) == drawing("""
        ☑ Prop
        ☑ Cloth
        ☐ Gloves
        ☐ Open
        """)


@pytest.mark.parametrize(
    ("entered", "box", "shown", "holds"),
    [
        ("", "☐", "", True),
        ("0.3", "☑", " 0.3 V ok", False),
        ("0.5", "☑", " 0.5 V ok", False),
        ("0.6", "☑", " 0.6 V high", True),
        ("-1", "☑", " -1 V low", True),
        ("OL", "☐", " OL V unreadable", True),
        ("about 0", "☐", " about 0 V unreadable", True),
    ],
)
def test_a_gate_that_is_a_reading_holds_until_it_is_right(
    tmp_path: Path, entered: str, box: str, shown: str, holds: bool
) -> None:
    guide = guide_of(
        tmp_path,
        """
        # Page {: #page }

        ## Step {: #step }

        !!! warning "Live wire"
            It burns. Measure first.

            - [ ] Volts {: #volts unit="V" min="0" max="0.5" }

        - [ ] Touch {: #touch }
        """,
    )
    rest = "⊘ Touch (first: Volts)" if holds else "☐ Touch"
    assert page(guide, Entered("volts", entered)) == f"{box} Volts{shown}\n{rest}"


@pytest.mark.parametrize(
    ("leads", "pressed", "drawn_lines"),
    [
        ("0.3", "1.2", ["☑ Leads 0.3 Ω ok", "☑ Pressed 1.2 Ω ok"]),
        ("0,3", "1,3 ohm", ["☑ Leads 0,3 Ω ok", "☑ Pressed 1,3 ohm Ω ok"]),
        ("0.3", "1.4", ["☑ Leads 0.3 Ω ok", "☑ Pressed 1.4 Ω high"]),
        ("0.3", "0.2", ["☑ Leads 0.3 Ω ok", "☑ Pressed 0.2 Ω doubtful"]),
        ("", "1.2", ["☐ Leads", "☑ Pressed 1.2 Ω waiting"]),
        ("0.9", "1.2", ["☑ Leads 0.9 Ω high", "☑ Pressed 1.2 Ω waiting"]),
        ("OL", "1.2", ["☑ Leads OL Ω high", "☑ Pressed 1.2 Ω waiting"]),
        ("good", "1.2", ["☐ Leads good Ω unreadable", "☑ Pressed 1.2 Ω waiting"]),
        ("", "good", ["☐ Leads", "☐ Pressed good Ω unreadable"]),
        ("0.3", "0.5 V", ["☑ Leads 0.3 Ω ok", "☐ Pressed 0.5 V Ω unreadable"]),
    ],
)
def test_the_leads_are_taken_off(guide: Guide, leads: str, pressed: str, drawn_lines: list[str]) -> None:
    acts = (Ticked("off"), Entered("leads", leads), Entered("pressed", pressed))
    assert page(guide, *acts).splitlines()[2:4] == drawn_lines


@pytest.mark.parametrize(
    ("leads", "pressed", "wrong"),
    [("0.3", "1.2", ""), ("0.3", "1.4", "pressed"), ("0.3", "0.2", "pressed"), ("0.9", "1.2", "leads"), ("?", "?", "")],
)
def test_only_a_reading_out_of_its_limits_is_wrong(guide: Guide, leads: str, pressed: str, wrong: str) -> None:
    checklist = Checklist(guide, state_after(Ticked("off"), Entered("leads", leads), Entered("pressed", pressed)))
    assert [line.item.id for line in checklist.lines(guide.pages[0]) if line.is_wrong] == wrong.split()


def test_a_reading_that_waits_is_judged_once_the_leads_are_there(guide: Guide) -> None:
    before = (Ticked("off"), Entered("pressed", "1.2"))
    assert "Pressed 1.2 Ω waiting" in page(guide, *before)
    assert "Pressed 1.2 Ω ok" in page(guide, *before, Entered("leads", "0.3"))


def test_what_is_no_reading_says_what_to_type(guide: Guide) -> None:
    checklist = Checklist(guide, state_after(Entered("leads", "1,200"), Entered("clips", "eleven")))
    assert checklist.line("leads").message == "Type 1200 or 1.200: a comma can mean either."
    assert checklist.line("clips").message == "Type how many: a whole number, such as 11."
    assert not checklist.line("leads").done
    assert not checklist.line("clips").done


def test_a_held_line_says_what_comes_first(guide: Guide) -> None:
    checklist = Checklist(guide, state_after())
    assert held_message(checklist.line("clips")) == "First: Battery negative off"
    assert held_message(checklist.line("off")) == ""
    with pytest.raises(KeyError):
        checklist.line("nothing")


def test_progress_counts_what_is_done(guide: Guide) -> None:
    checklist = Checklist(
        guide, state_after(Ticked("off"), Entered("leads", "0.3"), Entered("pressed", "?"), Ticked("on"))
    )
    assert checklist.progress() == (3, 8)
    assert checklist.progress(guide.pages[0]) == (2, 5)
    assert checklist.progress(guide.pages[1]) == (1, 3)


def test_progress_knows_nothing_of_items_an_earlier_guide_had(guide: Guide) -> None:
    assert Checklist(guide, state_after(Ticked("gone"), Entered("gone-too", "3"))).progress() == (0, 8)


def test_the_car_is_closed_at_first(guide: Guide) -> None:
    assert car(guide) == ""


def test_the_car_shows_what_is_open_in_the_order_of_the_guide(guide: Guide) -> None:
    assert car(guide, Entered("clips", "11"), Ticked("off")) == drawing("""
        ! battery off
        ! trim off · 11 clips
        """)


def test_what_is_put_back_is_no_longer_open(guide: Guide) -> None:
    assert car(guide, Ticked("off"), Entered("clips", "11"), Ticked("on")) == "! trim off · 11 clips"
    assert car(guide, Ticked("off"), Ticked("on"), Unticked("on")) == "! battery off"
    assert car(guide, Ticked("off"), Unticked("off")) == ""


@pytest.mark.parametrize(
    ("out", "back", "shown"),
    [
        ("11", "10", "! trim off · 1 clip"),
        ("11", "11", ""),
        ("11", "12", "! trim off · 1 clip too many put back"),
        ("11", "", "! trim off · 11 clips"),
        ("11", "0", "! trim off · 11 clips"),
        ("11", "most", "! trim off · 11 clips"),
        ("0", "", ""),
        ("", "5", ""),
        ("１１", "１０", "! trim off · 1 clip"),
    ],
)
def test_clips_are_counted_out_and_in(guide: Guide, out: str, back: str, shown: str) -> None:
    assert car(guide, Entered("clips", out), Entered("clips-in", back)) == shown


def test_a_tick_puts_all_clips_back(guide: Guide) -> None:
    assert car(guide, Entered("clips", "11"), Ticked("trim-on")) == ""


def test_a_thing_opened_twice_is_shown_once(tmp_path: Path) -> None:
    items = """- [ ] Off {: #off undo="On" state="battery off" }
- [ ] On for the test {: #on undoes="off" }
- [ ] Off again {: #off-again undo="On" state="battery off" }
- [ ] On {: #on-again undoes="off off-again" }
"""
    guide = guide_of(tmp_path, STEP + items)
    assert car(guide, Ticked("off"), Ticked("off-again")) == "! battery off"
    assert car(guide, Ticked("off"), Ticked("on"), Ticked("off-again")) == "! battery off"
    assert car(guide, Ticked("off"), Ticked("on")) == ""
    assert car(guide, Ticked("off"), Ticked("off-again"), Ticked("on-again")) == ""


TICKS = ("radio-code", "off", "trim-on", "on")


@given(st.sets(st.sampled_from(TICKS)), st.lists(st.sampled_from(TICKS)), st.randoms(use_true_random=False))
def test_the_car_depends_on_what_is_done_and_not_on_the_way_there(
    tmp_path_factory: pytest.TempPathFactory, done: set[str], to_and_fro: list[str], random: Random
) -> None:
    guide = guide_of(tmp_path_factory.getbasetemp() / "car", PREPARE, CLOSE)
    straight: list[AnyAct] = [Entered("clips", "11"), *map(Ticked, sorted(done))]
    detour: list[AnyAct] = [act for item in to_and_fro for act in (Ticked(item), Unticked(item))]
    last: list[AnyAct] = [Ticked(item) if item in done else Unticked(item) for item in TICKS]
    random.shuffle(detour)
    random.shuffle(last)
    assert car(guide, *detour, Entered("clips", "11"), *last) == car(guide, *straight)


def test_two_counts_may_put_back_what_one_took_off(tmp_path: Path) -> None:
    counts = "".join(f'- [ ] {side} {{: #{side} count="clip" undoes="out" }}\n' for side in ("left", "right"))
    guide = guide_of(tmp_path, STEP + '- [ ] Out {: #out count="clip" undo="In" state="out" }\n' + counts)

    def verdicts(left: str, right: str) -> list[Verdict | None]:
        state = state_after(Entered("out", "11"), Entered("left", left), Entered("right", right))
        return [line.verdict for line in Checklist(guide, state).lines(guide.pages[0])[1:]]

    assert verdicts("6", "") == [None, None]
    assert verdicts("6", "5") == [None, None]
    assert verdicts("6", "4") == [Verdict.LOW, Verdict.LOW]
    assert verdicts("12", "") == [Verdict.HIGH, None]


def test_a_count_that_is_no_count_is_not_reckoned_with(guide: Guide) -> None:
    line = Checklist(guide, state_after(Entered("clips", "9" * 5000), Entered("clips-in", "11"))).line("clips-in")
    assert (line.expected, line.is_wrong) == (None, False)


def test_a_count_in_words_is_open_all_the_same(guide: Guide) -> None:
    assert car(guide, Entered("clips", "eleven")) == car(guide, Entered("clips", "many"), Entered("clips-in", "9"))
    assert [opening.words for opening in Checklist(guide, state_after(Entered("clips", "eleven"))).openings()] == [
        "trim off"
    ]
    assert Checklist(guide, state_after(Entered("clips", "eleven"), Ticked("trim-on"))).openings() == ()


WAYS = (
    STEP
    + """- [ ] Opened by the lever {: #lever undo="Shut it" state="open" }
- [ ] Opened by the key {: #key undo="Shut it" state="open" }
- [ ] Bolts out {: #bolts count="bolt" undo="Shut it" state="open" }
- [ ] Shut {: #shut undoes="lever key bolts" }

!!! warning "Falling"
    It falls on you. Prop it.

    - [ ] Open and propped {: #prop undo="Shut it" state="open" }
"""
)


def test_once_one_way_has_worked_the_others_are_not_to_be_done(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, WAYS)

    def to_do(*acts: AnyAct) -> set[str]:
        lines = Checklist(guide, state_after(*acts)).lines(guide.pages[0])
        return {line.item.id for line in lines if line.is_to_do}

    assert to_do() == {"lever", "key", "bolts", "shut", "prop"}
    assert to_do(Ticked("key")) == {"bolts", "shut", "prop"}, "a count and a gate are done for themselves"
    assert to_do(Ticked("key"), Ticked("shut")) == {"lever", "bolts", "prop"}
