"""A circuit in a step: what the person chooses, and what is then shown."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from micra_assistant.ui.circuit.circuit_controls import CircuitControls
from micra_assistant.ui.circuit.circuit_view import CircuitView
from micra_assistant.ui.circuit.circuit_window import CircuitWindow
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import Files
from tests.circuits import CIRCUIT, PICTURE
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import open_dialog
from tests.ui.one_window import begun

pytestmark = pytest.mark.thorough

Key = Qt.Key

PAGES: Files = {
    "10-get-ready.md": f"""
        # Page {{: #page }}

        ## Know the circuit {{: #circuit }}

        The button joins the signal to ground.

        {PICTURE}

        - [ ] Understood {{: #understood }}

        ## Next {{: #next }}

        Words.
        """,
    "20-measure.md": "# End {: #end }\n\n## Last {: #last }\n\nWords.",
    **CIRCUIT,
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at a step with the small circuit."""
    return begun(request, PAGES)


def view(hands: Hands) -> CircuitView:
    """Return the circuit of the step being read."""
    return next(found for found in hands.window.body.findChildren(CircuitView) if found.isVisible())


def controls(hands: Hands) -> CircuitControls:
    """Return its switch and its list."""
    return view(hands).controls


def read(hands: Hands) -> str:
    """Return what the picture says to those who do not see it."""
    return view(hands).picture.accessibleDescription()


def tab_to(hands: Hands, widget: QWidget) -> None:
    """Press Tab until ``widget`` has the focus."""
    for _ in range(50):
        if widget.hasFocus():
            return
        hands.press(Key.Key_Tab)
    raise AssertionError(f"{widget} is not to be reached with Tab")


def choose(hands: Hands, box: ChoiceBox, *keys: Qt.Key) -> None:
    """Drop the list with a tap and choose with keys."""
    hands.tap(box)
    for key in keys:
        QTest.keyClick(box.view(), key)
    settle()


def large(hands: Hands) -> CircuitWindow:
    """Return the circuit, tapped."""
    hands.tap(view(hands).picture)
    return open_dialog(CircuitWindow)


def test_it_begins_with_the_sound_circuit_released(hands: Hands) -> None:
    assert read(hands) == "TP1, Signal at the button: 12 V; TP2, Ground at the button: 0 V"
    assert controls(hands).words == "A press pulls the signal down."


def test_the_switch_presses_and_releases_the_button(hands: Hands) -> None:
    drawing = view(hands).picture.grab().toImage()
    hands.tap(hands.button("Pressed"))
    assert "TP1, Signal at the button: 0 V" in read(hands)
    assert view(hands).picture.grab().toImage() != drawing
    hands.tap(hands.button("Released"))
    assert view(hands).picture.grab().toImage() == drawing


def test_a_fault_is_chosen_from_the_list_and_explained(hands: Hands) -> None:
    choose(hands, controls(hands).cases, Key.Key_Down, Key.Key_Return)
    assert controls(hands).cases.currentText() == "Signal wire broken"
    assert controls(hands).words == "Nothing reaches the button, pressed or not."
    assert "TP1, Signal at the button: 0 V" in read(hands)


def test_what_is_said_has_the_same_room_for_every_fault(hands: Hands) -> None:
    heights = set()
    for place in range(3):
        controls(hands).cases.setCurrentIndex(place)
        controls(hands).cases.activated.emit(place)
        settle()
        heights.add(view(hands).height())
    assert len(heights) == 1


def test_all_of_it_can_be_done_with_keys(hands: Hands) -> None:
    tab_to(hands, hands.button("Pressed"))
    hands.press(Key.Key_Space)
    assert controls(hands).state.pressed
    tab_to(hands, controls(hands).cases)
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert controls(hands).state.case.id == "open"
    tab_to(hands, hands.button("Released"))
    hands.press(Key.Key_Return)
    assert not controls(hands).state.pressed


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_space_and_enter_drop_the_list(hands: Hands, key: Qt.Key) -> None:
    cases = controls(hands).cases
    tab_to(hands, cases)
    hands.press(key)
    assert cases.view().isVisible()
    assert hands.row("understood").mark is Mark.EMPTY
    cases.hidePopup()


def test_the_keys_of_the_window_stay_the_windows(hands: Hands) -> None:
    choose(hands, controls(hands).cases, Key.Key_Down, Key.Key_Return)
    hands.tap(hands.button("Pressed"))
    hands.press(Key.Key_Space)
    assert hands.row("understood").mark is Mark.DONE
    tab_to(hands, controls(hands).cases)
    hands.turn(1)
    assert hands.step == "next"


def test_the_wheel_over_the_list_chooses_nothing(hands: Hands) -> None:
    cases = controls(hands).cases
    place = QPointF(cases.mapTo(hands.window, cases.rect().center()))
    QTest.wheelEvent(hands.window.frame.windowHandle(), place, QPoint(0, -120))
    settle()
    assert cases.currentIndex() == 0


def test_badges_say_where_the_readings_come_from(hands: Hands) -> None:
    labels = [label.text() for label in view(hands).findChildren(QLabel)]
    assert any("TP1 <a" in text and "TP2 <a" in text and "! unlike" in text for text in labels)
    hands.tap_link("source:versa")
    assert hands.said.startswith("Manual of a sister car")


def test_a_tap_enlarges_it_as_it_stands_and_what_is_chosen_there_is_kept(hands: Hands) -> None:
    hands.tap(hands.button("Pressed"))
    window = large(hands)
    (inside,) = window.findChildren(CircuitControls)
    assert inside.state == controls(hands).state
    assert window.view.width() > 1.5 * view(hands).picture.width()
    drawing = window.view.grab().toImage()
    choose(hands, inside.cases, Key.Key_Down, Key.Key_Return)
    assert window.view.grab().toImage() != drawing
    hands.tap(window.view)
    assert QApplication.activeModalWidget() is None
    assert (controls(hands).state.case.id, controls(hands).state.pressed) == ("open", True)
    assert "TP1, Signal at the button: 0 V" in read(hands)


def test_a_tap_on_a_cut_short_name_shows_all_of_it(hands: Hands) -> None:
    cases = controls(hands).cases
    cases.addItem("A fault whose name is so long that the list has no room for it while it is shut")
    hands.tap(cases)
    assert cases.view().width() >= cases.view().sizeHintForColumn(0)
    cases.hidePopup()


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (800, False)])
def test_it_stands_beside_the_words_where_there_is_room(hands: Hands, width: int, beside: bool) -> None:
    hands.window.frame.resize(width, 768)
    settle()
    words = next(label for label in hands.window.body.step.findChildren(QLabel) if "joins" in label.text())
    words_place, place = (QRect(part.mapTo(hands.window, QPoint()), part.size()) for part in (words, view(hands)))
    assert (words_place.right() < place.x()) is beside
    assert (words_place.bottom() < place.y()) is not beside
