"""The way back looks the same, and stands at the same place, whatever has come in the place of the job."""

import pytest
from PySide6.QtCore import QPoint

from micra_assistant.ui.actions import Action
from micra_assistant.ui.widgets.back_button import BackButton
from tests.ui.hands import Hands, settle

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("action", [Action.JOBS, Action.BASKET, Action.TIMELINE, Action.PUT_BACK])
@pytest.mark.parametrize("width", [1024, 1366])
def test_it_stands_in_the_upper_right_corner_and_leads_back(hands: Hands, action: Action, width: int) -> None:
    hands.begin("button", "AB12 CDE")
    hands.window.frame.resize(width, 768)
    hands.choose(action)
    settle()
    view = hands.window.body.aside
    assert view
    (back,) = (button for button in view.findChildren(BackButton) if button.isVisible())
    at = back.mapTo(view, QPoint())
    assert at.y() < 30
    assert view.width() - (at.x() + back.width()) < 30
    assert back.text() == "Back to the job"
    hands.tap(back)
    assert hands.window.body.aside is None


def test_a_car_has_it_in_the_same_corner(hands: Hands) -> None:
    hands.begin("button", "AB12 CDE")
    hands.window.cars.show("AB12 CDE")
    settle()
    view = hands.window.body.aside
    assert view
    (back,) = view.findChildren(BackButton)
    assert view.width() - (back.mapTo(view, QPoint()).x() + back.width()) < 30
