"""What stands round a question: how far the search is, what is needed, what a reading comes to before it is kept."""

import pytest
from PySide6.QtCore import QRect, Qt

from micra_assistant.jobs.events import Entered, Ticked
from micra_assistant.ui.actions import Action
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.diagnosis.saving_note import SavingNote
from micra_assistant.ui.diagnosis.stage_line import StageLine
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from micra_assistant.ui.widgets.sign_label import SignLabel
from tests.ui.controllers.test_diagnosis_controller import DOORS, LISTEN, at_the_meter
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import settle
from tests.ui.in_sight import labels

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def stages(finder: Finder) -> list[tuple[str, str, str]]:
    """Return the stages, each with how far it is and what was done in it."""
    line = finder.view.findChild(StageLine)
    assert line
    assert line.isVisible()
    return [(stage.name, stage.stand, stage.detail) for stage in line.stages]


def needs(finder: Finder) -> dict[str, bool]:
    """Return what the question needs, and whether it is so."""
    found = [words for words in labels(finder.card) if words.property("kind") == "need"]
    return {words.text(): bool(words.property("met")) for words in found}


def saving(finder: Finder) -> list[str]:
    """Return what is said of the cost."""
    note = finder.card.findChild(SavingNote)
    return [words.text() for words in labels(note)] if note else []


def value_of(finder: Finder, answer: str) -> tuple[str, bool]:
    """Return what stands in an answer as the value that it is, and whether that is red."""
    choice = next(one for one in finder.view.findChildren(AnswerChoice) if one.words == answer)
    values = [words.text() for words in choice.findChildren(SignLabel)]
    return "".join(values), bool(choice.property("wrong"))


def words_of_suspects(finder: Finder) -> dict[str, str]:
    """Return how likely each suspect is said to be."""
    return {row.accessibleName().split(": ")[0]: row.word for row in finder.suspects}


def test_the_stages_say_how_far_the_search_is(finder: Finder) -> None:
    assert stages(finder) == [
        ("Free looks", "now", "no tools"),
        ("Open up", "ahead", "nothing yet"),
        ("Test inside", "ahead", "none yet"),
        ("Repair", "ahead", "or replace"),
    ]
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    assert [stage[1:] for stage in stages(finder)] == [
        ("done", "2 asked, no tools"),
        ("now", "1 thing first"),
        ("ahead", "none yet"),
        ("ahead", "or replace"),
    ]


def test_the_stages_are_told_to_a_screen_reader(finder: Finder) -> None:
    line = finder.view.findChild(StageLine)
    assert line
    assert line.accessibleName().startswith("The way to the fault. Free looks: now; Open up: ahead")


def test_a_free_look_is_called_one_and_says_what_testing_saves(finder: Finder) -> None:
    look, saves = saving(finder)
    assert look == "A free look: it needs no tools, and nothing comes off."
    assert saves.startswith("Testing first saves about ")
    assert saves.endswith("₽ on average.")


def test_after_the_free_looks_it_is_said_how_many_there_were(finder: Finder) -> None:
    at_the_meter(finder)
    assert saving(finder)[0] == "Free looks came first: 2 answers, no tools."


def test_what_the_question_needs_is_there_and_whether_it_is_so(finder: Finder) -> None:
    at_the_meter(finder)
    assert needs(finder) == {"panel off": False, "negative off": True}
    finder.open_job.do(Ticked("panel"))
    finder.hands.window.workbench.changed.emit()
    finder.hands.window.diagnosis.show()
    assert needs(finder) == {"panel off": True, "negative off": True}


def test_a_bad_reading_is_red_in_field_and_answer_before_it_is_kept(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14", then=Key.Key_Shift)
    assert (value_of(finder, "More"), finder.field.field.property("wrong")) == (("13.8\u00a0Ω", True), True)
    assert value_of(finder, "1 Ω or less") == ("", False)


def test_a_good_reading_is_green(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("0.7", then=Key.Key_Shift)
    assert (value_of(finder, "1 Ω or less"), finder.field.field.property("right")) == (("0.5\u00a0Ω", False), True)
    assert value_of(finder, "More") == ("", False)


def test_the_suspects_say_what_would_become_of_them_in_their_order(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    before = words_of_suspects(finder)
    finder.hands.type("0.7", then=Key.Key_Shift)
    after = words_of_suspects(finder)
    assert (list(after), after) == (
        list(before),
        before | {"Latch stuck": "likely", "Something else": "possible", "The doors do not unlock": "unlikely"},
    )
    finder.hands.press(Key.Key_Escape)
    assert words_of_suspects(finder) == before


def test_what_was_found_has_the_reading_itself_and_it_is_red_if_bad(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("OL")
    assert Entered("pressed", "OL") in finder.acts
    (value,) = [words for words in labels(finder.side) if words.property("kind") == "wrong"]
    assert value.text().startswith("OL · ")
    assert value.text().endswith(" · TOO HIGH")


def test_a_suspect_says_the_reading_that_speaks_for_it(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14")
    said = [words.text() for words in labels(finder.suspects[0])]
    assert said == ["Contacts worn", "most likely", "Pressed: 13.8\u00a0Ω · 1\u00a0Ω or less"]


def test_one_part_found_bad_strikes_no_other_out(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.type("14")
    assert words_of_suspects(finder)["Something else"] == "unlikely"
    reasons = [words.text() for row in finder.suspects if row.is_out for words in labels(row)][1:]
    assert f"{LISTEN} Nothing" in reasons
    assert not [reason for reason in reasons if "Pressed" in reason]


def test_how_it_is_done_stands_beside_the_question(finder: Finder) -> None:
    from micra_assistant.ui.widgets.diagram_view import DiagramView

    (picture,) = finder.card.findChildren(DiagramView)
    assert picture.isVisible()
    assert (
        picture.mapTo(finder.view, picture.rect().topRight()).x()
        < finder.card.choices[0].mapTo(finder.view, finder.card.choices[0].rect().topLeft()).x()
    )


def test_all_of_the_picture_is_seen_however_wide_and_low_the_window(finder: Finder) -> None:
    from micra_assistant.ui.widgets.diagram_view import DiagramView

    finder.hands.window.frame.resize(3400, 800)
    finder.hands.press(Key.Key_Shift)
    (picture,) = finder.card.findChildren(DiagramView)
    assert picture.width() > 500
    assert picture.visibleRegion().boundingRect().height() == picture.height() >= 240


def test_in_a_narrow_window_the_answers_come_before_how_it_is_done(finder: Finder) -> None:
    from micra_assistant.ui.widgets.diagram_view import DiagramView

    finder.hands.window.frame.resize(640, 800)
    finder.hands.press(Key.Key_Shift)
    (picture,) = finder.card.findChildren(DiagramView)
    answer = finder.card.choices[-1]
    assert (
        answer.mapTo(finder.card, answer.rect().bottomLeft()).y()
        < picture.mapTo(finder.card, picture.rect().topLeft()).y()
    )


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_F11])
def test_half_a_reading_is_no_answer_and_goes_on_in_another_look(finder: Finder, key: Qt.Key) -> None:
    at_the_meter(finder)
    finder.hands.type("0.2")
    finder.hands.press(Key.Key_4)
    finder.hands.press(key, held=CONTROL if key is Key.Key_Plus else Qt.KeyboardModifier.NoModifier)
    assert finder.field.typed == "4"
    finder.hands.press(Key.Key_2)
    assert finder.field.typed == "42"
    assert not any(isinstance(act, Entered) and act.item == "pressed" for act in finder.acts)


def test_the_marked_answer_stays_marked_in_another_look(finder: Finder) -> None:
    finder.hands.press(Key.Key_PageDown, Key.Key_PageDown)
    finder.hands.press(Key.Key_Plus, held=CONTROL)
    assert finder.view.marked_name == "No"


def test_the_ways_to_the_reasons_stay_in_sight_and_what_they_unfold_comes_into_sight(finder: Finder) -> None:
    finder.hands.window.frame.resize(1366, 768)
    at_the_meter(finder)
    settle()
    assert finder.view._area.verticalScrollBar().maximum() > 0
    assert is_in_sight(finder.why.why)
    assert is_in_sight(finder.why.others)
    finder.hands.tap(finder.why.why)
    assert all(is_in_sight(words) for words in labels(finder.why) if words.property("kind") == "body")


def test_where_it_is_low_they_scroll_with_the_question(finder: Finder) -> None:
    finder.hands.window.frame.resize(800, 480)
    settle()
    assert finder.view._area.isAncestorOf(finder.why.why)


def test_the_verdict_is_whole_where_it_is_narrow_and_moves_nothing(finder: Finder) -> None:
    at_the_meter(finder)
    finder.hands.window.frame.resize(800, 600)
    settle()
    heights = [part.height() for part in finder.card.stops if isinstance(part, ReadingField)]
    finder.hands.press(Key.Key_9)
    field = next(part for part in finder.card.stops if isinstance(part, ReadingField))
    verdict = next(words for words in field.findChildren(SignLabel) if words.text().strip())
    assert verdict.text() == "TOO HIGH"
    assert field.rect().contains(verdict.geometry())
    assert verdict.width() >= verdict.sizeHint().width()
    assert [part.height() for part in finder.card.stops if isinstance(part, ReadingField)] == heights


def test_the_key_that_leads_back_is_the_one_that_was_chosen_for_it(finder: Finder) -> None:
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    assert "F2 brings you back to the question." in finder.text
    finder.hands.window._assigned.choose(Action.FIND_FAULT, ("F13",))
    finder.hands.press(Key.Key_F13)
    assert "F13 brings you back to the question." in finder.text
    finder.hands.window._assigned.choose(Action.FIND_FAULT, ())
    finder.hands.choose(Action.FIND_FAULT)
    assert "brings you back" not in finder.text


def test_a_message_leaves_all_that_can_be_pressed_in_sight(finder: Finder) -> None:
    messages = finder.hands.window.body.messages
    messages.say_problem("The voice of this computer cannot be heard. Is there a loudspeaker?")
    settle()
    over = messages.mapTo(finder.hands.window, messages.rect().topLeft())
    lies = QRect(over, messages.size())
    stops = [(stop, stop.mapTo(finder.hands.window, stop.rect().topLeft())) for stop in finder.view.stops]
    assert [stop for stop, place in stops if lies.intersects(QRect(place, stop.size()))] == []
