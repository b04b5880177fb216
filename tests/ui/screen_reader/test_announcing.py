"""What is announced is said once, and only if somebody listens."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from micra_assistant.ui.screen_reader.announcing import announce
from tests.ui.listening import Heard


def test_words_are_said(heard: Heard) -> None:
    announce(QLabel(), "Saved")
    assert heard.take() == ["Saved"]


def test_no_words_are_not(heard: Heard) -> None:
    announce(QLabel(), "")
    assert heard.take() == []


def test_nothing_is_done_while_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    unwanted = Heard()
    monkeypatch.setattr(QAccessible, "updateAccessibility", unwanted.updateAccessibility)
    announce(QLabel(), "Saved")
    assert unwanted.take() == []
