"""The parts table: what the ways to get the part cost, bought and fitted."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant import assets
from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action
from micra_assistant.ui.parts import way_row
from micra_assistant.ui.parts.basket_view import BasketView
from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.parts.way_places import WayPlaces
from micra_assistant.ui.parts.way_row import WayRow
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from tests.builders import rewrite
from tests.parts.ways import plain
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import labels
from tests.ui.one_window import begun
from tests.ui.painted_text import painted_texts

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at the window, in a new job, with the parts docked."""
    return begun(request, ready=dock_parts)


def dock_parts(hands: Hands) -> None:
    """Dock the parts, anew if they are docked."""
    if hands.window.body.parts.isVisible():
        hands.press(Qt.Key.Key_F4)
    hands.open_parts()


def panel(hands: Hands) -> PartsPanel:
    """Return the parts in the window."""
    return hands.window.body.parts


def names(hands: Hands) -> list[str]:
    """Return the ways from the top."""
    return [row.shown.name for row in panel(hands).rows]


def totals(hands: Hands) -> list[str]:
    """Return what the ways cost fitted."""
    return [plain(row.shown.fitted) for row in panel(hands).rows]


def kept(hands: Hands) -> list[str]:
    """Return what the ways cost over the years."""
    return [plain(row.shown.kept) for row in panel(hands).rows]


def chosen(hands: Hands) -> list[bool]:
    """Return of each way whether it is shown as chosen."""
    return [row.choose.isChecked() for row in panel(hands).rows]


def marked(hands: Hands) -> str:
    """Return which way is marked."""
    row = panel(hands).ways.marked
    return row.shown.name if row else ""


def row(hands: Hands, number: int) -> WayRow:
    """Return a row, brought into sight."""
    hands.open_parts()
    found = panel(hands).rows[number]
    bring_into_sight(found)
    settle()
    return found


def tap_row(hands: Hands, number: int) -> None:
    """Tap the choice of a row."""
    found = row(hands, number)
    bring_into_sight(found.choose)
    hands.tap(found.choose)


def years(hands: Hands, number: int) -> None:
    """Tap so many years."""
    choice = panel(hands).years
    assert choice
    bring_into_sight(choice)
    settle()
    hands.tap(choice.buttons[number])


def put_in_order(hands: Hands, number: int) -> None:
    """Choose an order by its place in the list."""
    box = panel(hands).order
    assert box
    box.setCurrentIndex(number)


def type_rate(hands: Hands, words: str) -> None:
    """Type a labour rate over the one there is."""
    hands.open_parts()
    rate = panel(hands).rate
    if not rate.isVisible():
        hands.press(Key.Key_F4)
    bring_into_sight(rate)
    settle()
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
    put_in_order(hands, 1)
    assert names(hands) == ["Used part", "Original"]
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
    rate = panel(hands).rate
    hands.tap(rate)
    hands.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert rate.text() == "6000"
    assert totals(hands) == ["5 500 – 7 000 ₽", "6 300 – 6 700 ₽"]


@pytest.mark.walk(first=2)
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


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-6a0.0", "“-6a0.0” is not a price. Type a price such as 45.50."),
        ("1.200", "“1.200” can be read in two ways: type 1200 or 1.20."),
        ("45 GBP", "The labour rate here is in RUB, not in GBP."),
        ("1234567", "A labour rate is 999 999 at most."),
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
    hands = workshop.open()
    hands.open_parts()
    prices = [plain(row.shown.price) for row in panel(hands).rows]
    assert prices == ["2 500 – 4 000 ₽", "0.10 – 0.45 ₽"]


def test_parts_are_shown_when_they_are_asked_for(workshop: Workshop) -> None:
    hands = workshop.open()
    assert not hands.window.body.parts.isVisible()
    assert not hands.window.body.parts.rows
    hands.press(Key.Key_F4)
    assert hands.window.body.parts.isVisible()
    assert hands.window.body.parts.rows
    workshop.close()
    assert workshop.open().window.body.parts.isVisible()


def test_a_guide_that_needs_no_part_shows_none(workshop: Workshop) -> None:
    (workshop.guides / "button" / "parts.toml").unlink()
    assert not workshop.open().window.body.parts.isVisible()


def test_the_badge_of_the_prices_says_their_source(hands: Hands) -> None:
    bring_into_sight(panel(hands).priced)
    settle()
    hands.tap_link("source:meters", inside=hands.window.body.parts)
    assert hands.said.startswith("How meters read")


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
    years(rated, 1)
    assert kept(rated) == ["3 259 – 4 836 ₽", "2 540 – 3 217 ₽"]
    assert "For a car kept 1 year, “Used part” comes cheapest" in rated.text
    type_rate(rated, "0")
    assert kept(rated) == ["2 628 – 4 205 ₽", "508 – 1 185 ₽"]


def test_a_tap_tells_all_of_an_option_and_what_its_cost_is_made_up_of(rated: Hands) -> None:
    assert "Work now" not in rated.text
    found = row(rated, 1)
    rated.tap(found.make_up)
    assert re.fullmatch(r"M≈\? Russia, 2001, \d+ years old", found.origin.text())
    assert "50 in 100 fail within a year: our estimate, nobody has counted." in rated.text
    assert "Work now&nbsp;&nbsp;&nbsp;</td><td align=right><b>1 200 ₽</b>" in plain(rated.text)
    rated.tap(row(rated, 1).make_up)
    assert "Work now" not in rated.text


def test_each_part_has_its_own_advice(workshop: Workshop) -> None:
    rewrite(workshop.guides / "button" / "parts.toml", "minutes = 60", 'minutes = 60\npart = "Latch"')
    hands = workshop.open()
    hands.open_parts()
    assert [section.part for section in panel(hands).ways.sections] == ["Tailgate button", "Latch"]
    first, second = (section.advice for section in panel(hands).ways.sections)
    assert "Fitted now, “Original” comes cheapest" in first
    assert "Fitted now, “Used part” comes cheapest" in second


def test_a_tap_on_who_says_so_tells_the_source_and_chooses_nothing(rated: Hands) -> None:
    found = row(rated, 1)
    rated.tap(found.origin)
    assert rated.said.startswith("Manual of a sister car")
    assert chosen(rated) == [False, False]


def test_that_all_else_is_estimated_is_in_sight(rated: Hands) -> None:
    assert "Times, rate, warranty and how often a part fails: our estimate, nobody has counted." in rated.text


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_no_amount_is_cut_short(workshop: Workshop, width: int) -> None:
    hands = workshop.open(width=width, height=768)
    hands.open_parts()
    amounts_are_whole(hands)


@pytest.mark.parametrize("width", [800, 1024])
def test_the_years_have_the_room_they_need(workshop: Workshop, width: int) -> None:
    hands = workshop.open(width=width, height=768)
    hands.open_parts()
    years = panel(hands).years
    assert years
    words = next(label for label in labels(years) if label.text() == "Car is kept")
    for part in (words, *years.buttons.values(), years.slider):
        assert part.width() >= part.minimumSizeHint().width()
        assert years.rect().contains(part.geometry())
    assert words.width() >= words.fontMetrics().horizontalAdvance(words.text())


def test_amounts_have_more_room_when_text_or_amounts_grow(workshop: Workshop) -> None:
    hands = workshop.open(width=1600, height=1000)
    hands.open_parts()
    hands.press(Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
    amounts_are_whole(hands)
    type_rate(hands, "987654")
    amounts_are_whole(hands)


def amounts_are_whole(hands: Hands) -> None:
    """Check that all amounts have the room that they need, within the panel."""
    for found in panel(hands).rows:
        assert found.make_up.width() >= found.make_up.sizeHint().width()
        rooms = {text.words: text.room for text in painted_texts(found)}
        inside = QRectF(found.contentsRect())
        assert all(inside.contains(rooms[words]) for words in (found.shown.price, found.shown.fitted))
        assert inside.contains(QRectF(found.make_up.geometry()))


def ink_begins(widget: QWidget, room: QRect) -> int:
    """Return where the first letter of a line of dark words begins in a widget."""
    image = widget.grab().toImage()
    columns = range(room.left(), room.right())
    return next(
        x for x in columns if any(image.pixelColor(x, y).lightness() < 90 for y in range(room.top(), room.bottom()))
    )


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.5])
def test_amounts_stand_under_their_heads_and_on_one_line_and_badges_are_as_high_as_each_other(
    rated: Hands, scale: float
) -> None:
    rated.window.frame.resize(3840, 2160)
    rated.window.look.set_scale(scale)
    settle()
    for found in panel(rated).rows:
        rooms = {text.words: text.room for text in painted_texts(found)}
        assert ink_begins(found, found.make_up.geometry()) == pytest.approx(rooms["Kept 3 years"].left(), abs=2)
        pieces = list(found._places(found.width()).pieces)
        fitted = next(piece.room for piece in pieces if piece.words == found.shown.fitted)
        assert (found.make_up.y(), found.make_up.height()) == (fitted.y(), fitted.height())
        badges = [piece.room for piece in pieces if piece.letters.is_badge]
        assert len(badges) == 2
        assert {badge.height() for badge in badges} == {found.origin.height()}


def test_the_cheapest_is_marked_until_the_person_marks_another(rated: Hands) -> None:
    assert marked(rated) == "Original"
    years(rated, 1)
    assert marked(rated) == "Used part"
    rated.press(Key.Key_F4, Key.Key_F4)
    panel(rated).setFocus()
    rated.press(Key.Key_Up)
    assert marked(rated) == "Original"
    years(rated, 5)
    assert marked(rated) == "Original"


def test_arrows_mark_and_enter_unfolds(rated: Hands) -> None:
    panel(rated).setFocus()
    rated.press(Key.Key_Down)
    assert marked(rated) == "Used part"
    rated.press(Key.Key_Return)
    assert panel(rated).rows[1].is_unfolded
    assert "Work now" in rated.text
    rated.press(Key.Key_Down)
    assert marked(rated) == "Used part"


def test_the_three_keys_mark_and_choose(rated: Hands) -> None:
    keys = panel(rated).three_keys
    assert (keys.back.act, keys.on.detail, keys.space.words) == (None, "Used part", "Choose “Original”")
    assert keys.on.act
    keys.on.act()
    keys = panel(rated).three_keys
    assert (keys.back.detail, keys.on.act, keys.space.words) == ("Original", None, "Choose “Used part”")
    assert keys.space.act
    keys.space.act()
    assert chosen(rated) == [False, True]
    assert panel(rated).three_keys.space.words == "Take the choice back"


def test_rows_say_all_to_those_who_do_not_see_them(rated: Hands) -> None:
    found = panel(rated).rows[1]
    assert plain(found.accessibleName()).startswith("Used part. Price of the part: 300 – 700 ₽, M≈? Russia, 2001, ")
    assert found.accessibleDescription() == "Cheap · ≈ our estimate"
    assert panel(rated).rows[0].accessibleDescription().endswith("cheapest")
    assert found.choose.accessibleName() == "Choose Used part"
    tap_row(rated, 1)
    assert found.choose.accessibleName() == "Take back the choice of Used part"


def test_the_years_are_kept_and_the_slider_has_keys(workshop: Workshop, rated: Hands) -> None:
    slider = panel(rated).years
    assert slider
    slider.slider.setFocus()
    rated.press(Key.Key_Right)
    assert workshop.settings.kept_years == 4
    assert "For a car kept 4 years" in rated.text
    assert slider.slider.height() >= 48
    workshop.close()
    again = workshop.open()
    again.open_parts()
    assert "For a car kept 4 years" in again.text


def test_the_order_is_by_what_amounts_are_worth(rated: Hands) -> None:
    orders = {0: ["Original", "Used part"], 1: ["Used part", "Original"], 2: ["Used part", "Original"]}
    for order, wanted in {**orders, 3: ["Original", "Used part"]}.items():
        put_in_order(rated, order)
        assert names(rated) == wanted
    years(rated, 1)
    assert names(rated) == ["Used part", "Original"]


@pytest.mark.parametrize("height", [600, 768, 1080])
def test_targets_are_large_enough_for_gloves(workshop: Workshop, height: int) -> None:
    hands = workshop.open(width=1366, height=height)
    hands.open_parts()
    found = row(hands, 0)
    assert found.choose.height() >= 48
    assert all(button.height() >= 40 for button in (found.make_up, panel(hands).add_quote, panel(hands).basket))


def test_chart_says_in_words_where_the_cheapest_changes(rated: Hands) -> None:
    chart = panel(rated).over_years
    assert chart
    assert chart.chart.accessibleDescription() == "1: from 2.2 years on, “Original” is the cheapest."
    assert "1: from 2.2 years on, “Original” is the cheapest." in rated.text


def test_f4_says_why_there_are_no_parts(workshop: Workshop) -> None:
    (workshop.guides / "button" / "parts.toml").unlink()
    hands = workshop.open(height=400)
    hands.press(Qt.Key.Key_F4)
    assert hands.said.startswith("This guide has no parts to compare.")
    hands.tap(hands.button("Basket"))
    assert hands.aside(BasketView)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F7])
def test_the_parts_come_into_sight_from_whatever_stands_in_place_of_the_step(workshop: Workshop, key: Qt.Key) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin("tailgate-button")
    for _again in range(2):
        hands.press(key)
        assert not hands.window.body.parts.isVisible()
        hands.press(Qt.Key.Key_F4)
        assert hands.window.body.parts.isVisible()
    hands.press(Qt.Key.Key_F4)
    assert not hands.window.body.parts.isVisible()


def test_rows_stand_close_together_however_much_room_there_is(hands: Hands) -> None:
    ways = panel(hands).ways
    before = [section.height() for section in ways.sections]
    ways.setFixedHeight(2 * ways.height())
    settle()
    assert [section.height() for section in ways.sections] == before


def looked_at(hands: Hands) -> list[QImage]:
    """Return how the rows look now."""
    settle()
    return [row.grab().toImage() for row in panel(hands).rows]


@pytest.mark.parametrize("action", [Action.OTHER_COLOURS, Action.CONTRAST_LIGHT, Action.LARGER])
def test_rows_stay_in_another_look_and_look_as_new_ones_do(hands: Hands, action: Action) -> None:
    rows = panel(hands).rows
    hands.choose(action)
    stayed = looked_at(hands)
    assert panel(hands).rows == rows
    panel(hands).ways.put_away()
    hands.window.parts.show()
    assert looked_at(hands) == stayed


def test_nothing_in_a_row_is_placed_anew_in_other_colours(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[object] = []

    def place(*given: object, wide: bool) -> WayPlaces:
        placed.append(given)
        return WayPlaces(*given, wide=wide)  # type: ignore[arg-type]  # what a row gives

    monkeypatch.setattr(way_row, "WayPlaces", place)
    hands.choose(Action.OTHER_COLOURS)
    assert not placed
    hands.choose(Action.LARGER)
    assert placed
