"""The page of a car, and the ways to it."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.jobs.events import Closed, Described, Entered, Held, Noted, OptionChosen
from micra_assistant.ui.car.car_view import CarView
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.workshop.values import Distance
from tests.jobs.recordfiles import RIGHT_SUMS, pragma
from tests.parts.ways import plain
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.three_keys import said

Key = Qt.Key


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at a window with two jobs of a car, the second of which is open."""
    hands = workshop.open()
    for battery, note in (("11.9", "Green pins"), ("12.6", "All dry")):
        hands.begin("button", "AB12 CDE")
        job = hands.window.workbench.shown
        assert job
        job.do(Entered("battery", battery))
        job.do(Noted("look", note))
        if battery == "11.9":
            job.do(OptionChosen("used"))
            job.do(Closed("Worn", "New battery", Held.YES))
    settle()
    return hands


def test_the_page_tells_all_that_is_known(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    assert hands.aside(CarView)
    for words in (
        "AB12 CDE",
        "TOO LOW",
        "12.4 to 13 V",
        "12.6 V  OK",
        "Used part · New battery",
        "All dry",
        "Green pins",
    ):
        assert words in hands.text, words
    assert "There are no photos: take one" in hands.text


def test_a_job_is_opened_from_there(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    jobs = hands.aside(CarView).jobs
    hands.tap(jobs[1])
    assert (hands.window.body.aside, hands.window.workbench.shown.state.is_closed) == (None, True)  # type: ignore[union-attr]


def test_the_page_is_that_of_the_plate_typed_at_home(hands: Hands) -> None:
    hands.begin("button", "XY1")
    hands.press(Key.Key_F7)
    hands.tap(hands.aside(HomeView).which.car)
    hands.type("ab12cde", Key.Key_F3)
    assert len(hands.aside(CarView).jobs) == 2


def test_the_page_of_an_open_job_is_a_tap_away(hands: Hands) -> None:
    hands.press(Key.Key_F7)
    hands.tap(hands.aside(HomeView).jobs.lines[0].car)
    assert hands.aside(CarView).accessibleName() == "AB12 CDE"
    hands.tap(hands.button("Back"))
    assert hands.aside(HomeView)


def test_from_a_job_it_leads_back_to_the_job(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    hands.tap(hands.button("Back"))
    assert (hands.window.body.aside, hands.car) == (None, "AB12 CDE")


def test_a_car_without_a_plate_has_no_page(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.press(Key.Key_F3)
    assert hands.said.startswith("Which car?")


def test_a_car_that_was_never_here_says_so(hands: Hands) -> None:
    hands.window.cars.show("NEW 1")
    assert "No job of this car is in the records: begin one at home." in hands.text
    assert "There are no notes" not in hands.text
    settle()
    assert said(hands) == "Home · where a job is begun"
    hands.press(Key.Key_Space)
    assert hands.aside(HomeView)
    hands.window.cars.show("NEW 1")
    hands.tap(hands.button("Home: begin a job"))
    assert hands.aside(HomeView)


def test_what_there_is_nothing_of_says_where_it_comes_from(hands: Hands) -> None:
    hands.begin("button", "NEW 2")
    hands.press(Key.Key_F3)
    for words in (
        "Nothing was measured on it yet: measure in a step of its job.",
        "Nothing was fitted or mended yet: it stands here once its job is closed.",
        "There are no notes: write one in a step of its job.",
        "There are no photos: take one in a step of its job.",
    ):
        assert words in hands.text


def test_the_page_follows_the_settings(hands: Hands) -> None:
    hands.window.workbench.begin("button", Described("NEW 3", mileage=84_000))
    hands.press(Key.Key_F3)
    assert "84 000 km" in plain(hands.aside(CarView).jobs[0].accessibleName())
    hands.window.workshop_settings.change_all({"distance": Distance.MI})
    settle()
    assert "52 195 mi" in plain(hands.aside(CarView).jobs[0].accessibleName())


def test_the_page_follows_the_look(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    former = hands.aside(CarView)
    hands.window.look.set_theme(ThemeName.DARK)
    settle()
    assert hands.aside(CarView) is not former


def test_the_three_keys_scroll_open_and_lead_back(hands: Hands) -> None:
    job = hands.window.workbench.shown
    assert job
    for number in range(30):
        job.do(Noted("look", f"Note {number}"))
    hands.press(Key.Key_F3)
    view = hands.aside(CarView)
    bar = view._area.verticalScrollBar()
    hands.press(*[Key.Key_PageDown] * 9)
    assert bar.value() == bar.maximum()
    assert view.three_keys.on.detail == "This is the end."
    hands.press(*[Key.Key_PageUp] * 9)
    assert hands.window.body.aside is None, "from the top it leads back"
    hands.press(Key.Key_F3, Key.Key_Space)
    assert (hands.window.body.aside, hands.car) == (None, "AB12 CDE")


def test_a_job_that_cannot_be_read_says_why(hands: Hands, workshop: Workshop) -> None:
    workshop.close()
    pragma(workshop.files.records, """UPDATE events SET act = '{"act": "flown"}' WHERE sequence = 2""", RIGHT_SUMS)
    hands = workshop.open()
    hands.press(Key.Key_F3)
    assert len(hands.aside(CarView).jobs) == 2
    assert "Not all of this job can be read: " in hands.text
