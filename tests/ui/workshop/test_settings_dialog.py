"""The dialog of the settings: made from their declarations, each holds at once and can be reset, bad ones are said."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from micra_assistant.errors import NotSavedError
from micra_assistant.number_words import GAP
from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action
from micra_assistant.ui.assigned_keys import THREE_KEYS
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.path_row import PathRow
from micra_assistant.ui.workshop.appearance_choices import APPEARANCE_SETTINGS, Themes
from micra_assistant.ui.workshop.key_catcher import KeyCatcher
from micra_assistant.ui.workshop.settings_dialog import SettingsDialog
from micra_assistant.workshop.setting_kinds import ChoiceKind
from micra_assistant.workshop.settings import SETTINGS, Subject
from micra_assistant.workshop.values import Distance, PaperSize, Workshop
from micra_assistant.workshop.workshopfile import WorkshopFile
from tests.ui.hands import Hands, settle
from tests.ui.hands import Workshop as Place
from tests.ui.in_sight import labels, open_dialog
from tests.ui.photos import encoded, two_halves

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Settings:
    """The dialog, as a person uses it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        hands.press(Key.Key_Comma, held=CONTROL)
        self.dialog = open_dialog(SettingsDialog)

    def choose(self, key: str, words: str) -> None:
        """Choose one of the words of a setting with the keyboard."""
        box = self.dialog.fields[key].editor
        assert isinstance(box, ChoiceBox)
        box.setFocus()
        wanted = box.findText(words)
        assert wanted >= 0, words
        steps = wanted - box.currentIndex()
        self._hands.press(*[Key.Key_Down if steps > 0 else Key.Key_Up] * abs(steps))

    def write(self, key: str, words: str, then: Key = Key.Key_Tab) -> None:
        """Type words over what stands in the field of a setting, and leave it."""
        self.dialog.fields[key].editor.setFocus()
        self._hands.press(Key.Key_A, held=CONTROL)
        self._hands.press(Key.Key_Delete)
        self._hands.type(words, then)

    def reset(self, key: str) -> None:
        """Reset a setting."""
        self.dialog.fields[key].reset_button.click()
        settle()

    def shown(self, key: str) -> str:
        """Return what is typed or chosen."""
        return self.dialog.fields[key].text

    @property
    def refusals(self) -> dict[str, str]:
        """What is said beside the fields."""
        return {key: field.refusal for key, field in self.dialog.fields.items() if field.refusal}


@pytest.fixture
def settings(workshop: Place) -> Settings:
    """Return the dialog, open in the window."""
    return Settings(workshop.open())


def test_there_is_a_field_for_each_declared_setting_under_its_heading(settings: Settings) -> None:
    declared = [*APPEARANCE_SETTINGS, *SETTINGS.values()]
    keys = [name for name in settings.dialog.fields if name.startswith("keys.")]
    assert keys[:3] == [f"keys.{name}" for name in THREE_KEYS]
    assert {*keys} == {f"keys.{name}" for name in Action}
    shown = [setting.key for setting in declared if setting.kind.has_choice]
    assert list(settings.dialog.fields) == [*shown, *keys]
    titles = [label for label in labels(settings.dialog) if label.property("kind") == "panel-title"]
    titles.sort(key=lambda label: label.mapTo(settings.dialog, QPoint()).y())
    assert [label.text() for label in titles] == [*(subject.words for subject in Subject), "Folders"]


def test_every_theme_has_words() -> None:
    kind = APPEARANCE_SETTINGS[0].kind
    assert isinstance(kind, ChoiceKind)
    assert [name.value for name in ThemeName] == [name for name in map(str, Themes) if name != "open"]
    assert kind.words.keys() == set(map(str, Themes)), "a new theme needs words in appearance_choices.py"


def test_what_is_changed_holds_at_once(workshop: Place, settings: Settings) -> None:
    settings.choose("paper", "Letter")
    settings.choose("distance", "miles")
    settings.write("who", " Bea  B. ")
    settings.choose("numbers", Numbers.COMMA.example)
    settings.write("rate.RUB", "1.054,50")
    settings.choose("voice_speed", "Fast")
    assert settings.dialog.isVisible()
    now = workshop.settings
    assert (now.rates, now.who, now.paper) == ({"RUB": Decimal("1054.50")}, "Bea B.", PaperSize.LETTER)
    assert (now.numbers, now.distance, now.voice_speed) == (Numbers.COMMA, Distance.MI, "fast")


def test_the_window_behind_follows(workshop: Place) -> None:
    hands = workshop.open()
    hands.open_parts()
    settings = Settings(hands)
    settings.write("rate.RUB", "6000")
    assert hands.rate == "6000"
    settings.choose("numbers", Numbers.COMMA.example)
    assert "numbers-comma" in [action.objectName() for action in hands.window.actions() if action.isChecked()]


def test_the_look_changes_under_the_dialog(workshop: Place) -> None:
    hands = workshop.open()
    settings = Settings(hands)
    settings.choose("theme", "Dark")
    assert hands.window.appearance.look.theme.name is ThemeName.DARK
    settings.choose("scale", f"130{GAP}%")
    assert hands.window.appearance.look.scale == 1.3
    settings.reset("scale")
    settings.reset("theme")
    assert (hands.window.appearance.theme, hands.window.appearance.scale) == (None, None)
    assert (settings.shown("theme"), settings.shown("scale")) == ("open", "open")


def test_each_can_be_reset(workshop: Place, settings: Settings) -> None:
    settings.write("rate.EUR", "50")
    settings.choose("paper", "A5")
    settings.write("name", "Garage")
    changed = [key for key, field in settings.dialog.fields.items() if field.reset_button.isEnabled()]
    assert changed == ["name", "paper", "rate.EUR"]
    for key in changed:
        settings.reset(key)
    assert workshop.settings == Workshop()
    assert [settings.shown(key) for key in changed] == ["", "a4", ""]
    assert not any(field.reset_button.isEnabled() for field in settings.dialog.fields.values())


SAID = {
    "theme": "Dark",
    "scale": f"130{GAP}%",
    "name": "Garage",
    "logo": "logo.png",
    "who": "Bea",
    "paper": "A5",
    "numbers": Numbers.COMMA.example,
    "distance": "miles",
    "rate.RUB": "1200",
    "rate.EUR": "54,50",
    "rate.GBP": "45",
    "rate.USD": "60",
    "rate.JPY": "9000",
    "tax": "20",
    "kept_years": "5",
    "exchange": "1 GBP = 98,50 RUB, 2026-11-28",
    "aloud": "Yes",
    "voice_speed": "Slowly",
}
"""What is chosen or typed for each setting but the keys."""


def test_each_setting_survives_a_restart_and_can_be_reset_after_it(workshop: Place) -> None:
    settings = Settings(workshop.open())
    (workshop.files.folder / "logo.png").write_bytes(encoded(two_halves(), "png"))
    assert [*SAID] == [key for key in settings.dialog.fields if not key.startswith("keys.")]
    for key, words in SAID.items():
        is_choice = isinstance(settings.dialog.fields[key].editor, ChoiceBox)
        settings.choose(key, words) if is_choice else settings.write(key, words)
    chosen = {key: settings.shown(key) for key in SAID if key != "aloud"}
    assert settings.refusals == {}
    settings.dialog.reject()
    workshop.close()
    settings = Settings(workshop.open())
    assert {key: settings.shown(key) for key in chosen} == chosen
    changed = [key for key, field in settings.dialog.fields.items() if field.reset_button.isEnabled()]
    assert {*chosen} <= {*changed} <= {*SAID}, "the voice is off again where there is none"
    for key in changed:
        settings.reset(key)
    assert not any(field.reset_button.isEnabled() for field in settings.dialog.fields.values())
    assert workshop.settings == Workshop()


def test_the_keys_of_an_action_survive_a_restart_and_can_be_reset_after_it(workshop: Place) -> None:
    hands = workshop.open()
    settings = Settings(hands)
    settings.dialog.fields["keys.undo"].editor.setFocus()
    settle()
    hands.press(Key.Key_Space, Key.Key_F13)
    settings.dialog.reject()
    workshop.close()
    settings = Settings(workshop.open())
    editor = settings.dialog.fields["keys.undo"].editor
    assert isinstance(editor, KeyCatcher)
    assert (editor.text(), settings.dialog.fields["keys.undo"].reset_button.isEnabled()) == ("F13", True)
    settings.reset("keys.undo")
    assert editor.text().startswith("Ctrl+Z")


def test_rates_are_shown_anew_when_numbers_are_written_otherwise(settings: Settings) -> None:
    settings.write("rate.EUR", "54.50")
    settings.choose("numbers", Numbers.COMMA.example)
    assert settings.shown("rate.EUR") == "54,50"


def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(workshop: Place, settings: Settings) -> None:
    for key, words in {"rate.EUR": "dear", "rate.RUB": "5 $", "logo": "none.png"}.items():
        settings.write(key, words)
    said = {
        "logo": "This cannot be shown: picture none.png does not exist",
        "rate.RUB": "The labour rate here is in RUB, not in USD.",
        "rate.EUR": "“dear” is not a number. Type a price such as 45.50.",
    }
    assert settings.refusals == said
    settings.choose("paper", "A5")
    assert settings.shown("rate.EUR") == "dear", "another change takes nothing away"
    assert workshop.settings == Workshop(paper=PaperSize.A5)
    settings.reset("logo")
    assert settings.shown("logo") == ""
    assert set(settings.refusals) == {"rate.RUB", "rate.EUR"}


def test_closing_takes_what_is_still_being_typed(workshop: Place, settings: Settings) -> None:
    settings.write("name", "Garag", Key.Key_E)
    settings.dialog.reject()
    assert workshop.settings.name.lower() == "garage"


def test_closing_waits_once_for_what_cannot_be(settings: Settings) -> None:
    settings.write("rate.EUR", "dea", Key.Key_R)
    settings.dialog.reject()
    assert settings.dialog.isVisible()
    assert settings.refusals.keys() == {"rate.EUR"}
    settings.dialog.reject()
    assert not settings.dialog.isVisible()


def test_what_cannot_be_kept_is_said_in_the_dialog(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError("the disk is full")

    monkeypatch.setattr(WorkshopFile, "change", refuse)
    settings.write("name", "Garage")
    assert "the disk is full" in [label.text() for label in labels(settings.dialog)]
    assert settings.shown("name") == "Garage"
    settings.choose("paper", "A5")
    assert settings.shown("paper") == "a4", "what is not kept is not shown as chosen"


def test_a_logo_can_be_chosen_anywhere(
    workshop: Place, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "elsewhere" / "logo.png"
    logo.parent.mkdir()
    logo.write_bytes(encoded(two_halves(), "png"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))
    settings.dialog.fields["logo"].findChildren(QPushButton)[0].click()
    assert workshop.settings.logo == workshop.files.folder / "logo.png"
    assert settings.shown("logo") == "logo.png"


def test_what_another_window_changes_is_shown(workshop: Place) -> None:
    hands = workshop.open()
    settings = Settings(hands)
    workshop.files.folder.mkdir(parents=True, exist_ok=True)
    workshop.files.workshop.write_text('who = "Bea"', encoding="utf-8")
    hands.window.workshop_settings.check()
    assert settings.shown("who") == "Bea"


def test_folders_can_be_opened_and_their_paths_copied(
    workshop: Place, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) < 3

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    records, backups, guides = settings.dialog.findChildren(PathRow)
    for row in (records, backups, guides, guides):
        row.findChildren(QPushButton)[0].click()
    assert opened == [str(workshop.files.folder), str(workshop.guides), str(workshop.guides)]
    assert backups.said == "It is not there yet: it is made when something is kept in it."
    assert guides.said == "It cannot be opened from here: copy its path instead."
    guides.findChildren(QPushButton)[1].click()
    assert QGuiApplication.clipboard().text() == str(workshop.guides)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600), (640, 360)])
def test_it_is_no_larger_than_the_window(workshop: Place, width: int, height: int) -> None:
    dialog = Settings(workshop.open(width, height)).dialog
    assert (dialog.width() <= width, dialog.height() <= height) == (True, True)
