"""Keys that a person chose: in the settings, by pressing them; they hold at once, in dialogs too, and are kept."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.frame.keys_dialog import KeysDialog
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workshop.key_catcher import KeyCatcher
from micra_assistant.ui.workshop.setting_row import SettingRow
from micra_assistant.ui.workshop.settings_dialog import SettingsDialog
from tests.ui.hands import Hands, Workshop, answer, settle
from tests.ui.in_sight import labels, open_dialog
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def row(name: str) -> SettingRow:
    """Return the row of an action in the open settings."""
    return open_dialog(SettingsDialog).fields[f"keys.{name}"]


def assign(hands: Hands, name: str, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """Choose a key for an action in the settings, by keys alone, and return what is said against it."""
    hands.press(Key.Key_Comma, held=CONTROL)
    catcher = row(name).editor
    catcher.setFocus()
    hands.press(Key.Key_Return)
    hands.press(key, held=held)
    refusal = row(name).refusal
    hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    return refusal


def keys(hands: Hands, name: str) -> list[str]:
    """Return the keys that an action has."""
    action = hands.window.findChild(QAction, name)
    assert isinstance(action, QAction)
    return [key.toString() for key in action.shortcuts()]


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("pedal", [Key.Key_F13, Key.Key_F24, Key.Key_MediaNext, Key.Key_VolumeDown])
def test_a_pedal_does_what_space_does(hands: Hands, pedal: Key) -> None:
    assert assign(hands, "tick", pedal) == ""
    before = said(hands)
    hands.press(pedal)
    assert said(hands) != before
    assert keys(hands, "tick")[0] == "Space"


def test_another_key_takes_the_place_of_the_usual_one(hands: Hands) -> None:
    assert assign(hands, "search", Key.Key_F16) == ""
    hands.press(Key.Key_F, held=CONTROL)
    assert not hands.window.body.header.search.hasFocus()
    hands.press(Key.Key_F16)
    assert hands.window.body.header.search.hasFocus()


def test_a_key_of_something_else_is_refused_until_it_is_free(hands: Hands) -> None:
    refusal = assign(hands, "tick", Key.Key_F6)
    assert refusal.startswith("“F6” is the key of “What is to be put back”")
    assert keys(hands, "tick") == ["Space"]
    assert assign(hands, "put-back", Key.Key_Delete) == ""
    assert assign(hands, "tick", Key.Key_F6) == ""
    assert keys(hands, "tick") == ["Space", "F6"]
    assert keys(hands, "put-back") == []


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_5, Key.Key_Comma, Key.Key_Tab, Key.Key_Return, Key.Key_Home])
def test_what_fields_need_is_refused(hands: Hands, key: Key) -> None:
    assert "is needed in fields" in assign(hands, "tick", key)
    assert keys(hands, "tick") == ["Space"]


def test_the_three_keys_keep_their_usual_keys(hands: Hands) -> None:
    assign(hands, "next", Key.Key_F14)
    assign(hands, "next", Key.Key_F15)
    assert keys(hands, "next") == ["PgDown", "F14", "F15"]
    assign(hands, "next", Key.Key_Delete)
    assert keys(hands, "next") == ["PgDown"]
    assert assign(hands, "search", Key.Key_Space).startswith("“Space” is the key of")


def test_escape_leaves_the_key_as_it_is(hands: Hands) -> None:
    hands.press(Key.Key_Comma, held=CONTROL)
    catcher = row("tick").editor
    catcher.setFocus()
    settle()
    hands.press(Key.Key_Space, Key.Key_Escape)
    assert isinstance(catcher, KeyCatcher)
    assert catcher.text() == "Space"
    assert open_dialog(SettingsDialog)


def test_it_can_be_reset(hands: Hands) -> None:
    assign(hands, "search", Key.Key_F16)
    hands.press(Key.Key_Comma, held=CONTROL)
    button = row("search").reset_button
    assert button.isEnabled()
    button.setFocus()
    hands.press(Key.Key_Return)
    assert keys(hands, "search")[0] == "Ctrl+F"
    assert not button.isEnabled()


def test_it_is_kept_till_the_next_start(hands: Hands, workshop: Workshop) -> None:
    assign(hands, "tick", Key.Key_F13)
    workshop.close()
    again = workshop.open()
    assert keys(again, "tick") == ["Space", "F13"]
    again.press(Key.Key_F1)
    assert "Space or F13" in [label.text() for label in labels(open_dialog(KeysDialog))]


def test_it_works_in_a_dialog(hands: Hands) -> None:
    assign(hands, "next", Key.Key_F14)
    marked: list[bool] = []

    def look(dialog: CloseDialog) -> None:
        settle()  # a key does only what the foot has said
        hands.press(Key.Key_F14)
        marked.append(dialog.focusWidget() is not dialog)

    answer(CloseDialog, look, lambda dialog: dialog.reject())
    hands.choose("close-job")
    assert marked == [True]


def opened_with(workshop: Workshop, kept: Mapping[str, str]) -> Hands:
    """Return hands at a window for which these keys were kept, by action."""
    workshop.files.settings.parent.mkdir(parents=True, exist_ok=True)
    settings = WindowSettings(workshop.files.settings)
    for action, chosen in kept.items():
        settings.keep_keys(action, chosen)
    del settings
    return workshop.open()


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("tick", "Foo", "There is no key “Foo”."),
        ("tick", "b", "“b” is needed in fields."),
        ("no-such-thing", "F13", "There is nothing of that name"),
    ],
)
def test_what_was_kept_and_cannot_be_is_said_and_not_used(workshop: Workshop, name: str, text: str, why: str) -> None:
    hands = opened_with(workshop, {name: text})
    assert f"The keys that were kept for “{name}” are not used: {why}" in hands.said
    assert keys(hands, "tick") == ["Space"]


def test_the_three_keys_keep_their_usual_keys_whatever_was_kept(workshop: Workshop) -> None:
    hands = opened_with(workshop, {"tick": "F13", "home": "PgDown; F14"})
    assert (keys(hands, "tick"), keys(hands, "next")) == (["Space", "F13"], ["PgDown"])
    assert keys(hands, "home") == ["F14"]


def test_a_key_that_was_kept_twice_is_one_thing_s_only(workshop: Workshop) -> None:
    hands = opened_with(workshop, {"home": "F13", "jobs": "F13"})
    assert "“F13” was chosen for something else, too." in hands.said
    assert (keys(hands, "home"), keys(hands, "jobs")) == (["F13"], ["Ctrl+J"])


def test_what_was_chosen_comes_before_what_is_usual(workshop: Workshop) -> None:
    hands = opened_with(workshop, {"jobs": "F6"})
    assert hands.said == "" or "F6" not in hands.said
    assert (keys(hands, "jobs"), keys(hands, "put-back")) == (["F6"], [])


def test_words_that_name_a_key_name_the_chosen_one(hands: Hands) -> None:
    assert hands.window.body.header.search.placeholderText() == "Search  Ctrl+F"
    assign(hands, "search", Key.Key_F16)
    assign(hands, "all-lines", Key.Key_Delete)
    assign(hands, "redo", Key.Key_F17)
    assert hands.window.body.header.search.placeholderText() == "Search  F16"
    assert hands.button("All lines").text() == "All lines"
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Z, held=CONTROL)
    assert hands.said.endswith("F17 does it again.")
