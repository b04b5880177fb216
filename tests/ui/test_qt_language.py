"""What Qt says by itself, in the language of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from micra_assistant.ui.qt_language import speak_qt

MONDAY = QDate(2026, 11, 30)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = QLocale()
    yield
    speak_qt("en")
    QLocale.setDefault(before)


def close_words() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    return box.button(QDialogButtonBox.StandardButton.Close).text()


@pytest.mark.parametrize(
    ("language", "close", "month"),
    [("de", "Schließen", "November"), ("ru", "Закрыть", "ноября"), ("en", "Close", "Nov")],
)
def test_its_buttons_and_months_are_in_the_language(language: str, close: str, month: str) -> None:
    speak_qt(language)
    assert close in close_words()
    assert month in QLocale().toString(MONDAY, "d MMMM yyyy")


def test_english_comes_back() -> None:
    speak_qt("de")
    speak_qt("en")
    assert "Close" in close_words()


def test_a_language_that_qt_does_not_know_is_english_there() -> None:
    speak_qt("eo")
    assert "Close" in close_words()
    assert QCoreApplication.instance()
