"""What can be asked for by key."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.actions import Action, Handlers, keys_and_words, make_actions
from micra_assistant.ui.frame.keys_dialog import KeysDialog
from micra_assistant.ui.frame.numbers_choice import NUMBERS_ACTS
from micra_assistant.ui.main_window import MainWindow
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import labels, open_dialog

Key = Qt.Key


def test_no_key_means_two_things(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keys = Counter(key.toString() for action in make_actions(window).values() for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []
    assert {"PgDown", "PgUp", "Space"} <= keys.keys()


def test_every_action_has_words_and_every_key_is_told(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = make_actions(window)
    assert actions.keys() == set(Action)
    assert all(action.text() for action in actions.values())
    with_keys = [action for action in actions.values() if not action.shortcut().isEmpty()]
    assert keys_and_words() == [(action.shortcut().toString(), action.text()) for action in with_keys]


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


def test_f1_shows_the_keys(hands: Hands) -> None:
    hands.press(Key.Key_F1)
    shown = [label.text() for label in labels(open_dialog(KeysDialog))]
    assert shown[shown.index("PgDown") + 1] == "On: the next line or answer, then the next step"
    hands.press(Key.Key_Escape)
    settle()
    assert hands.window.frame.findChild(KeysDialog) is None


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
