"""Without a job nothing is offered that does nothing, and the menus say why."""

import pytest
from PySide6.QtGui import QAction

from micra_assistant import assets
from micra_assistant.ui.actions import Action
from micra_assistant.ui.job_actions import FOR_A_CLOSED_JOB, FOR_A_GUIDE, FOR_A_JOB
from tests.ui.hands import Hands, Workshop, settle

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
