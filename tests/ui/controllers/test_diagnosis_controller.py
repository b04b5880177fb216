"""Finding a fault in the window: what is asked, what is kept, taking back, the checklist, gates, and the end."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import (
    CalledAway,
    Closed,
    Diagnosed,
    Entered,
    FaultSought,
    OptionChosen,
    Ticked,
    new_event,
)
from micra_assistant.jobs.faultfinding.given_answers import was_finding
from micra_assistant.jobs.quoting import add_quote, choose_quote
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.end_card import EndCard
from micra_assistant.ui.history.away_view import AwayView
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.scans import scanner
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import write_guide
from tests.parts.ways import plain
from tests.spaces import spaced
from tests.ui.conftest import Begin
from tests.ui.diagnosis.finder import FAULTY_GUIDE, Finder
from tests.ui.hands import Workshop, settle
from tests.ui.in_sight import labels
from tests.ui.listening import Heard
from tests.ui.scans.test_scanner import Keyboard
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LISTEN, DOORS, OHMS = "What do you hear at the latch?", "Do the doors lock and unlock?", "Measure the button, pressed"


def negative_off(finder: Finder) -> None:
    """Tick the gate in the guide, and come back."""
    finder.say("Go there")
    finder.hands.pass_gate("negative-off")
    finder.open()


def at_the_meter(finder: Finder) -> Finder:
    """Return the finder where the button is to be measured."""
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    negative_off(finder)
    finder.press("Something else instead…")
    next(row for row in finder.why.rows if row.name == OHMS).wanted.emit()
    settle()
    assert finder.question == OHMS
    return finder


# questions and answers


def test_a_question_stands_with_its_answers(finder: Finder) -> None:
    assert (finder.question, finder.answers) == (DOORS, ["Yes, all", "No"])


def test_the_job_remembers_that_its_fault_is_sought(finder: Finder) -> None:
    assert finder.acts[-1] == FaultSought("faults.toml")
    finder.open()
    assert sum(isinstance(act, FaultSought) for act in finder.acts) == 1


def test_an_answer_is_kept_with_words_that_need_no_model(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    finding = Answered("listen", "silent")
    assert finder.acts[-1] == Diagnosed("faults.toml", finding, f"{LISTEN} Nothing")
    assert finder.found[-1] == f"{LISTEN} Nothing"


def test_what_nobody_knows_is_not_asked_again(finder: Finder) -> None:
    finder.press("Don't know")
    assert finder.question != DOORS
    assert finder.found == [f"Not known: {DOORS}"]


def test_what_cannot_be_done_is_not_asked_again(finder: Finder) -> None:
    finder.press("Cannot do this")
    assert finder.question != DOORS
    assert finder.found == [f"Cannot be done here: {DOORS}"]


def test_an_answer_of_a_car_that_does_not_fail_now_says_so(finder: Finder) -> None:
    finder.press("Not failing right now")
    finder.say("Yes")
    assert finder.acts[-1] == Diagnosed(
        "faults.toml", Answered("doors", "yes", failing=False), f"{DOORS} Yes, all (it was not failing then)"
    )
    assert "doors" not in finder.open_job.state.ticked


# taking back


def test_any_number_of_answers_is_taken_back(finder: Finder) -> None:
    finder.play(f"{DOORS} → No")
    first = finder.question
    finder.press("Take back")
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    assert finder.question != first
    finder.press("Take back")
    finder.press("Take back")
    assert (finder.question, finder.found, finder.row("doors")) == (DOORS, [], Mark.EMPTY)


def test_undo_and_redo_of_the_window_show_at_once(finder: Finder) -> None:
    finder.play(f"{DOORS} → No")
    after = finder.question
    finder.hands.press(Key.Key_Z, held=CONTROL)
    assert finder.question == DOORS
    finder.hands.press(Key.Key_Y, held=CONTROL)
    assert finder.question == after


# the checklist


def test_an_answer_that_is_a_tick_is_ticked(finder: Finder) -> None:
    finder.say("Yes")
    assert finder.acts[-1] == Ticked("doors")


@pytest.mark.usefixtures("guide_with_faults")
def test_what_the_checklist_answers_is_not_asked(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.tap(hands.row("doors"))
    finder = Finder(hands)
    finder.open()
    assert (finder.question, finder.found) == (LISTEN, [f"{DOORS} Yes, all"])


def test_a_reading_is_judged_while_it_is_typed_and_stands_on_the_checklist(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14", then=Key.Key_Shift)
    assert finder.marked() == ["More"]
    assert finder.field.verdict.startswith("TOO HIGH")
    finder.hands.press(Key.Key_Return)
    assert finder.acts[-2:] == [Entered("leads", "0.2"), Entered("pressed", "14")]
    assert finder.found[-1] == f"{OHMS}: More"


def test_what_is_no_reading_is_said_and_stays(finder: Finder, heard: Heard) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    heard.take()
    finder.hands.type("bad")
    assert [words for words in heard.take() if words.startswith("Type a number")] == [finder.field.verdict]
    assert finder.question == OHMS
    assert finder.field.verdict.startswith("Type a number in Ω")
    assert finder.field.field.text() == "bad"


def test_what_is_being_typed_stays_when_another_window_works(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("1", then=Key.Key_Shift)
    finder.open_job.do(Ticked("ignition"))
    finder.hands.window.workbench.changed.emit()
    settle()
    assert finder.field.field.text() == "1"
    finder.hands.type("4")
    assert finder.found[-1] == f"{OHMS}: More"


@pytest.mark.parametrize(
    ("choice", "entered", "answer"), [("Over range (OL)", "OL", "More"), ("Really 1 Ω", "1.0", "1 Ω or less")]
)
def test_a_lone_one_is_asked_about_before_it_answers(finder: Finder, choice: str, entered: str, answer: str) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("1")
    assert finder.question == OHMS
    assert finder.marked() == []
    assert finder.field.verdict.startswith("A 1 alone at the left of the display means over range")
    assert Entered("pressed", "1 ?") not in finder.acts
    finder.hands.tap(finder.hands.button(choice))
    assert finder.acts[-1] == Entered("pressed", entered)
    assert spaced(finder.found[-1]) == f"{OHMS}: {answer}"


def test_what_is_typed_over_an_open_question_takes_it_away(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("1")
    finder.hands.type("4")
    assert finder.found[-1] == f"{OHMS}: More"


def test_another_look_shows_the_same_question(finder: Finder) -> None:
    finder.say("Yes")
    finder.hands.press(Key.Key_F9)
    finder.hands.press(Key.Key_Plus, held=CONTROL)
    assert (finder.question, finder.found) == (LISTEN, [f"{DOORS} Yes, all"])


def test_a_reading_that_a_repair_made_stale_is_taken_anew(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14")
    finder.play("Fit a used button → Done, it changed nothing")
    assert finder.question == OHMS
    finder.hands.type("0.4")
    assert spaced(finder.found[-1]) == f"{OHMS}: 1 Ω or less"
    assert finder.question != OHMS


# gates and the guide


def test_what_is_behind_a_gate_is_not_asked_before_it(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    assert finder.question == "First: Negative off"
    finder.say("Go there")
    hands = finder.hands
    assert (hands.step, hands.marked) == ("power-off", "negative-off")
    assert "F2" not in hands.said
    hands.tap(hands.button("Question: "))
    assert finder.question == "First: Negative off"
    finder.say("Go there")
    assert finder.open_job.state.ticked == {"doors"}
    hands.pass_gate("negative-off")
    finder.open()
    assert finder.question == "Fit a used button"


def test_a_gate_that_cannot_be_done_takes_along_what_it_guards(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    finder.press("Cannot do this")
    assert finder.found[-1] == "Cannot be done here: Negative off"
    assert finder.question == "Hand it to an electrician"


def test_how_to_do_it_leads_into_the_guide_and_f2_back(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes")
    finder.press("How to do it")
    assert (finder.hands.window.body.aside, finder.hands.step) == (None, "look")
    finder.open()
    assert finder.question == LISTEN


# why, and what else


def test_why_is_told_when_it_is_asked(finder: Finder, heard: Heard) -> None:
    assert not any("Expected bill" in words for words in finder.hands.text.split("\n"))
    finder.press("Why this?")
    assert "Expected bill with this test" in finder.hands.text
    assert "•  No:  Mend the door locks" in finder.hands.text
    assert "Expected bill with this test" in heard.take()[-1]


def test_everything_else_is_listed_with_why_not(finder: Finder, heard: Heard) -> None:
    finder.press("Something else instead…")
    assert len(finder.why.rows) == 6
    finder.why.rows[0].why_wanted.emit()
    assert "Expected bill" in finder.why.rows[0].reason
    assert heard.take()[-1] == finder.why.rows[0].reason


def test_something_else_can_be_done_and_left_again(finder: Finder) -> None:
    finder.press("Something else instead…")
    finder.press("Do it now")
    assert finder.question == LISTEN
    finder.press("Take back")
    assert finder.question == DOORS


# suspects


def test_suspects_are_told_in_words_and_what_they_rest_on_at_a_tap(finder: Finder, heard: Heard) -> None:
    row = finder.suspects[0]
    assert row.accessibleName() == "Contacts worn: most likely"
    finder.hands.tap(row)
    assert row.basis == heard.take()[-1] == "author's estimate"
    assert "%" not in finder.hands.text


def test_who_is_ruled_out_is_struck_with_the_reason(finder: Finder) -> None:
    finder.say("Yes")
    out = next(row for row in finder.suspects if row.is_out)
    said = [words.text() for words in labels(out)]
    assert said == ["The doors do not unlock", "new", f"{DOORS} Yes, all"]


# repairs and the end


@pytest.fixture
def repairing(finder: Finder) -> Finder:
    """Return the finder where a repair is advised."""
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    negative_off(finder)
    assert finder.question == "Fit a used button"
    return finder


def test_to_read_how_a_repair_is_done_puts_nothing_into_the_basket(repairing: Finder) -> None:
    repairing.press("How to do it")
    assert repairing.hands.window.body.aside is None
    assert repairing.open_job.state.option == ""


def test_a_part_that_was_chosen_stays_chosen(repairing: Finder) -> None:
    repairing.open_job.toggle_option("original")
    repairing.hands.window.workbench.changed.emit()
    settle()
    repairing.press("How to do it")
    assert repairing.open_job.state.option == "original"


def test_a_repair_says_what_it_costs_and_its_part_is_chosen(repairing: Finder) -> None:
    assert "₽ with the work, about 50 min" in repairing.text
    repairing.press("Choose: Used part")
    assert repairing.acts[-1] == OptionChosen("used")
    repairing.press("Chosen: Used part")
    assert repairing.acts[-1] == OptionChosen("")


def test_the_price_of_a_quote_counts_at_once_when_it_is_chosen_and_when_that_is_taken_back(repairing: Finder) -> None:
    """By hand: 50 min at 1 200 ₽ are 1 000 ₽."""
    quote, workbench = Quote("Ivanov", Decimal(2500), "RUB", OptionKind.USED), repairing.hands.window.workbench
    before = repairing.text
    assert "3 500 ₽ with the work" not in plain(before)
    workbench.attempt(lambda job: add_quote(job, quote))
    settle()
    assert "3 500 ₽ with the work" not in plain(repairing.text)
    workbench.attempt(lambda job: choose_quote(job, job.state.quotes[0].id))
    settle()
    assert "3 500 ₽ with the work" in plain(repairing.text)
    repairing.press("Chosen: Ivanov")
    settle()
    assert repairing.text == before


def test_a_new_price_is_taken_though_what_closed_jobs_have_shown_cannot_be_read_again(
    repairing: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_what: object) -> None:
        raise StoreError("the disk is gone")

    workbench = repairing.hands.window.workbench
    monkeypatch.setattr("micra_assistant.jobs.faultfinding.learned_model.experience_of", broken)
    workbench.attempt(lambda job: add_quote(job, Quote("Ivanov", Decimal(2500), "RUB", OptionKind.USED)))
    workbench.attempt(lambda job: choose_quote(job, job.state.quotes[0].id))
    settle()
    assert "3 500 ₽ with the work" in plain(repairing.text)


def test_a_repair_says_what_the_parts_table_advises(repairing: Finder) -> None:
    repairing.hands.open_parts()
    advice = repairing.hands.window.body.parts.ways.sections[0].advice
    assert advice
    repairing.hands.press(Key.Key_F2)
    assert spaced(advice) in spaced(repairing.text)


def test_cured_is_the_verdict_and_can_be_taken_back(repairing: Finder) -> None:
    repairing.say("Cured")
    assert repairing.question == "The fault was most likely: Contacts worn"
    assert "What was done: Fit a used button" in repairing.text
    repairing.press("Take back")
    assert repairing.question == "Fit a used button"


def test_from_the_verdict_it_goes_on_to_putting_back_and_closing(
    repairing: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    repairing.say("Cured")
    asked: list[str] = []
    monkeypatch.setattr("micra_assistant.ui.jobs.close_dialog.CloseDialog.ask", lambda *_, **__: asked.append("close"))
    repairing.say("Close the job…")
    assert asked == ["close"]
    repairing.say("Put back")
    assert isinstance(repairing.hands.window.body.aside, PutBackView)


def test_the_answer_that_a_dear_repair_hangs_on_is_looked_at_once_more(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → It clicks")
    assert finder.question == "Free the latch"
    assert f"This hangs on one answer: “{LISTEN} It clicks”. Is it right?" in finder.text
    finder.press("Look again")
    assert LISTEN not in " ".join(finder.found)


def test_a_cheap_repair_hangs_on_nothing(repairing: Finder) -> None:
    assert "This hangs on" not in repairing.text


def test_a_part_that_was_bad_is_not_the_end(repairing: Finder) -> None:
    repairing.say("The part was really bad")
    finding = Repaired("button", Outcome.PART_WAS_BAD)
    assert isinstance(repairing.acts[-1], Diagnosed)
    assert repairing.acts[-1].finding == finding
    assert isinstance(repairing.card, AskCard)


def test_giving_up_hands_over_with_a_record(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    while "Hand it" not in finder.question:
        finder.press("Cannot do this")
    assert "Still suspected:\n•  Contacts worn – most likely" in finder.text
    printed: list[SheetKind] = []
    monkeypatch.setattr(finder.hands.window.sheets, "_open", lambda kind, _job: printed.append(kind))
    finder.say("Print the fault-finding record")
    assert printed == [SheetKind("fault-record")]


# what does not fit


@pytest.fixture
def doubtful(repairing: Finder) -> Finder:
    """Return the finder after answers that no fault leads to."""
    repairing.play("Fit a used button → Done, it changed nothing")
    repairing.say("1 Ω or less")
    return repairing


def test_answers_that_do_not_fit_are_told_and_one_can_be_taken_back(doubtful: Finder) -> None:
    assert doubtful.question == "These answers do not fit together"
    doubtful.say(f"{DOORS} Yes")
    assert doubtful.question == DOORS
    assert "doors" not in doubtful.open_job.state.ticked


def test_who_is_sure_of_them_goes_on(doubtful: Finder) -> None:
    doubtful.press("It is all as I said, go on")
    assert doubtful.question == "Free the latch"


def test_findings_that_the_model_no_longer_knows_are_told(finder: Finder) -> None:
    finder.open_job.do(Diagnosed("faults.toml", Answered("smell", "burnt"), "Does it smell? Burnt"))
    finder.hands.window.workbench.changed.emit()
    settle()
    assert "has changed since: Does it smell? Burnt" in finder.hands.text


# jobs, guides, models


def test_a_restart_goes_on_in_the_middle(workshop: Workshop, finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes")
    assert was_finding(finder.open_job)
    workshop.close()
    finder = Finder(workshop.open())
    assert (finder.question, finder.found) == (LISTEN, [f"{DOORS} Yes, all"])


def test_who_took_an_answer_back_last_is_finding(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    finder.hands.window.workbench.attempt(lambda job: job.undo())
    assert was_finding(finder.open_job)


def test_who_was_called_away_while_finding_is_told_first_where_the_job_was_left(
    workshop: Workshop, finder: Finder
) -> None:
    for act in (CalledAway("look"), FaultSought("faults.toml")):
        finder.open_job.do(act)
    workshop.close()
    window = workshop.open().window
    assert window.workbench.shown
    assert was_finding(window.workbench.shown)
    assert isinstance(window.body.aside, AwayView)


def test_who_went_on_in_the_guide_is_not_finding(finder: Finder) -> None:
    finder.press("Back to the guide")
    finder.hands.turn(2)
    assert not was_finding(finder.open_job)


def test_a_closed_job_is_shown_but_takes_no_answers(finder: Finder) -> None:
    finder.open_job.do(Closed("Contacts"))
    finder.hands.window.workbench.changed.emit()
    settle()
    finder.say("Yes")
    assert (finder.question, finder.hands.said) == (DOORS, "This job is closed: reopen it to go on with it.")


def test_a_closed_job_opens_in_its_guide_also_when_another_log_went_on_finding(
    workshop: Workshop, finder: Finder
) -> None:
    finder.play(f"{DOORS} → Yes")
    open_job = finder.open_job
    open_job.do(Closed("Contacts"))
    assert open_job.job
    later = new_event(open_job.job.id, open_job.state.turn + 1, FaultSought("faults.toml"))
    finder.hands.window.records_watch._store.append([later])
    workshop.close()
    window = workshop.open().window
    window.job_list.open(open_job.job.id)
    assert window.workbench.shown
    assert (window.workbench.shown.state.is_closed, was_finding(window.workbench.shown), window.body.aside) == (
        True,
        True,
        None,
    )


def test_a_guide_looked_up_is_shown_but_takes_no_answers(begin: Begin) -> None:
    finder = begin("tailgate-button")
    finder.hands.window.workbench.show_guide("remote-key")
    finder.open()
    finder.say("Both keys")
    asked = finder.question
    finder.say("Yes")
    assert finder.question == asked
    assert finder.hands.said.startswith("This guide is only looked up")


def test_a_price_that_nobody_knows_is_not_made_up(begin: Begin) -> None:
    finder = begin("tailgate-button")
    finder.say("The tailgate no longer opens")
    finder.know_nothing()
    finder.hands.window.diagnosis.answering.prefer(Move(MoveKind.REPAIR, "bcm"))
    settle()
    assert finder.text.splitlines()[1].startswith("unknown, at least ")


def test_another_complaint_can_be_chosen(begin: Begin) -> None:
    finder = begin("remote-key")
    finder.say("Both keys")
    finder.press("Another complaint")
    finder.say("A new")
    assert finder.open_job.state.model == "faults-new-key.toml"


@pytest.mark.usefixtures("guide_with_faults")
def test_a_guide_without_a_list_says_so(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "guides" / "button" / "faults.toml").unlink()
    write_guide(tmp_path, GUIDE)
    hands = workshop.open()
    Finder(hands).open()
    assert hands.said == "This guide has no list of faults: find the fault with it step by step."


@pytest.mark.usefixtures("guide_with_faults")
def test_a_faulty_list_is_told_in_words_and_the_guide_works(workshop: Workshop, tmp_path: Path) -> None:
    broken = FAULTY_GUIDE["faults.toml"].replace('trust = "sure"', 'trust = "shure"')
    write_guide(tmp_path, {**FAULTY_GUIDE, "faults.toml": broken})
    finder = Finder(workshop.open())
    finder.open()
    assert finder.question == "The list of faults “faults.toml” cannot be used"
    assert "shure" in finder.text
    finder.press("Back to the guide")
    finder.hands.press(Key.Key_Space)
    assert finder.row("doors") is Mark.DONE


def test_the_workshops_own_rate_counts(finder: Finder) -> None:
    finder.press("Why this?")
    before = finder.hands.text
    finder.hands.window.body.parts.rate_changed.emit(9000)
    finder.hands.window.workbench.changed.emit()
    settle()
    finder.press("Why this?")
    assert finder.hands.text != before


# keys


def test_keys_walk_over_everything_that_can_be_pressed(finder: Finder) -> None:
    finder.press("Something else instead…")
    finder.view.setFocus()
    met = []
    while (stop := finder.view.marked) not in met:
        met += [stop]
        finder.hands.press(Key.Key_PageDown)
    assert met[1:] == finder.view.stops
    assert met[-1] is finder.hands.button("Back to the guide")
    finder.hands.press(Key.Key_PageUp)
    assert finder.view.marked is met[-1]
    finder.hands.press(Key.Key_PageDown, Key.Key_Space)
    assert finder.found == [f"{DOORS} Yes, all"]


def test_three_keys_answer(finder: Finder) -> None:
    finder.hands.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space)
    assert finder.found == [f"{DOORS} No"]


def test_a_digit_answers(finder: Finder) -> None:
    finder.hands.press(Key.Key_9, Key.Key_2)
    assert finder.found == [f"{DOORS} No"]


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_Space])
def test_a_held_key_answers_nothing(finder: Finder, key: Key) -> None:
    finder.hands.press(Key.Key_PageDown)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, chr(key), autorep=True)
        QApplication.sendEvent(QApplication.focusWidget() or finder.view, held)
    assert finder.found == []


# looks


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("larger", [0, 3])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600)])
@pytest.mark.usefixtures("guide_with_faults")
def test_nothing_is_cut_off(workshop: Workshop, width: int, height: int, larger: int) -> None:
    hands = workshop.open(width, height)
    for _ in range(larger):
        hands.press(Key.Key_Plus, held=CONTROL)
    finder = Finder(hands)
    finder.open()
    for _ in range(4):
        settle()
        assert cut_off(finder) == []
        least = round(56 * hands.window.appearance.look.scale)
        assert all(choice.height() >= least for choice in finder.card.choices)
        if isinstance(finder.card, AskCard):
            finder.say(finder.answers[0])
        elif not isinstance(finder.card, EndCard):
            finder.press("Cannot do this")


def cut_off(finder: Finder) -> list[str]:
    """Return the words that have less room than they need."""
    too_low = [words.text() for words in labels(finder.view) if words.height() < words.heightForWidth(words.width())]
    inside = finder.card.parentWidget()
    assert inside
    return too_low + [choice.words for choice in finder.card.choices if choice.width() > inside.width()]


# typing and keys


def test_half_a_reading_answers_nothing_when_another_window_comes_to_the_front(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("1", then=Key.Key_Shift)
    other = QWidget()
    other.show()
    other.activateWindow()
    settle()
    finder.open_job.do(Ticked("ignition"))
    finder.hands.window.workbench.changed.emit()
    assert (finder.question, finder.field.field.text()) == (OHMS, "1")
    other.close()
    other.deleteLater()
    finder.hands.type("50")
    assert finder.acts[-1] == Entered("pressed", "150")


def test_the_cursor_stays_in_half_a_reading_when_another_window_works(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14", then=Key.Key_Left)
    field = finder.field.field
    finder.open_job.do(Ticked("ignition"))
    finder.hands.window.workbench.changed.emit()
    settle()
    assert finder.field.field is field
    finder.hands.type("9")
    assert finder.acts[-1] == Entered("pressed", "194")


def test_escape_takes_half_a_reading_back(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14", then=Key.Key_Escape)
    assert (finder.field.field.text(), finder.field.verdict, finder.marked()) == ("", "", [])


@pytest.mark.parametrize("away", [Key.Key_Tab, Key.Key_PageDown])
def test_a_digit_answers_nothing_where_a_reading_is_to_be_typed(finder: Finder, away: Key) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.press(away)
    finder.hands.type("14", then=Key.Key_Shift)
    assert (finder.question, finder.field.field.text()) == (OHMS, "14")
    assert finder.field.field.hasFocus()
    finder.hands.press(Key.Key_Return)
    assert finder.acts[-1] == Entered("pressed", "14")


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_digit_with_a_key_held_answers_nothing(finder: Finder, held: Qt.KeyboardModifier) -> None:
    finder.open()
    asked = finder.question
    finder.hands.press(Key.Key_1, held=held)
    assert finder.question == asked
    finder.hands.press(Key.Key_1, held=Qt.KeyboardModifier.ShiftModifier)
    assert finder.question != asked


@pytest.mark.parametrize("words", ["1234567890123", "AB 12 CDE"])
def test_a_scan_answers_nothing(finder: Finder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    keyboard = Keyboard(finder.hands, qtbot)
    monkeypatch.setattr(scanner, "moment_of", keyboard.moment_of)
    finder.open()
    asked = finder.question
    for keys in ((), (Key.Key_PageDown,)):
        finder.hands.press(*keys)
        keyboard.scan(words)
        assert (finder.question, keyboard.asked) == (asked, f"Scanned {words}: where does it go?")
        keyboard.take("Nowhere")
    keyboard.scan("1", None)
    assert finder.question != asked


def test_half_a_reading_answers_nothing_when_the_window_is_closed(workshop: Workshop, finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14", then=Key.Key_Shift)
    acts, job = finder.acts, finder.open_job.job
    workshop.close()
    assert finder.acts == acts
    drafts = workshop.open().window.drafts
    assert job
    assert drafts.words(job.id, "finder pressed") == "14"
