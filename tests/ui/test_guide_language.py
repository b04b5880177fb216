"""The guide in the language of the workshop: what is translated is shown so, what is not is marked, ticks stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import exchange, write_guide
from tests.translations import LANGUAGE, PAGE, RUSSIAN, in_language
from tests.ui.hands import Hands, Workshop

pytestmark = pytest.mark.thorough

MISSING = "Not translated yet"


@pytest.fixture
def translated(workshop: Workshop, tmp_path: Path) -> Path:
    """Return the folder of the small guide, which has a translation now."""
    return write_guide(tmp_path, in_language(RUSSIAN))


def open_in_russian(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Return hands at a window of a workshop that has the language of the translation set."""
    monkeypatch.setattr("micra_assistant.workshop.setting_kinds.languages", lambda: ("en", LANGUAGE))
    monkeypatch.setattr("micra_assistant.assembly.speak", lambda _language: "")
    workshop.files.folder.mkdir(exist_ok=True)
    workshop.files.workshop.write_text(f'language = "{LANGUAGE}"\n', encoding="utf-8")
    return workshop.open()


def test_a_job_that_was_begun_in_english_goes_on_in_the_language(
    workshop: Workshop, translated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = workshop.open()
    hands.press(Qt.Key.Key_Space)
    hands.fill_in("battery", "12.6")
    workshop.close()
    hands = open_in_russian(workshop, monkeypatch)
    assert "Нажмите кнопку" in hands.text
    assert "Двери запираются" in hands.row("doors").accessibleName()
    assert (hands.row("doors").mark, hands.typed("battery")) == (Mark.DONE, "12.6")
    assert hands.said == ""


def test_a_step_that_is_not_translated_is_marked(
    workshop: Workshop, translated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = open_in_russian(workshop, monkeypatch)
    assert MISSING not in hands.text
    hands.window.workbench.go_to("measure")
    assert MISSING in hands.text
    assert "Замер и сборка" in hands.text
    assert "Suspect" in hands.text


def test_a_translation_that_cannot_be_read_is_said_once(
    workshop: Workshop, translated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange(translated.parent / LANGUAGE / "button" / PAGE, "large")
    hands = open_in_russian(workshop, monkeypatch)
    assert "Press the button" in hands.text
    assert hands.said.startswith("The translation of this guide cannot be read, so it is shown in English.")
    assert f"{PAGE}:1: " in hands.said
    hands.window.body.messages.drop()
    hands.begin("button")
    assert "cannot be read" not in hands.said
