"""Light, dark, or as the desktop has it; text that suits the screen."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu
from shiboken6 import isValid

from micra_assistant.ui import appearance
from micra_assistant.ui.controllers import look_controller
from micra_assistant.ui.notes.note_box import NoteBox
from micra_assistant.ui.step.confirm_card import ConfirmCard
from micra_assistant.ui.style.theme import ThemeName, load_theme, system_theme
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTRAST = ("High contrast: black on white", "High contrast: white on black")
COLOURS = ("Colours of the desktop", "Light colours", "Dark colours", *CONTRAST)


class Desktop:
    """What the program sees of the desktop, to be changed while the window is open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def turn(self, name: ThemeName) -> None:
        """Change the colours of the desktop."""
        self._patch.setattr(appearance, "system_theme", lambda: name)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        settle()

    def move(self, hands: Hands, width: int) -> None:
        """Move the window to a screen of a width."""
        size = QSize(width, width * 9 // 16)
        screen = SimpleNamespace(availableSize=lambda: size, size=lambda: size, physicalSize=QSizeF)
        self._patch.setattr(look_controller, "screen_of", lambda _window: screen)
        handle = hands.window.frame.windowHandle()
        assert handle is not None
        handle.screenChanged.emit(QGuiApplication.primaryScreen())
        settle()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Return the desktop, which is light."""
    monkeypatch.setattr(appearance, "system_theme", lambda: ThemeName.LIGHT)
    return Desktop(monkeypatch)


def theme(hands: Hands) -> ThemeName:
    """Return the theme that is seen."""
    shown = hands.window.grab().toImage().pixelColor(4, 300)
    return next(name for name in ThemeName if load_theme(name).colour("window") == shown)


def colours(hands: Hands) -> dict[str, bool]:
    """Return what the menu offers for colours, and which of it is marked."""
    actions = [action for menu in hands.window.frame.findChildren(QMenu) for action in menu.actions()]
    return {action.text(): action.isChecked() for action in actions if action.text() in COLOURS}


def choose(hands: Hands, words: str) -> None:
    """Choose something in a menu."""
    actions = [action for menu in hands.window.frame.findChildren(QMenu) for action in menu.actions()]
    next(action for action in actions if action.text() == words).trigger()
    settle()


def marked(hands: Hands) -> list[str]:
    """Return which colours are marked in the menu."""
    return [words for words, is_marked in colours(hands).items() if is_marked]


def test_the_window_follows_the_desktop_while_it_is_open(desktop: Desktop, hands: Hands) -> None:
    assert theme(hands) is ThemeName.LIGHT
    desktop.turn(ThemeName.DARK)
    assert (theme(hands), marked(hands)) == (ThemeName.DARK, ["Colours of the desktop"])
    desktop.turn(ThemeName.LIGHT)
    assert theme(hands) is ThemeName.LIGHT


def test_colours_chosen_by_hand_stay(desktop: Desktop, workshop: Workshop, hands: Hands) -> None:
    choose(hands, "Light colours")
    desktop.turn(ThemeName.DARK)
    assert (theme(hands), marked(hands)) == (ThemeName.LIGHT, ["Light colours"])
    workshop.close()
    hands = workshop.open()
    assert (theme(hands), marked(hands)) == (ThemeName.LIGHT, ["Light colours"])


def test_the_desktop_is_followed_again_when_that_is_chosen(desktop: Desktop, workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_F9)
    assert (theme(hands), marked(hands)) == (ThemeName.DARK, ["Dark colours"])
    choose(hands, "Colours of the desktop")
    assert (theme(hands), marked(hands)) == (ThemeName.LIGHT, ["Colours of the desktop"])
    workshop.close()
    hands = workshop.open()
    desktop.turn(ThemeName.DARK)
    assert theme(hands) is ThemeName.DARK


@pytest.mark.parametrize(("words", "chosen", "turned"), [(*CONTRAST, ThemeName.CONTRAST_DARK)])
def test_high_contrast_is_chosen_in_the_menu_and_turned_by_the_key(
    workshop: Workshop, hands: Hands, words: str, chosen: str, turned: ThemeName
) -> None:
    choose(hands, words)
    assert (theme(hands), marked(hands)) == (ThemeName.CONTRAST_LIGHT, [words])
    hands.press(Key.Key_F9)
    assert (theme(hands), marked(hands)) == (turned, [chosen])
    workshop.close()
    hands = workshop.open()
    assert (theme(hands), marked(hands)) == (turned, [chosen])
    hands.press(Key.Key_F9)
    assert theme(hands) is ThemeName.CONTRAST_LIGHT


@pytest.mark.parametrize(
    ("dark", "contrast", "wanted"),
    [
        (False, Qt.ContrastPreference.NoPreference, ThemeName.LIGHT),
        (True, Qt.ContrastPreference.NoPreference, ThemeName.DARK),
        (False, Qt.ContrastPreference.HighContrast, ThemeName.CONTRAST_LIGHT),
        (True, Qt.ContrastPreference.HighContrast, ThemeName.CONTRAST_DARK),
    ],
)
def test_the_desktop_says_whether_it_is_dark_and_of_high_contrast(
    monkeypatch: pytest.MonkeyPatch, dark: bool, contrast: Qt.ContrastPreference, wanted: ThemeName
) -> None:
    scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
    asked = SimpleNamespace(contrastPreference=lambda: contrast)
    hints = SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: asked)
    monkeypatch.setattr("micra_assistant.ui.style.theme.QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    assert system_theme() is wanted


def test_a_desktop_that_turns_to_high_contrast_is_followed(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    monkeypatch.setattr(appearance, "system_theme", lambda: ThemeName.CONTRAST_DARK)
    hints = QGuiApplication.styleHints().accessibility()
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    settle()
    assert (theme(hands), marked(hands)) == (ThemeName.CONTRAST_DARK, ["Colours of the desktop"])


def test_nobody_is_disturbed_while_typing(desktop: Desktop, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("1", then=Key.Key_2)
    desktop.turn(ThemeName.DARK)
    assert (theme(hands), hands.typed("battery")) == (ThemeName.LIGHT, "12")
    hands.type(".6")
    assert (theme(hands), hands.typed("battery")) == (ThemeName.DARK, "12.6")
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.values["battery"] == "12.6"


def test_a_dialog_is_left_as_it_is(desktop: Desktop, hands: Hands) -> None:
    hands.press(Key.Key_F1)
    desktop.turn(ThemeName.DARK)
    assert theme(hands) is ThemeName.LIGHT
    dialog = hands.window.frame.findChild(QDialog)
    assert dialog is not None
    dialog.reject()
    settle()
    hands.press(Key.Key_Down)
    assert theme(hands) is ThemeName.DARK


def test_what_is_made_anew_is_gone_before_another_look_is_put_on(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    row, picture = hands.window.body.checklist.rows[0], hands.window.body.step.beside.findChild(DiagramView)
    there: list[tuple[bool, bool]] = []
    monkeypatch.setattr(appearance, "put_on", lambda *_: there.append((isValid(row), isValid(picture))))
    assert picture
    hands.window.look.set_theme(ThemeName.DARK)
    hands.window.look.set_theme(ThemeName.DARK)
    assert there == [(False, False)]
    assert hands.window.body.checklist.rows
    assert hands.window.body.step.beside.findChild(DiagramView)


def test_what_is_out_of_sight_is_gone_before_another_look_is_put_on(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    hands.type("Clip broken")
    hands.window.body.step.note.keep()
    hands.turn(1)
    hands.window.body.checklist.toggled.emit("negative-off")
    hands.press(Key.Key_Escape)
    there: list[tuple[int, int]] = []
    find = hands.window.findChildren
    monkeypatch.setattr(appearance, "put_on", lambda *_: there.append((len(find(NoteBox)), len(find(ConfirmCard)))))
    assert (len(find(NoteBox)), len(find(ConfirmCard))) == (1, 1)
    hands.window.look.set_theme(ThemeName.DARK)
    assert there == [(0, 0)]


def test_a_note_that_is_being_written_stays_in_another_look(hands: Hands) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    hands.type("Clip broken")
    hands.window.look.set_theme(ThemeName.DARK)
    hands.window.look.set_theme(ThemeName.LIGHT)
    assert hands.window.body.step.note.typed == "Clip broken"


def test_text_suits_the_screen_that_the_window_comes_to(desktop: Desktop, hands: Hands) -> None:
    desktop.move(hands, 1920)
    assert hands.window.appearance.look.scale == 1.3
    desktop.move(hands, 3840)
    assert hands.window.appearance.look.scale == 2.5
    desktop.move(hands, 1366)
    assert hands.window.appearance.look.scale == 1.0


def test_a_text_size_chosen_by_hand_stays_on_every_screen(desktop: Desktop, hands: Hands) -> None:
    hands.press(Key.Key_Plus, held=CONTROL)
    desktop.move(hands, 1920)
    assert hands.window.appearance.look.scale == 1.15


def test_a_window_that_is_closed_takes_no_notice(desktop: Desktop, workshop: Workshop, hands: Hands) -> None:
    workshop.close()
    desktop.turn(ThemeName.DARK)
    assert theme(workshop.open()) is ThemeName.DARK
