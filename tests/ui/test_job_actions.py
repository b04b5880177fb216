"""Without a job nothing is offered that does nothing, and the menus say why."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu

from micra_assistant import assets
from micra_assistant.jobs.events import Closed
from micra_assistant.ui.actions import Action, why_not
from micra_assistant.ui.job_actions import FOR_A_CLOSED_JOB, FOR_A_GUIDE, FOR_A_JOB
from tests.ui.hands import Hands, Workshop, settle

Key = Qt.Key
EVERY = (*FOR_A_JOB, *FOR_A_GUIDE, *FOR_A_CLOSED_JOB)


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at home."""
    workshop.guides = assets.guides_folder()
    return workshop.open()


def action(hands: Hands, name: Action) -> QAction:
    """Return an action of the window."""
    found = hands.window.findChild(QAction, name.value)
    assert isinstance(found, QAction)
    return found


def test_without_a_job_they_say_why_not(hands: Hands) -> None:
    for name in EVERY:
        assert not action(hands, name).isEnabled(), name
        assert action(hands, name).toolTip().startswith(("Begin a job first", "Open a guide first")), name


def test_with_a_job_they_work(hands: Hands) -> None:
    hands.begin("tailgate-button", "AB12 CDE")
    settle()
    for name in (*FOR_A_JOB, *FOR_A_GUIDE):
        assert action(hands, name).isEnabled(), name
        assert action(hands, name).toolTip() == action(hands, name).text().rstrip("….")


def test_a_guide_that_is_looked_up_can_be_printed(hands: Hands) -> None:
    hands.window.workbench.show_guide("tailgate-button")
    settle()
    assert [action(hands, name).isEnabled() for name in FOR_A_GUIDE] == [True] * len(FOR_A_GUIDE)
    assert not action(hands, Action.CLOSE_JOB).isEnabled()


def test_what_nothing_is_open_for_any_more_is_disabled_again(hands: Hands) -> None:
    hands.begin("tailgate-button")
    hands.window.workbench.clear()
    assert not action(hands, Action.UNDO).isEnabled()
    assert action(hands, Action.NEW_JOB).isEnabled()


def test_the_list_of_jobs_leads_back_home(hands: Hands) -> None:
    hands.choose("jobs")
    hands.choose("show-job")
    assert "What is wrong with the car?" in hands.text


def test_a_key_of_what_cannot_be_done_says_why(hands: Hands) -> None:
    hands.press(Key.Key_E, held=Qt.KeyboardModifier.ControlModifier)
    assert hands.said.startswith("Begin a job first")
    hands.begin("tailgate-button", "AB12 CDE")
    hands.choose("put-back")
    hands.press(Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
    assert hands.said == "Go back to the step first, with “The job”."


def test_only_a_closed_job_is_reopened(hands: Hands) -> None:
    hands.begin("tailgate-button", "AB12 CDE")
    settle()
    assert action(hands, Action.REOPEN).toolTip() == "This job is still open: close it first."
    assert hands.window.workbench.shown
    hands.window.workbench.attempt(lambda job: job.do(Closed("Worn")))
    settle()
    assert action(hands, Action.REOPEN).isEnabled()
    assert why_not(action(hands, Action.REOPEN)) == ""


def test_a_menu_says_below_its_entries_why_they_cannot_be_chosen(hands: Hands) -> None:
    menu = next(menu for menu in hands.window.frame.findChildren(QMenu) if menu.title() == "Job")
    said: list[str] = []

    def look() -> None:
        menu.popup(QPoint())
        said.extend([label.text() for label in menu.findChildren(QLabel) if label.isVisible()])
        menu.close()

    look()
    assert said == ["Begin a job first: choose at home what is wrong with the car."]
    hands.begin("tailgate-button", "AB12 CDE")
    settle()
    look()
    assert said[1:] == ["Reopen the job and Blank the customer’s data: This job is still open: close it first."]
    assert said[1] == menu.accessibleDescription()
