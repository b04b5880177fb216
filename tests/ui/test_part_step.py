"""The parts table in the step that chooses the part: it opens there by itself, and the keys lead into it and on."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from micra_assistant.diagnosis import modelfile
from micra_assistant.jobs.events import OptionChosen
from micra_assistant.jobs.quoting import add_quote
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from micra_assistant.ui.actions import Action
from micra_assistant.ui.body import Body
from micra_assistant.ui.parts import way_row
from micra_assistant.ui.parts.way_figures import WayFigures
from micra_assistant.ui.parts.way_pens import Pens
from micra_assistant.ui.parts.way_places import WayPlaces
from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.workshop.values import rate_key
from tests.builders import HEAD, Files, literal, write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.resized import Resized
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

Key = Qt.Key
WITH_PART_STEP: Files = {**GUIDE, "guide.toml": f'{literal(HEAD)}part_step = "measure"\n'}


@pytest.fixture
def at_parts(workshop: Workshop) -> Hands:
    """Return hands at the step that chooses the part, at its last line."""
    write_guide(workshop.guides.parent, WITH_PART_STEP)
    hands = workshop.open()
    hands.turn(2)
    assert hands.step == "measure"
    hands.window.workbench.show_line("measure", "released")
    settle()
    return hands


def place_of(hands: Hands, widget: QWidget) -> QRect:
    """Return where a widget lies in the window."""
    return QRect(widget.mapTo(hands.window, QPoint()), widget.size())


def body(hands: Hands) -> Body:
    """Return all views."""
    return hands.window.body


def enter_table(hands: Hands) -> None:
    """Let the table have the keys."""
    body(hands).parts.ways.setFocus()
    settle()


def space(hands: Hands) -> tuple[str, str]:
    """Return what Space says."""
    return hands.window.work.keys.three_keys.space.said


def test_the_table_opens_by_itself_only_at_its_step(at_parts: Hands) -> None:
    assert body(at_parts).parts.isVisible()
    at_parts.turn(-1)
    assert not body(at_parts).parts.isVisible()
    at_parts.turn(1)
    assert body(at_parts).parts.isVisible()


def test_its_rows_are_placed_for_the_one_width_that_they_get(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_guide(workshop.guides.parent, WITH_PART_STEP)
    hands = workshop.open()
    hands.turn(1)
    widths = set()

    def placed(
        shown: WayShown, figures: WayFigures, pens: Pens, choose: QSize, inside: QRect, *, wide: bool
    ) -> WayPlaces:
        widths.add(inside.width())
        return WayPlaces(shown, figures, pens, choose, inside, wide=wide)

    monkeypatch.setattr(way_row, "WayPlaces", placed)
    hands.turn(1)
    assert len(widths) == 1


def test_the_step_before_is_not_laid_out_once_more_when_the_table_comes(at_parts: Hands) -> None:
    at_parts.turn(-1)
    before = body(at_parts).step.words_area.column
    assert before
    resized = Resized(before)
    body(at_parts).step.step_wanted.emit("measure")
    assert resized.widths == []


def test_it_stands_beside_the_words_and_the_checklist_panel_makes_room(at_parts: Hands) -> None:
    views = body(at_parts)
    step, parts = place_of(at_parts, views.step), place_of(at_parts, views.parts)
    assert step.right() < parts.left()
    assert views.route.is_folded
    at_parts.turn(-1)
    assert not views.route.is_folded


def test_the_folded_checklist_panel_has_its_stops_again_when_it_has_room_in_another_look(at_parts: Hands) -> None:
    route = body(at_parts).route
    at_parts.window.look.set_theme(ThemeName.DARK)
    assert (route.entries, route.count) == ([], "0 of 12")
    at_parts.turn(-1)
    assert [entry.entry.title for entry in route.entries][:2] == ["Look at the car", "Take the power off"]


def test_in_a_narrow_window_it_stands_below_the_words(at_parts: Hands) -> None:
    at_parts.window.frame.resize(900, 768)
    settle()
    assert place_of(at_parts, body(at_parts).step).bottom() < place_of(at_parts, body(at_parts).parts).top()


def test_f4_docks_it_at_any_other_step_and_leads_into_it(at_parts: Hands) -> None:
    at_parts.turn(-1)
    at_parts.press(Key.Key_F4)
    assert place_of(at_parts, body(at_parts).step).bottom() < place_of(at_parts, body(at_parts).parts).top()
    assert body(at_parts).parts.ways.hasFocus()
    at_parts.press(Key.Key_F4)
    assert (body(at_parts).parts.isVisible(), body(at_parts).step.hasFocus()) == (False, True)


def test_pagedown_leads_from_the_last_line_into_the_table_and_on(at_parts: Hands) -> None:
    said = []
    while at_parts.step == "measure":
        said.append(at_parts.window.work.keys.three_keys.on.detail)
        at_parts.press(Key.Key_PageDown)
    table = said.index("the parts table")
    assert said[table + 1 :] == ["Used part", "Close up"] or said[table + 1 :] == ["Close up"]


def test_pageup_leads_back_to_the_last_line(at_parts: Hands) -> None:
    enter_table(at_parts)
    while body(at_parts).parts.ways.hasFocus():
        at_parts.press(Key.Key_PageUp)
    assert (at_parts.step, body(at_parts).checklist.typing_in) == ("measure", "released")


def test_space_chooses_the_marked_way_and_goes_on(at_parts: Hands) -> None:
    enter_table(at_parts)
    body(at_parts).parts.ways.mark("original")
    settle()
    assert space(at_parts)[0] == "Choose “Original”"
    at_parts.press(Key.Key_Space)
    shown = at_parts.window.workbench.shown
    assert shown
    assert OptionChosen("original") in [event.act for event in shown.history.events]
    assert at_parts.step == "close"


def test_space_on_what_is_chosen_goes_on_and_takes_nothing_back(at_parts: Hands) -> None:
    at_parts.window.workbench.attempt(lambda job: job.toggle_option("used"))
    enter_table(at_parts)
    assert space(at_parts) == ("On", "Close up")
    at_parts.press(Key.Key_Space)
    shown = at_parts.window.workbench.shown
    assert shown
    assert (shown.state.option, at_parts.step) == ("used", "close")


PIECES = 12
"""More than there are."""


def before_parts(workshop: Workshop, pieces: int) -> Hands:
    """Return hands at the step before the parts, of which only so many pieces are made ready."""
    write_guide(workshop.guides.parent, WITH_PART_STEP)
    hands = workshop.open()
    hands.turn(1)
    look_at_the_step(hands, pieces)
    return hands


def look_at_the_step(hands: Hands, pieces: int = PIECES) -> None:
    """Look for so long that so many pieces are made ready."""
    for _piece in range(pieces):
        hands.window.parts._ahead._go_on()


def test_the_table_is_made_ready_before_its_step_comes(workshop: Workshop) -> None:
    hands = before_parts(workshop, PIECES)
    rows = body(hands).parts.rows
    assert [row.shown.name for row in rows] == ["Original", "Used part"]
    assert not body(hands).parts.isVisible()
    hands.turn(1)
    assert body(hands).parts.isVisible()
    assert body(hands).parts.rows == rows


@pytest.mark.walk(first=3)
@pytest.mark.parametrize("pieces", [0, PIECES - 1, *range(1, PIECES - 1)])
def test_the_table_is_whole_when_its_step_comes_however_much_was_ready(workshop: Workshop, pieces: int) -> None:
    hands = before_parts(workshop, pieces)
    hands.turn(1)
    names = [row.shown.name for row in body(hands).parts.rows]
    assert names == ["Original", "Used part"]
    assert all(row.isVisible() for row in body(hands).parts.rows)
    enter_table(hands)
    body(hands).parts.ways.mark("used")
    settle()
    hands.press(Key.Key_Space)
    shown = hands.window.workbench.shown
    assert shown
    assert OptionChosen("used") in [event.act for event in shown.history.events]


def test_what_was_made_ready_follows_what_is_done_meanwhile(workshop: Workshop) -> None:
    hands = before_parts(workshop, PIECES)
    before = [row.shown.fitted for row in body(hands).parts.rows]
    hands.window.workshop_settings.change({rate_key("RUB"): Decimal(6000)})
    hands.turn(1)
    assert [row.shown.fitted for row in body(hands).parts.rows] != before


def test_what_was_made_ready_is_made_ready_anew_after_an_act(workshop: Workshop) -> None:
    hands = before_parts(workshop, PIECES)
    quote = Quote("Ivanov", Decimal(450), "RUB", OptionKind.USED)
    hands.window.workbench.attempt(lambda job: add_quote(job, quote))
    assert len(body(hands).parts.rows) == 2
    for _piece in range(PIECES):
        hands.window.parts._ahead._go_on()
    rows = body(hands).parts.rows
    assert len(rows) == 3
    hands.turn(1)
    assert body(hands).parts.rows == rows


def test_the_models_of_faults_are_read_once_and_not_after_each_act(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = WITH_PART_STEP["guide.toml"] + '\n[[complaints]]\ntitle = "It is dead"\nstep = "measure"\n'
    write_guide(workshop.guides.parent, {**WITH_PART_STEP, "guide.toml": guide})
    read: list[str] = []
    monkeypatch.setattr(modelfile, "model_for", lambda _guide, complaint, _parts: read.append(complaint.title))
    hands = workshop.open()
    look_at_the_step(hands)
    assert body(hands).parts.rows
    read.clear()
    hands.turn(1)
    look_at_the_step(hands)
    assert read == []


def test_another_look_finds_the_table_out_of_sight_as_it_was(at_parts: Hands) -> None:
    parts = body(at_parts).parts
    assert parts.order
    parts.order.setCurrentIndex(1)
    settle()
    parts.rows[0].make_up.click()
    unfolded = parts.rows[0].shown.id
    at_parts.turn(-1)
    for _ in range(2):
        at_parts.choose(Action.OTHER_COLOURS)
        assert parts.rows == []
    at_parts.turn(1)
    assert parts.order
    assert parts.order.currentIndex() == 1
    assert [row.shown.name for row in parts.rows] == ["Used part", "Original"]
    assert [row.shown.id for row in parts.rows if row.is_unfolded] == [unfolded]


def test_once_a_way_is_chosen_in_the_docked_table_space_goes_on_with_the_step(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.turn(2)
    hands.press(Key.Key_F4)
    settle()
    assert (body(hands).parts_place.is_in_step, space(hands)[0]) == (False, "Choose “Original”")
    hands.press(Key.Key_Space)
    settle()
    shown = hands.window.workbench.shown
    assert shown
    assert (shown.state.option != "", space(hands)) == (True, ("On", shown.step.title))
    chosen = shown.state.option
    hands.press(Key.Key_Space)
    settle()
    assert shown.state.option == chosen
    assert not body(hands).parts_place.is_in_use
