"""The checklist panel at the left: done, now, next, then, and where a tap leads."""

import shutil

import pytest
from PySide6.QtCore import Qt

from micra_assistant.jobs.events import StopLeftOut
from micra_assistant.jobs.routing.stop import Stand
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.style.theme import Theme
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key


def eyebrows(hands: Hands) -> dict[str, str]:
    """Return what stands over each title of the checklist panel."""
    return {entry.entry.title: entry.entry.eyebrow for entry in hands.window.body.route.entries}


def test_it_says_now_next_and_then(hands: Hands) -> None:
    assert eyebrows(hands) == {
        "Look at the car": "NOW · about 2\u00a0min",
        "Take the power off": "NEXT",
        "Measure": "THEN",
        "Close up": "",
        "Close the job": "",
    }
    route = hands.window.body.route
    assert (route.count, route.elsewhere, "about 2 min left" in hands.text) == ("0 of 12", "", True)
    assert "Checklist" in hands.text


def test_what_is_done_folds_to_one_line_and_unfolds(hands: Hands) -> None:
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.type("12.6")
    assert hands.stops[0] == "2 lines done"
    assert "Look at the car" not in hands.stops
    hands.tap(hands.stop("2 lines done"))
    assert hands.stops[:2] == ["2 lines done", "Look at the car"]
    hands.tap(hands.stop("Look at the car"))
    assert hands.step == "look"
    hands.tap(hands.stop("2 lines done"))
    assert "Look at the car" not in hands.stops


def test_what_is_done_is_unfolded_in_another_look_too(hands: Hands) -> None:
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.type("12.6")
    folded = hands.stops
    hands.press(Key.Key_F9)
    hands.tap(hands.stop("2 lines done"))
    assert hands.stops == [folded[0], "Look at the car", *folded[1:]]


def test_a_tap_on_a_stop_leads_there_and_the_step_in_sight_is_shown(hands: Hands) -> None:
    hands.tap(hands.stop("Measure"))
    assert hands.step == "measure"
    assert [entry.entry.title for entry in hands.window.body.route.entries if entry.entry.is_here] == ["Measure"]


def test_a_stop_that_is_left_out_says_why(hands: Hands) -> None:
    assert hands.window.workbench.shown
    hands.window.workbench.attempt(lambda job: job.do(StopLeftOut("measure", "no meter at hand")))
    entry = hands.stop("Measure").entry
    assert (entry.stand, entry.eyebrow, entry.small) == (Stand.LEFT_OUT, "LEFT OUT", "no meter at hand")
    assert hands.window.body.route.count == "0 of 9"


def test_it_folds_to_a_rail_beside_other_views_and_keeps_its_count(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.press(Key.Key_F6)
    route = hands.window.body.route
    assert (route.is_folded, route.rail.progress, route.rail.width()) == (True, (1, 12), 64)
    assert route.rail.accessibleName() == "Checklist: 1 of 12 lines done"
    hands.choose("show-job")
    assert (route.is_folded, route.count) == (False, "1 of 12")


def test_it_has_its_stops_once_a_window_that_was_narrow_has_room_for_them(workshop: Workshop) -> None:
    hands = workshop.open(900, 600)
    route = hands.window.body.route
    assert (route.is_folded, route.entries) == (True, [])
    hands.window.frame.resize(1366, 768)
    settle()
    assert (route.is_folded, len(route.entries)) == (False, 5)


def test_it_is_there_for_a_guide_that_is_looked_up(workshop: Workshop, hands: Hands) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands.press(Key.Key_Space)
    hands.window.workbench.show_guide("key")
    settle()
    route = hands.window.body.route
    assert (route.count, hands.stops[0]) == ("0 of 12", "Look at the car")
    hands.window.workbench.back_to_job()
    settle()
    assert route.count == "1 of 12"


def test_chapters_that_are_not_on_the_way_are_counted_and_lead_to_all_lines(finder: Finder) -> None:
    hands = finder.hands
    hands.choose("show-job")
    route = hands.window.body.route
    assert route.elsewhere == "Not on this way: 1 chapter"
    hands.tap(hands.button("Not on this way"))
    assert "All lines" in hands.text


def test_the_last_stop_closes_the_job_and_put_back_is_led_to(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.tap(hands.window.body.strip)
    assert hands.aside(PutBackView)


def test_a_step_where_nothing_is_to_be_done_is_no_line_that_is_done(workshop: Workshop) -> None:
    page = workshop.guides / "button" / "10-get-ready.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n## Read {: #read }\n\nWords.\n", encoding="utf-8")
    assert workshop.open().stops[0] == "Look at the car"


def test_there_is_no_panel_while_nothing_is_open(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.window.workbench.clear()
    settle()
    body = hands.window.body
    assert (body.route.isVisible(), body.strip.height(), body.strip.words) == (False, 48, "")


def test_every_entry_is_tapped_by_a_gloved_finger(hands: Hands) -> None:
    assert all(entry.height() >= 48 for entry in hands.window.body.route.entries)


def test_its_colours_are_those_of_the_theme(hands: Hands) -> None:
    hands.press(Key.Key_F9)
    theme: Theme = hands.window.appearance.look.theme
    image = hands.stop("Look at the car").grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(60) for y in range(0, image.height(), 2)}
    assert theme.colours["accent"] in colours
