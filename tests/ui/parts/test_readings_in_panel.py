"""What is measured on the car decides in the parts of the window at once, and undo takes that back."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant import assets
from micra_assistant.jobs.events import Entered, FaultSought
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.parts.way_row import WayRow
from tests.parts.ways import plain
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.painted_text import painted
from tests.ui.parts.test_parts_panel import panel

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands in a new job with the shipped guide, with the parts docked."""
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin("tailgate-button")
    hands.open_parts()
    return hands


def measure(hands: Hands, pressed: str) -> None:
    """Measure the pressed button, the leads first."""

    def enter(job: OpenJob) -> None:
        job.do(FaultSought("faults.toml"))
        job.do(Entered("leads", "0.2"))
        job.do(Entered("pressed", pressed))

    hands.window.workbench.attempt(enter)
    settle()


def row(hands: Hands, way: str) -> WayRow:
    """Return the row of a way."""
    return next(row for row in panel(hands).rows if row.shown.id == way)


def advice(hands: Hands) -> str:
    """Return what is advised for the button."""
    return plain(panel(hands).ways.sections[0].advice)


def test_a_dead_button_leaves_cleaning_out_and_undo_takes_it_in_again(hands: Hands) -> None:
    before = advice(hands)
    assert "“Clean the old button” comes cheapest" in before
    measure(hands, "13.8")
    assert "“Quality analogue” comes cheapest" in advice(hands)
    assert "Pressed, the button reads 13.6 Ω: over 10 Ω the guide says replace it" in advice(hands)
    assert row(hands, "analogue").shown.is_cheapest
    clean = row(hands, "clean").shown
    assert (clean.heard, clean.curve, clean.is_cheapest) == ("ruled out by this car’s readings", None, False)
    assert "ruled out by this car’s readings" in painted(row(hands, "clean"))
    assert "ruled out by this car’s readings" in row(hands, "clean").accessibleName()
    assert panel(hands).over_years
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert advice(hands) == before
    assert row(hands, "clean").shown.heard == ""


def test_a_doubtful_button_is_cleaned_first(hands: Hands) -> None:
    measure(hands, "5")
    assert "reads 4.8 Ω: clean once and measure again before you buy" in advice(hands)
    assert row(hands, "clean").shown.heard == "this car’s readings speak for it"
    assert row(hands, "original").shown.heard == "doubtful by this car’s readings"
    assert row(hands, "original").shown.curve is not None


def test_a_ruled_out_way_can_be_chosen_all_the_same(hands: Hands) -> None:
    measure(hands, "13.8")
    hands.window.workbench.attempt(lambda job: job.toggle_option("clean"))
    settle()
    assert row(hands, "clean").choose.isChecked()


def test_the_cost_over_the_years_says_whether_it_is_unfolded(hands: Hands) -> None:
    button = row(hands, "clean").make_up
    before = button.element.is_unfolded
    button.click()
    assert (before, button.element.is_unfolded) == (False, True)
    assert row(hands, "clean").is_unfolded
