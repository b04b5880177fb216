"""Colours and text size of the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.actions import Action
from micra_assistant.ui.appearance import put_on
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.ui.hands import Hands, Workshop, answer, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def window_colour(hands: Hands) -> str:
    """Return the colour of the window between its cards."""
    return hands.window.grab().toImage().pixelColor(4, 300).name()


def title_height(hands: Hands) -> int:
    """Return how high the letters of the step's title are."""
    titles = hands.window.body.step.findChildren(QLabel)
    return next(title for title in titles if title.property("kind") == "title").fontMetrics().height()


def test_dark_colours_are_put_on_and_remembered(workshop: Workshop, hands: Hands) -> None:
    light, dark = (load_theme(name).colours["window"] for name in (ThemeName.LIGHT, ThemeName.DARK))
    assert window_colour(hands) == light
    hands.press(Key.Key_F9)
    assert window_colour(hands) == dark
    workshop.close()
    hands = workshop.open()
    assert window_colour(hands) == dark
    hands.press(Key.Key_F9)
    assert window_colour(hands) == light


@pytest.mark.walk
@pytest.mark.parametrize(("key", "grows"), [(Key.Key_Plus, True), (Key.Key_Equal, True), (Key.Key_Minus, False)])
def test_the_text_size_changes_and_is_remembered(workshop: Workshop, hands: Hands, key: Qt.Key, grows: bool) -> None:
    before = title_height(hands)
    hands.press(key, held=CONTROL)
    changed = title_height(hands)
    assert changed > before if grows else changed < before
    workshop.close()
    assert title_height(workshop.open()) == changed


def test_the_text_size_is_that_of_all_words(hands: Hands) -> None:
    body = hands.window.body
    words: list[QWidget] = [*body.header.findChildren(QToolButton), *body.foot.findChildren(QToolButton)]
    words += [*body.header.findChildren(QLabel), *body.strip.findChildren(QLabel), body.header.search]
    before = [widget.fontInfo().pixelSize() for widget in words]
    hands.press(*[Key.Key_Plus] * 3, held=CONTROL)
    after = [widget.fontInfo().pixelSize() for widget in words]
    assert after == [pytest.approx(1.5 * size, abs=0.6) for size in before]


def test_letters_that_a_desktop_has_set_for_some_words_are_not_taken(qtbot: QtBot) -> None:
    QApplication.setFont(QFont("Sans", 10), "QLabel")  # type: ignore[arg-type]  # a name is what it takes
    window = QWidget()
    qtbot.addWidget(window)
    put_on(window, Look(load_theme(ThemeName.LIGHT), 1.0))
    assert QApplication.font("QLabel") == QApplication.font()  # type: ignore[call-overload]  # it does take a name
    assert (QApplication.font().family(), QApplication.font().pixelSize()) == ("Roboto", 15)


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("action", [Action.ABOUT, Action.NEW_JOB, Action.DETAILS, Action.CLOSE_JOB, Action.SETTINGS])
def test_dialogs_look_as_the_window_does(hands: Hands, action: Action) -> None:
    sizes: list[int] = []
    answer(QDialog, lambda dialog: sizes.extend(_sizes_of_signs(dialog)), QDialog.reject)
    hands.choose(action)
    settle()
    assert set(sizes) == {14}


def _sizes_of_signs(dialog: QDialog) -> list[int]:
    return [button.iconSize().width() for button in dialog.findChildren(QPushButton)]


def test_the_text_size_has_ends(hands: Hands) -> None:
    many = len(SCALES) + 1
    hands.press(*[Key.Key_Minus] * many, held=CONTROL)
    smallest = title_height(hands)
    hands.press(*[Key.Key_Plus] * many, held=CONTROL)
    assert title_height(hands) > 2.8 * smallest
    hands.press(*[Key.Key_Minus] * (many - 2), held=CONTROL)
    assert title_height(hands) == smallest


@pytest.mark.parametrize("theme", ThemeName)
def test_step_and_checklist_lie_on_cards(hands: Hands, theme: ThemeName) -> None:
    hands.window.look.set_theme(theme)
    settle()
    shown = hands.window.grab().toImage()
    for part in (hands.window.body.step, hands.window.body.step.beside):
        area = part.findChild(QScrollArea)
        assert area is not None
        place = area.mapTo(hands.window, area.rect().bottomLeft()) + QPoint(2, -2)
        assert shown.pixelColor(place).name() == load_theme(theme).colours["card"]


def test_the_step_and_the_place_in_it_stay(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.turn(1)
    hands.press(Key.Key_F9)
    assert hands.step == "power-off"
    hands.turn(-1)
    assert hands.marked == "battery"


def test_bars_grow_only_as_far_as_the_window_has_room(hands: Hands) -> None:
    body = hands.window.body
    hands.press(*[Key.Key_Plus] * len(SCALES), held=CONTROL)
    words = body.header.findChildren(QToolButton)[0]
    large = words.fontInfo().pixelSize()
    hands.window.frame.resize(800, 600)
    settle()
    assert words.fontInfo().pixelSize() < 0.8 * large
    bars = body.header.height() + body.strip.height() + body.foot.height()
    assert bars <= 0.4 * hands.window.frame.height()
    assert title_height(hands) > 2 * words.fontMetrics().height()
    hands.window.frame.resize(1366, 768)
    settle()
    assert words.fontInfo().pixelSize() == large


def test_a_dialog_and_a_list_are_compact_in_a_small_window(hands: Hands) -> None:
    hands.press(*[Key.Key_Plus] * len(SCALES), held=CONTROL)
    hands.window.frame.resize(800, 600)
    settle()
    bar = hands.window.body.header.search.fontInfo().pixelSize()
    sizes: list[int] = []
    answer(QDialog, lambda dialog: sizes.append(dialog.findChildren(QLabel)[0].fontInfo().pixelSize()), QDialog.reject)
    hands.choose(Action.DETAILS)
    settle()
    hands.choose(Action.JOBS)
    aside = hands.window.body.aside
    assert aside
    sizes += [button.fontInfo().pixelSize() for button in aside.findChildren(QPushButton)[:1]]
    assert sizes == [pytest.approx(bar, abs=1)] * 2


def test_the_style_sheet_is_put_on_what_is_polished(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    polished: list[bool] = []

    def note(_sheet: str) -> None:
        polished.append(window.testAttribute(Qt.WidgetAttribute.WA_WState_Polished))

    monkeypatch.setattr(window, "setStyleSheet", note)
    put_on(window, Look(load_theme(ThemeName.LIGHT), 1.0))
    assert polished == [True]
