"""The basket in the window: filled by hand only, ticked, emptied, printed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from micra_assistant.jobs.events import OptionChosen
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.parts.basket_view import BasketView
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from tests.builders import Files
from tests.ui.hands import Hands, settle
from tests.ui.one_window import begun
from tests.ui.parts.test_parts_panel import panel
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

Key = Qt.Key
FILES: Files = {
    **GUIDE,
    "parts.toml": GUIDE["parts.toml"].replace("rate_per_hour", 'spares = ["clips"]\n        rate_per_hour'),
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at the basket of a job on which a used part was chosen and two clips came off."""
    return begun(request, FILES, at_the_basket)


def at_the_basket(hands: Hands) -> None:
    """Choose a used part, take two clips off, and open the basket."""
    hands.window.workbench.attempt(lambda job: choose(job, "used"))
    hands.window.workbench.attempt(lambda job: job.enter("clips", "2") and None)
    hands.choose("basket")


def choose(job: OpenJob, option: str) -> None:
    """Choose a way."""
    job.do(OptionChosen(option))


def view(hands: Hands) -> BasketView:
    """Return the basket in sight."""
    return hands.aside(BasketView)


def in_it(hands: Hands) -> list[tuple[str, bool]]:
    """Return what is in the basket, and whether it is there."""
    return [(row.thing.thing.words, row.thing.is_there) for row in view(hands).rows]


def offered(hands: Hands) -> list[str]:
    """Return what may be wanted."""
    return [row.offer.thing.words for row in view(hands).offers]


def test_nothing_enters_it_unasked(hands: Hands) -> None:
    assert in_it(hands) == []
    assert offered(hands)[0] == "Tailgate button: Used part"
    assert "Nothing is in the basket of this job." in hands.text


def test_something_is_put_in_ticked_and_taken_out_and_undo_takes_that_back(hands: Hands) -> None:
    hands.tap(view(hands).offers[0].put_in)
    assert in_it(hands) == [("Tailgate button: Used part", False)]
    assert "Tailgate button: Used part" not in offered(hands)
    hands.tap(view(hands).rows[0].tick)
    assert in_it(hands) == [("Tailgate button: Used part", True)]
    assert view(hands).rows[0].tick.accessibleName() == "There: Tailgate button: Used part"
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert in_it(hands) == [("Tailgate button: Used part", False)]
    hands.tap(view(hands).rows[0].out)
    assert in_it(hands) == []


def test_pieces_are_wanted_with_two_buttons_that_stay_marked(hands: Hands) -> None:
    hands.tap(view(hands).offers[0].put_in)
    assert not view(hands).rows[0].fewer.isEnabled()
    hands.press(Key.Key_PageDown, Key.Key_PageDown)
    assert hands.window.keys.presser.shown.space.words == "One piece more: Tailgate button: Used part"
    hands.press(Key.Key_Space, Key.Key_Space)
    assert [row.thing.thing.pieces for row in view(hands).rows] == [3]
    assert "Used part, 3 pieces" in hands.text
    hands.tap(view(hands).rows[0].fewer)
    assert [row.thing.thing.pieces for row in view(hands).rows] == [2]
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert [row.thing.thing.pieces for row in view(hands).rows] == [3]


def test_the_three_keys_do_it_too(hands: Hands) -> None:
    hands.press(Key.Key_PageDown, Key.Key_Space)
    assert in_it(hands) == [("Tailgate button: Used part", False)]
    hands.press(Key.Key_PageDown)
    assert "To get: Tailgate button: Used part" in hands.window.keys.presser.shown.space.words
    hands.press(Key.Key_Space)
    assert in_it(hands) == [("Tailgate button: Used part", True)]


def test_space_leads_back_while_nothing_is_marked(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    assert hands.window.body.aside is None


def test_anything_else_is_typed(hands: Hands) -> None:
    hands.tap(view(hands).own)
    hands.type("two bulbs")
    assert in_it(hands) == [("two bulbs", False)]
    assert view(hands).own.text() == ""


def test_the_foot_says_which_key_puts_in_what_is_typed(hands: Hands) -> None:
    hands.tap(view(hands).own)
    settle()
    assert view(hands).three_keys.space.words == "Back to the job"
    hands.type("two bulbs", then=Key.Key_Shift)
    said = view(hands).three_keys.space
    assert (said.words, said.detail, said.cap) == ("Put in", "two bulbs", "Enter")
    assert view(hands).own.text() == "two bulbs", "Space types a space there"


def test_space_leads_back_from_a_field_that_is_empty(hands: Hands) -> None:
    hands.tap(view(hands).own)
    settle()
    hands.press(Key.Key_Space)
    assert hands.window.body.aside is None


def test_the_bar_stands_at_the_edge_however_wide_the_window(hands: Hands) -> None:
    hands.window.frame.resize(2400, 600)
    settle()
    (area,) = view(hands).findChildren(ScrollColumn)
    bar = area.verticalScrollBar()
    assert view(hands).width() - bar.mapTo(view(hands), bar.rect().topRight()).x() < 30
    assert all(row.width() <= 900 for row in view(hands).offers)
    assert {row.mapTo(area, QPoint()).x() for row in view(hands).offers} == {0}


def test_printing_prints_the_shopping_list(hands: Hands) -> None:
    assert view(hands).prints is SheetKind.SHOPPING_LIST


def test_the_parts_say_how_many_things_are_in_it_and_lead_there(hands: Hands) -> None:
    hands.tap(view(hands).offers[0].put_in)
    hands.choose("show-job")
    hands.open_parts()
    button = panel(hands).basket
    assert button.text() == "Basket (1)…"
    bring_into_sight(button)
    settle()
    hands.tap(button)
    assert in_it(hands) == [("Tailgate button: Used part", False)]


def test_it_is_drawn_anew_in_another_look(hands: Hands) -> None:
    before = view(hands)
    hands.press(Key.Key_F9)
    assert view(hands) is not before


@pytest.mark.parametrize("times", [1, 20])
def test_a_message_hides_nothing_that_one_types_into(hands: Hands, times: int) -> None:
    messages, own = hands.window.body.messages, view(hands).own
    messages.say_problem("No space is left on the disk. " * times)
    settle()
    field = QRect(own.mapTo(hands.window.body, QPoint()), own.size())
    assert (messages.isVisible(), messages.geometry().intersects(field)) == (True, False)
