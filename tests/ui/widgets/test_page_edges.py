"""Pages in the place of the job have the same edges."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from micra_assistant.ui.actions import Action
from micra_assistant.ui.widgets.back_button import BackButton
from tests.ui.hands import Hands, settle

PAGES = (Action.JOBS, Action.PUT_BACK, Action.TIMELINE, Action.BASKET, Action.CAR_PAGE)


def ends_of_head(hands: Hands, page: Action) -> tuple[int, tuple[int, int]]:
    """Return where the title of a page begins, and the upper right corner of the way back."""
    hands.choose(page)
    settle()
    view, window = hands.window.body.aside, hands.window.frame
    assert view
    title = next(label for label in view.findChildren(QLabel) if label.property("kind") == "title")
    (back,) = view.findChildren(BackButton)
    corner = back.mapTo(window, QPoint(back.width(), 0))
    return title.mapTo(window, QPoint()).x(), corner.toTuple()


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 1.0), (1920, 1080, 1.3), (3840, 2160, 2.5)])
def test_way_back_and_title_are_at_the_same_place_in_each(hands: Hands, width: int, height: int, scale: float) -> None:
    hands.window.frame.resize(width, height)
    hands.window.look.set_scale(scale)
    settle()
    assert len({ends_of_head(hands, page) for page in PAGES}) == 1
