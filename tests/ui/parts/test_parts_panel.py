"""The parts table: what the ways to get the part cost, bought and fitted."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from micra_assistant.numbers import Numbers
from micra_assistant.ui.parts.parts_model import CHOSEN_ROLE, PartsColumn
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop
from tests.ui.in_sight import button

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at the window, in a new job, with the parts docked."""
    hands = workshop.open()
    hands.open_parts()
    return hands


def table(hands: Hands) -> QTableView:
    """Return the table in the window."""
    view = hands.window.body.parts.findChild(QTableView)
    assert view is not None
    return view


def column(hands: Hands, number: PartsColumn, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    """Return what a column shows, from the top."""
    model = table(hands).model()
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def totals(hands: Hands) -> list[str]:
    """Return what the options cost fitted."""
    return [str(words).replace("\N{NO-BREAK SPACE}", " ") for words in column(hands, PartsColumn.FITTED)]


def chosen(hands: Hands) -> list[object]:
    """Return of each option whether it is shown as chosen."""
    return column(hands, PartsColumn.OPTION, CHOSEN_ROLE)


def tap_row(hands: Hands, row: int) -> None:
    """Tap a row of the table."""
    hands.open_parts()
    view = table(hands)
    hands.tap(view.viewport(), view.visualRect(view.model().index(row, PartsColumn.OPTION)).center())


def tap_head(hands: Hands, number: PartsColumn) -> None:
    """Tap the head of a column."""
    head = table(hands).horizontalHeader()
    hands.tap(head.viewport(), QPoint(head.sectionViewportPosition(number) + 20, head.height() // 2))


def type_rate(hands: Hands, words: str) -> None:
    """Type a labour rate over the one there is."""
    hands.open_parts()
    rate = hands.window.body.parts.findChild(QLineEdit)
    assert rate is not None
    if not rate.isVisible():
        hands.press(Key.Key_F4)
    hands.tap(rate)
    hands.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.type(words)


def test_an_option_is_chosen_and_taken_back(hands: Hands) -> None:
    assert chosen(hands) == [False, False]
    tap_row(hands, 1)
    assert chosen(hands) == [False, True]
    tap_row(hands, 0)
    assert chosen(hands) == [True, False]
    tap_row(hands, 0)
    assert chosen(hands) == [False, False]


def test_the_option_chosen_is_the_one_tapped_when_the_table_is_sorted(hands: Hands) -> None:
    tap_head(hands, PartsColumn.PRICE)
    assert column(hands, PartsColumn.OPTION) == ["Used part", "Original"]
    tap_row(hands, 0)
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.option == "used"


def test_the_labour_rate_changes_the_totals_and_is_remembered(workshop: Workshop, hands: Hands) -> None:
    assert totals(hands) == ["3 100 – 4 600 ₽", "1 500 – 1 900 ₽"]
    type_rate(hands, "6000")
    assert totals(hands) == ["5 500 – 7 000 ₽", "6 300 – 6 700 ₽"]
    workshop.close()
    assert totals(workshop.open()) == ["5 500 – 7 000 ₽", "6 300 – 6 700 ₽"]


def test_an_emptied_labour_rate_is_the_one_before(hands: Hands) -> None:
    type_rate(hands, "6000")
    rate = hands.window.body.parts.findChild(QLineEdit)
    assert rate is not None
    hands.tap(rate)
    hands.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert rate.text() == "6000"
    assert totals(hands) == ["5 500 – 7 000 ₽", "6 300 – 6 700 ₽"]


@pytest.mark.parametrize(
    ("typed", "shown", "kept"),
    [
        ("45.50", "45.50", "45.50"),
        ("45,50", "45.50", "45.50"),
        ("1.200,50", "1200.50", "1200.50"),
        ("1 200", "1200", "1200"),
        ("1,250", "1250", "1250"),
    ],
)
def test_a_labour_rate_is_the_one_that_was_typed(
    workshop: Workshop, hands: Hands, typed: str, shown: str, kept: str
) -> None:
    type_rate(hands, typed)
    assert hands.rate == shown
    assert workshop.settings.rates == {"RUB": Decimal(kept)}
    workshop.close()
    assert workshop.open().rate == shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-6a0.0", "“-6a0.0” is not a price. Type a price such as 45.50."),
        ("1.200", "“1.200” can be read in two ways: type 1200 or 1.20."),
        ("45 GBP", "The labour rate here is in RUB, not in GBP."),
        ("1234567", "A labour rate is 999\N{NO-BREAK SPACE}999 at most."),
        ("9" * 100, "That is too long for a number."),
    ],
)
def test_what_is_no_labour_rate_stays_and_the_one_before_is_used(hands: Hands, typed: str, words: str) -> None:
    type_rate(hands, typed)
    assert hands.rate == typed
    assert words in hands.text
    assert "1 200 ₽ is still used." in hands.text.replace("\N{NO-BREAK SPACE}", " ")
    assert totals(hands) == ["3 100 – 4 600 ₽", "1 500 – 1 900 ₽"]
    type_rate(hands, "6000")
    assert words not in hands.text
    assert totals(hands) == ["5 500 – 7 000 ₽", "6 300 – 6 700 ₽"]


def test_how_numbers_are_written_is_chosen_in_the_menu_and_remembered(workshop: Workshop, hands: Hands) -> None:
    type_rate(hands, "45.50")
    hands.choose("numbers-comma")
    assert hands.rate == "45,50"
    type_rate(hands, "1.200")
    assert hands.rate == "1200"
    workshop.close()
    assert workshop.settings.numbers is Numbers.COMMA
    hands = workshop.open()
    assert hands.rate == "1200"
    checked = [action.objectName() for action in hands.window.actions() if action.isChecked()]
    assert [name for name in checked if name.startswith("numbers")] == ["numbers-comma"]


def test_small_prices_have_their_pence(workshop: Workshop) -> None:
    parts = workshop.guides / "button" / "parts.toml"
    rewrite(parts, "[300, 700]", "[0.10, 0.45]")
    prices = [str(words).replace("\N{NO-BREAK SPACE}", " ") for words in column(workshop.open(), PartsColumn.PRICE)]
    assert prices == ["2 500 – 4 000 ₽", "0.10 – 0.45 ₽"]


def test_parts_are_shown_when_they_are_asked_for(workshop: Workshop) -> None:
    hands = workshop.open()
    assert not hands.window.body.parts.isVisible()
    hands.press(Key.Key_F4)
    assert hands.window.body.parts.isVisible()
    workshop.close()
    assert workshop.open().window.body.parts.isVisible()


def test_a_guide_that_needs_no_part_shows_none(workshop: Workshop) -> None:
    (workshop.guides / "button" / "parts.toml").unlink()
    assert workshop.open().window.body.parts.isHidden()


def test_the_badge_of_the_prices_says_their_source(hands: Hands) -> None:
    hands.tap_link("source:meters", inside=hands.window.body.parts)
    assert hands.said.startswith("How meters read")


def tap_cell(hands: Hands, row: int, number: PartsColumn) -> None:
    """Tap a cell of the table."""
    view = table(hands)
    hands.tap(view.viewport(), view.visualRect(view.model().index(row, number)).center())


def kept(hands: Hands) -> list[str]:
    """Return what the options cost over the years."""
    return [str(words).replace("\N{NO-BREAK SPACE}", " ") for words in column(hands, PartsColumn.KEPT)]


@pytest.fixture
def rated(workshop: Workshop) -> Hands:
    """Return a window with a guide that says how often each of its parts fails."""
    parts = workshop.guides / "button" / "parts.toml"
    rewrite(parts, "minutes = 30", "minutes = 30\nfails = 5")
    rewrite(
        parts,
        'source = "meters"\nminutes = 60',
        'minutes = 60\nyear = 2001\nfails = 50\nbenefits = ["Cheap"]\nsource = "versa"',
    )
    rewrite(parts, "rate_per_hour", 'estimates = "meters"\nrate_per_hour')
    hands = workshop.open()
    hands.open_parts()
    return hands


def test_what_it_costs_over_the_years_follows_the_years_and_the_rate(rated: Hands) -> None:
    assert kept(rated) == ["3 577 – 5 308 ₽", "4 619 – 5 851 ₽"]
    assert "For a car kept 3 years, “Original” comes cheapest" in rated.text
    rated.tap(button(rated.window.body.parts, "1"))
    assert kept(rated) == ["3 259 – 4 836 ₽", "2 540 – 3 217 ₽"]
    assert "For a car kept 1 year, “Used part” comes cheapest" in rated.text
    type_rate(rated, "0")
    assert kept(rated) == ["2 628 – 4 205 ₽", "508 – 1 185 ₽"]


def test_a_tap_tells_all_of_an_option_and_what_its_cost_is_made_up_of(rated: Hands) -> None:
    assert "For it: Cheap." not in rated.text
    tap_row(rated, 1)
    assert "For it: Cheap." in rated.text
    assert re.search(r"Price: Russia, 2026, \d+ years old\.", rated.text)
    assert "50 in 100 fail within a year: our estimate, nobody has counted." in rated.text
    assert "Work now <b>1 200 ₽</b>" in rated.text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_advice_is_on_the_part_of_the_option_that_was_tapped(workshop: Workshop) -> None:
    rewrite(workshop.guides / "button" / "parts.toml", "minutes = 60", 'minutes = 60\npart = "Latch"')
    hands = workshop.open()
    hands.open_parts()
    assert "Fitted now, “Original” comes cheapest" in hands.text
    tap_row(hands, 1)
    assert "Fitted now, “Used part” comes cheapest" in hands.text


def test_a_tap_on_who_says_so_tells_the_source_and_chooses_nothing(rated: Hands) -> None:
    tap_cell(rated, 1, PartsColumn.ORIGIN)
    assert rated.said.startswith("Manual of a sister car")
    assert chosen(rated) == [False, False]


def test_that_all_else_is_estimated_is_in_sight(rated: Hands) -> None:
    assert "Times, rate, warranty and how often a part fails: our estimate, nobody has counted." in rated.text


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_no_amount_is_cut_short(workshop: Workshop, width: int) -> None:
    hands = workshop.open(width=width, height=768)
    amounts_are_whole(hands)


def test_amounts_have_more_room_when_text_or_amounts_grow(workshop: Workshop) -> None:
    hands = workshop.open(width=1600, height=1000)
    hands.open_parts()
    hands.press(Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
    amounts_are_whole(hands)
    type_rate(hands, "987654")
    hands.press(Key.Key_Return)
    amounts_are_whole(hands)
    hands.tap(button(hands.window.body.parts, "1"))
    narrow = table(hands).columnWidth(PartsColumn.KEPT)
    hands.tap(button(hands.window.body.parts, "5"))
    assert table(hands).columnWidth(PartsColumn.KEPT) > narrow
    amounts_are_whole(hands)


def amounts_are_whole(hands: Hands) -> None:
    """Check that all columns have the room that they need."""
    view = table(hands)
    for number in (PartsColumn.PRICE, PartsColumn.FITTED, PartsColumn.KEPT):
        assert view.columnWidth(number) >= view.sizeHintForColumn(number)
    head = view.horizontalHeader()
    assert head.length() <= view.viewport().width()


def test_f4_says_why_there_are_no_parts(workshop: Workshop) -> None:
    (workshop.guides / "button" / "parts.toml").unlink()
    hands = workshop.open(height=400)
    hands.press(Qt.Key.Key_F4)
    assert hands.said == "This guide has no parts to compare."
