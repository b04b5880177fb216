"""Dialogs that are only to be closed: the three keys lead through them near, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from micra_assistant.ui.actions import Action
from micra_assistant.ui.three_keys import Key as Three
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from tests.ui.hands import Hands, settle
from tests.ui.three_keys import press_in, said_in

pytestmark = pytest.mark.thorough

Key = Qt.Key
EACH = pytest.mark.parametrize("action", [Action.SETTINGS, Action.KEYS, Action.ABOUT])


def opened(hands: Hands, action: Action) -> QDialog:
    """Return the dialog that an action opens."""
    hands.choose(action)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


@EACH
def test_space_closes_it_while_nothing_is_marked(hands: Hands, action: Action) -> None:
    dialog = opened(hands, action)
    assert said_in(dialog) == "Close"
    press_in(dialog, Key.Key_Space)
    assert QApplication.activeModalWidget() is None


@EACH
def test_page_down_leads_through_it(hands: Hands, action: Action) -> None:
    dialog = opened(hands, action)
    before = said_in(dialog, Three.ON)
    press_in(dialog, Key.Key_PageDown)
    assert before.startswith("On · ")
    assert dialog.isVisible()
    dialog.close()


def test_space_opens_the_list_that_is_marked(hands: Hands) -> None:
    dialog = opened(hands, Action.SETTINGS)
    press_in(dialog, Key.Key_PageDown)
    assert isinstance(dialog.focusWidget(), ChoiceBox)
    assert said_in(dialog) == "Open the list · Colours"
    dialog.close()


def test_control_and_enter_close_the_settings_from_a_field(hands: Hands) -> None:
    dialog = opened(hands, Action.SETTINGS)
    dialog.fields["name"].editor.setFocus()  # type: ignore[attr-defined]  # they are the settings
    settle()
    assert said_in(dialog) == "Close"
    surface = dialog.windowHandle()
    assert surface
    QTest.keyClick(surface, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert QApplication.activeModalWidget() is None
