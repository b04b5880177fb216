"""The step in sight is left out of the route with a reason, and put there again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from micra_assistant.jobs.events import Closed
from micra_assistant.jobs.routing.stop import Stand
from micra_assistant.ui.actions import Action, why_not
from micra_assistant.ui.route.leaving_out_dialog import LeavingOutDialog
from micra_assistant.ui.three_keys import Key as ThreeKey
from tests.ui.hands import Hands, answer, settle
from tests.ui.three_keys import said, said_in

pytestmark = pytest.mark.thorough

Key = Qt.Key
REASON = "no meter at hand"


def type_reason(words: str, key: Key = Key.Key_Return) -> None:
    """Leave the step in sight out for a reason, when it is asked for."""

    def write(dialog: LeavingOutDialog) -> None:
        QTest.keyClicks(dialog.field, words)
        QTest.keyClick(dialog.field, key)

    answer(LeavingOutDialog, write)


def stand(hands: Hands, title: str) -> tuple[Stand, str]:
    """Return how a stop stands in the checklist panel, and what is said of it."""
    entry = hands.stop(title).entry
    return entry.stand, entry.small


def leave_measure_out(hands: Hands) -> None:
    """Leave the step “Measure” out."""
    hands.tap(hands.stop("Measure"))
    type_reason(REASON)
    hands.choose(Action.LEAVE_OUT)


def test_it_is_left_out_with_its_reason_and_comes_back(hands: Hands) -> None:
    leave_measure_out(hands)
    assert stand(hands, "Measure") == (Stand.LEFT_OUT, REASON)
    assert hands.said.startswith("Left out: “Measure”.")
    hands.choose(Action.LEAVE_OUT)
    assert stand(hands, "Measure")[0] is not Stand.LEFT_OUT
    assert hands.said == "“Measure” is on the route again."


def test_space_leads_on_from_what_is_left_out(hands: Hands) -> None:
    hands.turn(1)
    assert said(hands) == "Tick · Ignition off"
    type_reason(REASON)
    hands.choose(Action.LEAVE_OUT)
    assert said(hands) == "On · Measure"
    hands.choose(Action.LEAVE_OUT)
    assert said(hands) == "Tick · Ignition off"


def test_space_goes_on_from_it(hands: Hands) -> None:
    hands.turn(1)
    type_reason(REASON)
    hands.choose(Action.LEAVE_OUT)
    hands.tap(hands.window.body.foot.buttons[ThreeKey.SPACE])
    assert hands.step == "measure"


def test_it_can_be_undone_as_any_act(hands: Hands) -> None:
    leave_measure_out(hands)
    hands.choose(Action.UNDO)
    assert stand(hands, "Measure")[0] is not Stand.LEFT_OUT


def test_nothing_is_left_out_without_a_reason(hands: Hands) -> None:
    hands.tap(hands.stop("Measure"))
    before = stand(hands, "Measure")

    def stay(dialog: LeavingOutDialog) -> None:
        QTest.keyClicks(dialog.field, " . ")
        assert said_in(dialog, ThreeKey.SPACE).startswith("Say why")
        QTest.keyClick(dialog.field, Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()

    answer(LeavingOutDialog, stay)
    hands.choose(Action.LEAVE_OUT)
    assert stand(hands, "Measure") == before


def test_a_step_that_is_done_is_not_left_out(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.type("12.6")
    hands.turn(-1)
    assert hands.step == "look"
    hands.choose(Action.LEAVE_OUT)
    assert hands.said == "“Look at the car” is done already. Take back what was ticked if it is not."


def test_away_from_the_step_it_says_why_not(hands: Hands) -> None:
    hands.choose(Action.PUT_BACK)
    action = hands.window.findChild(QAction, Action.LEAVE_OUT.value)
    assert isinstance(action, QAction)
    assert why_not(action) == "Go back to the step first, with “The job”."


def test_a_closed_job_says_that_it_is_closed_and_asks_nothing(hands: Hands) -> None:
    hands.tap(hands.stop("Measure"))
    hands.window.workbench.attempt(lambda job: job.do(Closed()))
    settle()
    hands.choose(Action.LEAVE_OUT)
    assert hands.said == "This job is closed: reopen it to go on with it."


def test_what_is_closed_meanwhile_is_not_said_to_be_left_out(hands: Hands) -> None:
    hands.tap(hands.stop("Measure"))

    def write(dialog: LeavingOutDialog) -> None:
        hands.window.workbench.attempt(lambda job: job.do(Closed()))
        QTest.keyClicks(dialog.field, REASON)
        QTest.keyClick(dialog.field, Key.Key_Return)

    answer(LeavingOutDialog, write)
    hands.choose(Action.LEAVE_OUT)
    assert hands.said == "This job is closed: reopen it to go on with it."


def test_a_reason_half_typed_before_a_kill_comes_back_for_its_step_alone(hands: Hands) -> None:
    seen: list[str] = []

    def kill(dialog: LeavingOutDialog) -> None:
        seen.append(dialog.field.text())
        QTest.keyClicks(dialog.field, REASON)
        hands.window.drafts.freeze()
        dialog.reject()

    def look(dialog: LeavingOutDialog) -> None:
        seen.append(dialog.field.text())
        dialog.reject()

    hands.tap(hands.stop("Measure"))
    answer(LeavingOutDialog, kill)
    hands.choose(Action.LEAVE_OUT)
    for title in ("Look at the car", "Measure"):
        hands.tap(hands.stop(title))
        answer(LeavingOutDialog, look)
        hands.choose(Action.LEAVE_OUT)
    assert seen == ["", "", REASON]
