"""A step that is longer than the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollArea

from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from tests.ui.hands import Hands, settle
from tests.ui.one_window import begun

Key = Qt.Key

PAGES = {
    "10-get-ready.md": "# Long {: #long-page }\n\n## Long {: #long }\n\n" + "Words.\n\n" * 40 + "- [ ] Done {: #done }",
    "20-measure.md": "# Short {: #short-page }\n\n## Short {: #short }\n\nWords.",
    "30-meter.md": "# Meter {: #meter-page }\n\n## Meter {: #meter }\n\n"
    + "Words.\n\n" * 40
    + '- [ ] Open {: #open unit="Ω" min="1000000" }\n\n'
    + "Words.\n\n" * 40,
    "40-end.md": "# End {: #end-page }\n\n## End {: #end }\n\nWords.",
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at a step of two screenfuls and more, before a short one."""
    return begun(request, PAGES)


def scrolled(hands: Hands) -> int:
    """Return how far the step is scrolled down."""
    area = hands.window.body.step.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar().value()


def scroll_to_its_foot(hands: Hands, item: str) -> None:
    """Scroll as a person does, until a line stands at the foot of what is in sight."""
    area = hands.window.body.step.words_area
    row, bar = hands.window.body.checklist.row(item), area.verticalScrollBar()
    foot = row.mapTo(area.viewport(), QPoint(0, row.height())).y()
    bar.setSliderPosition(bar.value() + foot - area.viewport().height())
    bar.triggerAction(QAbstractSlider.SliderAction.SliderMove)
    settle()


def test_pagedown_shows_all_of_a_step_before_it_goes_on(hands: Hands) -> None:
    places = []
    while hands.step == "long":
        places.append(scrolled(hands))
        hands.press(Key.Key_PageDown)
    assert places == sorted(set(places))
    assert len(places) > 2
    assert (hands.step, scrolled(hands)) == ("short", 0)


def test_pageup_goes_to_the_top_of_a_step_before_it_goes_back(hands: Hands) -> None:
    hands.press(Key.Key_PageDown)
    hands.press(Key.Key_PageUp)
    assert (hands.step, scrolled(hands)) == ("long", 0)
    hands.turn(1)
    hands.press(Key.Key_PageUp)
    assert (hands.step, scrolled(hands)) == ("long", 0)


def test_more_below_is_said_until_the_end_is_seen(hands: Hands) -> None:
    said = []
    while hands.step == "long":
        said.append("more below" in hands.text)
        hands.press(Key.Key_PageDown)
    assert said == [True] * (len(said) - 1) + [False]
    assert "more below" not in hands.text


def test_next_goes_on_at_once(hands: Hands) -> None:
    hands.turn(1)
    assert hands.step == "short"


def test_space_shows_a_line_that_is_out_of_sight_before_it_ticks_it(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    before = scrolled(hands)
    assert (before > 0, hands.line("done").done) == (True, False)
    hands.press(Key.Key_Space)
    assert (scrolled(hands), hands.line("done").done) == (before, True)


def test_all_that_is_said_of_what_is_typed_comes_into_sight(hands: Hands) -> None:
    hands.turn(2)
    hands.press(Key.Key_Space, Key.Key_Space)
    height = hands.row("open").height()
    scroll_to_its_foot(hands, "open")
    hands.press(Key.Key_1)
    row = hands.window.body.checklist.row("open")
    assert row.height() > height
    assert is_in_sight(row)


def test_space_leads_past_what_stands_below_the_last_line(hands: Hands) -> None:
    hands.turn(2)
    hands.fill_in("open", "OL")
    places: list[int] = []
    while hands.step == "meter" and len(places) < 20:
        places.append(scrolled(hands))
        hands.press(Key.Key_Space)
    assert places == sorted(set(places))
    assert hands.step == "end"
