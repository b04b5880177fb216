"""What is known already is told at once, before anything is asked."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant import assets
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.jobs.events import Described, Diagnosed
from micra_assistant.ui.diagnosis.intake_card import IntakeCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Workshop, settle
from tests.ui.in_sight import labels
from tests.ui.three_keys import said

pytestmark = [pytest.mark.usefixtures("guide_with_faults"), pytest.mark.thorough]

Key = Qt.Key
DOORS, LISTEN = "Do the doors lock and unlock?", "What do you hear at the latch?"


@pytest.fixture
def asked(workshop: Workshop) -> Finder:
    """Return the finder at the beginning of a search."""
    finder = Finder(workshop.open())
    finder.hands.press(Key.Key_F2)
    return finder


def told(finder: Finder) -> list[object]:
    """Return what was found on the job, in order."""
    return [act.finding for act in finder.acts if isinstance(act, Diagnosed)]


def test_a_search_begins_with_what_is_known(asked: Finder) -> None:
    assert asked.question == "What is known already?"
    heads = [words.text() for words in labels(asked.card) if words.property("kind") in ("panel-title", "body")]
    assert heads[1:] == [
        *("Seen or heard", LISTEN, DOORS),
        "Done already, and the complaint stayed",
        *("Measured with something taken apart", "Measure the button, pressed"),
    ]


def test_answers_and_repairs_are_told_as_one_and_cost_nothing(asked: Finder) -> None:
    for words in ("Nothing", "Yes, all", "Free the latch", "That is all"):
        asked.say(words)
    assert told(asked) == [
        Answered("listen", "silent", told=True),
        Answered("doors", "yes", told=True),
        Repaired("latch", Outcome.NO_CHANGE, told=True),
    ]
    assert asked.found == [
        f"{LISTEN} Nothing (known beforehand)",
        f"{DOORS} Yes, all (known beforehand)",
        "Free the latch: it changed nothing (done before the car came)",
    ]
    assert asked.question not in ("What is known already?", DOORS, LISTEN)


def test_a_question_has_one_answer_and_what_was_marked_can_be_unmarked(asked: Finder) -> None:
    for words in ("Yes, all", "It clicks", "Nothing"):
        asked.say(words)
    assert isinstance(asked.card, IntakeCard)
    marked = [Answered("listen", "silent", told=True), Answered("doors", "yes", told=True)]
    assert [known.finding for known in asked.card.marked] == marked
    asked.say("Nothing")
    assert [known.finding for known in asked.card.marked] == marked[1:]


def test_the_foot_says_that_space_unmarks_what_is_marked(asked: Finder) -> None:
    asked.hands.press(Key.Key_PageDown, Key.Key_PageDown)
    before = said(asked.hands)
    asked.hands.press(Key.Key_Space)
    assert (before, said(asked.hands)) == ("Nothing", "Unmark · Nothing")
    asked.say("Nothing")
    assert said(asked.hands) == before


def test_with_nothing_known_nothing_is_kept(asked: Finder) -> None:
    asked.hands.press(Key.Key_1)
    assert (asked.question, told(asked)) == (DOORS, [])


def test_three_keys_are_enough(asked: Finder) -> None:
    asked.hands.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_Space, Key.Key_PageUp, Key.Key_Space)
    assert told(asked) == [Answered("listen", "silent", told=True)]


def test_space_goes_on_with_what_was_tapped(asked: Finder) -> None:
    asked.say("Nothing")
    asked.hands.aside(QuestionView).setFocus()
    asked.hands.press(Key.Key_Space)
    assert told(asked) == [Answered("listen", "silent", told=True)]
    assert LISTEN not in asked.question


def test_space_does_not_lead_past_what_is_known(workshop: Workshop) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin("remote-key", "AB12 CDE")
    described = Described("", complaint="Both keys used to lock the car and stopped")
    hands.window.workbench.attempt(lambda job: job.do(described))
    hands.press(Key.Key_F2)
    assert said(hands) == "That is all that is known: go on"


def test_what_is_marked_stays_while_another_window_works(asked: Finder) -> None:
    asked.say("Nothing")
    asked.open_job.toggle("ignition")
    asked.hands.window.workbench.changed.emit()
    settle()
    assert isinstance(asked.card, IntakeCard)
    assert len(asked.card.marked) == 1


def test_it_is_asked_once_and_can_be_told_later(workshop: Workshop, asked: Finder) -> None:
    asked.say("That is all")
    workshop.close()
    finder = Finder(workshop.open())
    assert finder.question == DOORS
    finder.press("Something known already?")
    finder.say("Nothing")
    finder.say("That is all")
    assert told(finder) == [Answered("listen", "silent", told=True)]
    finder.press("Something known already?")
    assert LISTEN not in finder.text


def test_what_somebody_else_has_answered_meanwhile_is_not_told_and_the_rest_stays_marked(asked: Finder) -> None:
    asked.say("Nothing")
    asked.say("Yes, all")
    asked.open_job.do(Diagnosed("faults.toml", Answered("doors", "no"), DOORS))
    asked.say("That is all")
    assert told(asked) == [Answered("doors", "no")]
    assert "only of what is still open" in asked.hands.said
    assert isinstance(asked.card, IntakeCard)
    assert [known.finding for known in asked.card.marked] == [Answered("listen", "silent", told=True)]
    assert DOORS not in asked.text


def marked(finder: Finder) -> list[object]:
    """Return what is marked on the card, which must be in sight."""
    assert isinstance(finder.card, IntakeCard)
    return [known.finding for known in finder.card.marked]


def test_marks_outlive_the_program_and_are_gone_once_they_are_told(workshop: Workshop, asked: Finder) -> None:
    for words in ("Nothing", "Yes, all", "Free the latch"):
        asked.say(words)
    before = marked(asked)
    asked.hands.window.drafts.write()
    workshop.close()
    again = Finder(workshop.open())
    assert marked(again) == before
    again.say("That is all")
    assert told(again) == before
    workshop.close()
    assert not isinstance(Finder(workshop.open()).card, IntakeCard)


def test_marks_outlive_a_look_at_something_else(asked: Finder) -> None:
    asked.say("Nothing")
    asked.hands.press(Key.Key_F3, Key.Key_F2)
    assert marked(asked) == [Answered("listen", "silent", told=True)]
    asked.say("Nothing")
    asked.hands.press(Key.Key_F3, Key.Key_F2)
    assert asked.question == DOORS
