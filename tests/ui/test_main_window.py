"""The window as a person works with it."""

import shutil
from collections.abc import Callable
from operator import methodcaller
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.routing.changing import await_part, part_came
from micra_assistant.numbers import Numbers
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.three_keys import Key as ThreeKey
from micra_assistant.ui.widgets.tick_box import Mark, TickBox
from tests.builders import rewrite, write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.small_guide import GUIDE
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


# reading


def test_forward_and_back_lead_through_all_steps(hands: Hands) -> None:
    def turn(steps: int) -> str:
        hands.turn(steps)
        return hands.step

    assert hands.step == "look"
    assert [turn(1) for _ in range(3)] == ["power-off", "measure", "close"]
    assert [turn(-1) for _ in range(3)] == ["measure", "power-off", "look"]


@pytest.mark.parametrize("way", ["keys", "taps"])
def test_the_keys_lead_from_line_to_line_and_on_into_the_next_step(hands: Hands, way: str) -> None:
    def go(key: Qt.Key, three: ThreeKey) -> tuple[str, str]:
        hands.press(key) if way == "keys" else hands.tap(hands.window.body.foot.buttons[three])
        return hands.step, hands.marked

    def on() -> tuple[str, str]:
        return go(Key.Key_PageDown, ThreeKey.ON)

    def back() -> tuple[str, str]:
        return go(Key.Key_PageUp, ThreeKey.BACK)

    assert (hands.step, hands.marked) == ("look", "doors")
    assert [on(), on()] == [("look", "battery")] * 2  # the field, and the minus beside it
    met = [on() for _ in range(4)]
    assert met == [("power-off", item) for item in ("ignition", "negative-off", "clips", "panel")]
    assert [back()[1] for _ in range(3)] == ["clips", "negative-off", "ignition"]
    assert back() == ("look", "doors")


@pytest.mark.usefixtures("workshop")
def test_there_is_nothing_before_the_first_step_and_behind_the_last(hands: Hands) -> None:
    hands.press(Key.Key_PageUp)
    assert (hands.step, said(hands, ThreeKey.BACK)) == ("look", "Back · This is the first step.")
    assert not hands.window.body.foot.buttons[ThreeKey.BACK].isEnabled()
    hands.turn(9)
    assert hands.step == "close"
    hands.press(Key.Key_PageDown, Key.Key_PageDown)
    assert (hands.step, said(hands, ThreeKey.ON)) == ("close", "Close the job · 0001")


def test_a_link_leads_to_its_step(hands: Hands) -> None:
    hands.tap_link("step:measure")
    assert hands.step == "measure"


def test_the_step_says_where_it_stands(hands: Hands) -> None:
    assert "Get ready  ·  step 1 of 2  ·  about 2 min\nLook at the car" in hands.text
    hands.turn(1)
    assert "Get ready  ·  step 2 of 2\nTake the power off" in hands.text


def test_one_comes_back_from_a_link_and_from_where_that_led(hands: Hands) -> None:
    hands.tap_link("step:measure")
    assert hands.said == "Alt+Left goes back to “Look at the car”."
    hands.tap(hands.button("Close up"))
    for step in ("measure", "look", "look"):
        hands.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
        assert hands.step == step
    assert hands.said == "There is no step to go back to."


def test_nobody_goes_back_to_a_step_of_another_job(hands: Hands) -> None:
    hands.tap_link("step:measure")
    hands.begin("button")
    hands.turn(1)
    hands.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert (hands.step, hands.said) == ("power-off", "There is no step to go back to.")


def test_nobody_goes_back_to_a_step_that_the_guide_has_no_more(hands: Hands, tmp_path: Path) -> None:
    hands.tap_link("step:measure")
    assert hands.window.workbench.shown
    page = GUIDE["10-get-ready.md"].replace("{: #look ", "{: #see ")
    hands.window.workbench.shown.take_rewritten(
        read_guide(write_guide(tmp_path, {**GUIDE, "10-get-ready.md": page})), None
    )
    hands.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert (hands.step, hands.said) == ("measure", "There is no step to go back to.")


# step and checklist


def test_the_checklist_follows_the_step(hands: Hands) -> None:
    assert hands.marked == "doors"
    hands.turn(1)
    assert hands.marked == "ignition"
    hands.turn(1)
    assert hands.marked == "leads"


# ticks


def test_space_ticks_the_marked_line_and_goes_on_to_the_next(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE
    assert hands.marked == "battery"


def test_once_one_way_to_open_it_has_worked_space_leads_past_the_others(workshop: Workshop) -> None:
    way = '- [ ] By the {way} {{: #{way} undo="Shut it" state="open" }}\n'
    lines = "".join(way.format(way=way_) for way_ in ("lever", "key", "tool"))
    rewrite(workshop.guides / "button" / "10-get-ready.md", "- [ ] Doors lock {: #doors }\n", lines)
    hands = workshop.open()
    hands.press(Key.Key_PageDown, Key.Key_Space)
    assert (hands.row("key").mark, hands.marked) == (Mark.DONE, "battery")
    hands.press(Key.Key_PageUp)
    assert said(hands).startswith("Tick · By the tool"), "whoever goes back to one may still tick it"


def test_space_goes_into_the_field_of_a_reading_and_enter_out_of_it(hands: Hands) -> None:
    hands.press(Key.Key_Space, Key.Key_Space)
    assert hands.field("battery").hasFocus()
    hands.type("12.6", then=Key.Key_Return)
    assert hands.row("battery").mark is Mark.DONE
    assert said(hands) == "On · Take the power off"
    hands.press(Key.Key_Space)
    assert hands.step == "power-off"


@pytest.mark.parametrize(
    ("typed", "keeps", "mark"),
    [("126", "Keep 126 V: TOO HIGH", Mark.WRONG), ("13", "Keep 13 V: OK", Mark.DONE)],
)
def test_space_keeps_a_value_as_it_is_judged(hands: Hands, typed: str, keeps: str, mark: Mark) -> None:
    hands.press(Key.Key_PageDown)
    hands.type(typed[:-1], then=getattr(Key, f"Key_{typed[-1]}"))
    assert said(hands) == f"{keeps} · Battery, rested"
    hands.press(Key.Key_Space)
    assert (hands.row("battery").mark, hands.typed("battery")) == (mark, typed)


def test_what_is_no_value_is_not_kept_and_stays(hands: Hands) -> None:
    hands.press(Key.Key_PageDown)
    hands.type("12.", then=Key.Key_X)
    assert said(hands).startswith("Not a value yet · ")
    hands.press(Key.Key_Space)
    assert (hands.typed("battery"), hands.field("battery").hasFocus()) == ("12.x", True)


def test_a_digit_goes_into_the_field_of_the_marked_line(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.window.body.step.setFocus()
    hands.press(Key.Key_1, Key.Key_3, Key.Key_Space)
    assert (hands.row("battery").mark, hands.typed("battery")) == (Mark.DONE, "13")


def test_a_tap_ticks_and_takes_the_tick_back(hands: Hands) -> None:
    for mark in (Mark.DONE, Mark.EMPTY, Mark.DONE):
        hands.tap(hands.row("doors"))
        assert hands.row("doors").mark is mark


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_button_that_has_the_focus_is_pressed(hands: Hands, key: Qt.Key) -> None:
    stop = hands.stop("Take the power off")
    while not stop.hasFocus():
        hands.press(Key.Key_Tab)
    assert said(hands) == stop.accessibleName()
    hands.press(key)
    assert (hands.step, hands.line("doors").done) == ("power-off", False)
    hands.press(Key.Key_Space)
    assert hands.row("ignition").mark is Mark.DONE


def test_three_keys_and_digits_are_enough_for_a_page(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.type("13", then=Key.Key_Space)
    hands.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert hands.question == "WARNING: Short circuit"
    hands.press(Key.Key_PageUp, Key.Key_Space)
    hands.type("11", then=Key.Key_Space)
    hands.press(Key.Key_Space)
    items = ("doors", "battery", "ignition", "negative-off", "clips", "panel")
    assert [hands.line(item).is_right for item in items] == [True] * 6
    assert "6 of 12" in hands.text
    assert "6 lines done" in hands.stops
    hands.press(Key.Key_Space)
    assert hands.step == "measure"


def test_progress_counts_what_is_done_and_taken_back(hands: Hands) -> None:
    assert "0 of 12" in hands.text
    hands.tap(hands.row("doors"))
    hands.tap(hands.row("ignition"))
    assert "2 of 12" in hands.text
    hands.tap(hands.row("doors"))
    assert "1 of 12" in hands.text


def test_an_item_inside_a_callout_is_ticked_there(hands: Hands) -> None:
    hands.turn(1)
    callout = hands.window.body.step.findChild(CalloutCard)
    assert callout is not None
    box = callout.findChild(TickBox)
    assert box is not None
    hands.tap(box)
    hands.confirm()
    assert hands.row("negative-off").mark is Mark.DONE
    hands.tap(next(words for words in callout.findChildren(QLabel) if "Negative off" in words.text()))
    assert hands.row("negative-off").mark is Mark.EMPTY


# gates


def test_a_gate_holds_what_comes_after_it_says_so_and_is_gone_to(hands: Hands) -> None:
    assert (hands.row("ignition").mark, hands.row("negative-off").mark) == (Mark.EMPTY, Mark.EMPTY)
    hands.tap(hands.row("panel"))
    assert hands.row("panel").mark is Mark.HELD
    assert hands.said == "First: Negative off"
    assert (hands.step, hands.marked) == ("power-off", "negative-off")
    hands.press(Key.Key_Space)
    hands.confirm()
    assert hands.said == ""
    hands.tap(hands.row("panel"))
    assert hands.row("panel").mark is Mark.DONE


def test_yes_leaves_a_gate_ticked_that_another_window_has_ticked_meanwhile(workshop: Workshop, hands: Hands) -> None:
    other = Workshop(workshop.guides.parent)
    there = other.open()
    hands.window.records_watch._timer.stop()
    hands.tap(hands.row("negative-off"))
    there.window.workbench.attempt(lambda job: job.toggle("negative-off"))
    hands.tap(hands.button("Yes: Negative off"))
    hands.window.records_watch.check()
    assert (hands.question, hands.row("negative-off").mark) == ("", Mark.DONE)
    other.close()


def test_a_gate_behind_another_is_not_asked_about_before_that_is_passed(workshop: Workshop, tmp_path: Path) -> None:
    page = (
        GUIDE["10-get-ready.md"]
        + """
        !!! warning "Latch moving"
            It can crush a finger. Keep your hands out.

            - [ ] Hands out {: #hands-out }
        """
    )
    write_guide(tmp_path, {**GUIDE, "10-get-ready.md": page})
    hands = workshop.open()
    hands.tap(hands.row("hands-out"))
    assert (hands.question, hands.said) == ("", "First: Negative off")


def test_a_gate_holds_what_is_typed(hands: Hands) -> None:
    hands.fill_in("clips", "11")
    assert hands.row("clips").mark is Mark.HELD
    assert hands.said == "First: Negative off"
    assert hands.marked == "negative-off"
    assert hands.field("clips").text() == "11"
    hands.press(Key.Key_Space)
    hands.confirm()
    hands.tap(hands.field("clips"))
    hands.press(Key.Key_Return)
    assert hands.row("clips").mark is Mark.DONE


SURE = """
        # Reach in {: #reach-in-page }

        ## Reach in {: #reach-in }

        !!! warning "Latch jumping"
            It can crush a finger. Take the power off before you reach in.

            - [ ] Power off for this {: #sure confirms="negative-off" }

        - [ ] Plug out {: #plug }
        """


def test_what_only_confirms_leads_to_what_makes_it_so_and_is_asked_once(workshop: Workshop, tmp_path: Path) -> None:
    write_guide(tmp_path, {**GUIDE, "15-reach-in.md": SURE})
    hands = workshop.open()
    hands.turn(2)
    assert hands.row("sure").mark is Mark.HELD
    assert hands.row("sure").caption == "Not so on the car now. First: Negative off (Take the power off)"
    hands.press(Key.Key_Space)
    assert (hands.said, hands.step) == ("First: Negative off (Take the power off)", "power-off")
    hands.press(Key.Key_Space)
    hands.confirm()
    hands.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert (hands.row("sure").mark, hands.row("sure").caption) == (Mark.EMPTY, "Still so?")
    hands.press(Key.Key_Space)
    assert (hands.question, hands.row("sure").mark, hands.row("sure").caption) == ("", Mark.DONE, "")
    assert hands.marked == "plug"


def test_what_only_confirms_is_asked_again_after_the_car_was_not_so(workshop: Workshop, tmp_path: Path) -> None:
    write_guide(tmp_path, {**GUIDE, "15-reach-in.md": SURE})
    hands = workshop.open()
    for item in ("negative-off", "sure", "negative-on"):
        hands.window.workbench.attempt(methodcaller("toggle", item))
    hands.turn(2)
    assert (hands.row("sure").mark, hands.row("plug").mark) == (Mark.HELD, Mark.HELD)
    hands.press(Key.Key_Space)
    assert (hands.said, hands.marked) == ("First take back: Negative on (Close up)", "negative-on")
    hands.press(Key.Key_Space)
    hands.turn(-2)
    assert (hands.row("sure").mark, hands.row("sure").caption, hands.marked) == (Mark.EMPTY, "Still so?", "sure")
    hands.press(Key.Key_Space)
    assert (hands.row("sure").mark, hands.row("plug").mark) == (Mark.DONE, Mark.EMPTY)


def test_a_gate_holds_its_own_page_only(hands: Hands) -> None:
    hands.turn(3)
    hands.press(Key.Key_Space)
    assert hands.row("panel-on").mark is Mark.DONE


# the car


def test_the_strip_says_which_part_is_waited_for(hands: Hands) -> None:
    strip, workbench = hands.window.body.strip, hands.window.workbench
    assert strip.waits == ""
    workbench.attempt(lambda job: await_part(job, "Button from Ivanov"))
    settle()
    assert strip.waits.startswith("waits for Button from Ivanov, ordered on 2")
    assert strip.waits in hands.text
    workbench.attempt(part_came)
    settle()
    assert strip.waits == ""


def test_the_strip_says_what_is_open_and_never_moves_anything(hands: Hands) -> None:
    strip = hands.window.body.strip
    place = strip.geometry()
    assert (strip.words, "Nothing is open on the car." in hands.text) == ("", True)
    hands.pass_gate("negative-off")
    assert (strip.words, strip.to_put_back) == ("negative off", "1 to put back")
    hands.fill_in("clips", "11")
    hands.turn(1)
    assert (strip.words, strip.to_put_back) == ("negative off, clips out · 11\u00a0clips", "2 to put back")
    hands.fill_in("clips-home", "10")
    hands.tap(hands.row("negative-on"))
    assert strip.words == "clips out · 1\u00a0clip"
    hands.fill_in("clips-home", "11")
    assert (strip.words, strip.to_put_back, strip.geometry()) == ("", "", place)


# words that are being typed


@pytest.mark.walk(first=3)
@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda hands: hands.press(Key.Key_Tab), id="tab"),
        pytest.param(lambda hands: hands.turn(-1), id="another step"),
        pytest.param(lambda hands: hands.turn(1), id="another page"),
        pytest.param(lambda hands: hands.tap(hands.stop("Measure")), id="checklist panel"),
        pytest.param(lambda hands: hands.press(Key.Key_F9), id="other colours"),
        pytest.param(lambda hands: hands.press(Key.Key_Plus, held=CONTROL), id="larger text"),
        pytest.param(lambda hands: hands.window.frame.close(), id="window closed"),
    ],
)
def test_what_is_typed_is_kept_however_the_field_is_left(
    workshop: Workshop, hands: Hands, leave: Callable[[Hands], object]
) -> None:
    hands.pass_gate("negative-off")
    hands.tap(hands.field("clips"))
    hands.type("1", then=Key.Key_1)
    leave(hands)
    workshop.close()
    hands = workshop.open()
    assert hands.row("clips").mark is Mark.DONE
    assert "clips out · 11\u00a0clips" in hands.window.body.strip.words


def test_a_source_badge_says_the_source(hands: Hands) -> None:
    hands.tap_link("source:meters")
    assert hands.said == "How meters read (workshop practice, cars in general, sure)."
    hands.tap(hands.button("Close this message"))
    assert hands.said == ""


@pytest.mark.parametrize("pages", [1, 2], ids=["in an item", "in a table"])
def test_a_source_badge_elsewhere_says_the_source_too(hands: Hands, pages: int) -> None:
    hands.turn(pages)
    hands.tap_link("source:versa")
    assert hands.said == "Manual of a sister car (service manual, a sister model, fairly sure)."
    assert "0 of 12" in hands.text


def test_a_source_badge_in_the_head_of_a_table_says_the_source_too(workshop: Workshop) -> None:
    page = workshop.guides / "button" / "20-measure.md"
    rewrite(page, "| Suspect |", "| Suspect[^meters] |")
    hands = workshop.open()
    hands.turn(2)
    hands.tap_link("source:meters")
    assert hands.said.startswith("How meters read")


def test_up_and_down_mark_a_line_also_one_that_is_done(hands: Hands) -> None:
    hands.press(Key.Key_Space, Key.Key_Up)
    assert hands.marked == "doors"
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.EMPTY
    hands.press(Key.Key_Down)
    assert hands.marked == "battery"


def test_numbers_are_written_otherwise_in_the_job_too_while_another_guide_is_looked_up(
    workshop: Workshop, hands: Hands
) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands.window.workbench.show_guide("key")
    hands.choose("numbers-comma")
    hands.window.workbench.back_to_job()
    assert hands.window.workbench.shown
    shown = hands.window.workbench.shown
    assert (shown.job is None, shown.workshop().numbers) == (False, Numbers.COMMA)


def test_words_of_a_guide_are_drawn_as_they_stand(workshop: Workshop) -> None:
    page = workshop.guides / "button" / "10-get-ready.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("## Look at the car", "## `<b>Look</b>` at the car").replace("Doors lock", "`<i>Doors</i>`")
    )
    hands = workshop.open()
    shown = [label for label in hands.window.frame.findChildren(QLabel) if "</" in label.text()]
    drawn = {label.text() for label in shown if label.textFormat() is Qt.TextFormat.AutoText}
    assert {"<b>Look</b> at the car", "<i>Doors</i>"} <= {label.text() for label in shown}
    assert drawn == set()
