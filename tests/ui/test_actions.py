"""What can be asked for by key."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.actions import Action, Handlers, make_actions
from micra_assistant.ui.frame.keys_dialog import KeysDialog
from micra_assistant.ui.frame.numbers_choice import NUMBERS_ACTS
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.workshop.settings_dialog import SettingsDialog
from tests.ui import in_sight
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import labels, open_dialog

Key = Qt.Key


def test_no_key_means_two_things(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keys = Counter(key.toString() for action in make_actions(window).values() for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []
    assert {"PgDown", "PgUp", "Space"} <= keys.keys()


def test_every_action_has_words(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = make_actions(window)
    assert actions.keys() == set(Action)
    assert all(action.text() for action in actions.values())


def test_what_the_platform_has_a_key_for_has_that_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = make_actions(window)
    standard = QKeySequence.StandardKey
    for name, keys in {
        Action.SEARCH: standard.Find,
        Action.PRINT: standard.Print,
        Action.UNDO: standard.Undo,
        Action.REDO: standard.Redo,
        Action.LARGER: standard.ZoomIn,
        Action.SMALLER: standard.ZoomOut,
        Action.QUIT: standard.Close,
        Action.KEYS: standard.HelpContents,
        Action.NEW_JOB: standard.New,
    }.items():
        assert set(QKeySequence.keyBindings(keys)) <= set(actions[name].shortcuts()), name


def test_every_action_without_a_key_is_in_a_menu(hands: Hands) -> None:
    in_menus = {action for menu in hands.window.frame.findChildren(QMenu) for action in menu.actions()}
    actions = hands.window.actions()
    assert [action.objectName() for action in actions if action.shortcut().isEmpty() and action not in in_menus] == []


def test_every_action_is_done_by_somebody(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    done = {Action.PARTS, *NUMBERS_ACTS}  # what can be checked is connected by those that check it
    let_do = MainWindow.let_do

    def listen(window: MainWindow, handlers: Handlers) -> None:
        done.update(handlers)
        let_do(window, handlers)

    monkeypatch.setattr(MainWindow, "let_do", listen)
    workshop.open()
    assert set(Action) - done == set()


def test_f1_shows_all_keys_as_the_actions_have_them(hands: Hands) -> None:
    hands.press(Key.Key_F1)
    shown = [label.text() for label in labels(open_dialog(KeysDialog))]
    assert shown[:3] == ["The three keys at the foot", "PgUp", "Back: the line or answer before, then the step before"]
    for action in hands.window.actions():
        if action.shortcuts():
            told = shown[shown.index(action.text()) - 1]
            assert all(keys.toString(QKeySequence.SequenceFormat.NativeText) in told for keys in action.shortcuts())
    hands.press(Key.Key_Escape)
    settle()
    assert hands.window.frame.findChild(KeysDialog) is None


def test_f1_leads_to_where_keys_are_chosen(hands: Hands) -> None:
    hands.press(Key.Key_F1)
    in_sight.button(open_dialog(KeysDialog), "Choose other keys…").click()
    settle()
    open_dialog(SettingsDialog).close()


def test_ctrl_q_closes_the_window(hands: Hands) -> None:
    hands.press(Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier)
    assert not hands.window.frame.isVisible()


def test_a_menu_opens_by_key(hands: Hands) -> None:
    opened: list[list[str]] = []

    def look() -> None:
        if menu := QApplication.activePopupWidget():
            opened.append([action.text() for action in menu.actions()])
            menu.close()

    while not hands.button("Print").hasFocus():
        hands.press(Key.Key_Tab)
    QTimer.singleShot(0, look)
    hands.press(Key.Key_Space)
    assert [words[0] for words in opened] == ["Print what is shown…"]
