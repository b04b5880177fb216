"""Every word that is shown was looked up: in a language of brackets, what stands outside them is a guide's or typed."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from micra_assistant.guide.model import Guide
from micra_assistant.ui.actions import Action, keys_and_words
from micra_assistant.words import install
from tests.pseudo import PSEUDO
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.usefixtures("guide_with_faults")

_TAG = re.compile(r"<[^>]*>|&[a-z]+;")
_LOOKED_UP = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_WORDS = {"Micra", "Assistant"} | {word for keys, _words in keys_and_words() for word in _WORD.findall(keys)}
"""The name of the program, and what is engraved on keys."""
VIEWS = [
    *(Action.JOBS, Action.PUT_BACK, Action.TIMELINE, Action.AWAY, Action.FIND_FAULT, Action.NOTE),
    *(Action.KEYS, Action.ABOUT, Action.BACKUPS),
]


@pytest.fixture
def spoken(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Return hands at a window that speaks the language of brackets."""
    monkeypatch.setattr("micra_assistant.assembly.speak", lambda _language: "")
    install(PSEUDO)
    yield workshop.open()
    install(None)


def shown(window: QWidget) -> Iterator[str]:
    """Yield all that a window shows, or tells those who do not see it."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            match widget:
                case QLabel() | QAbstractButton():
                    yield widget.text()
                case QLineEdit():
                    yield widget.placeholderText()
    yield from (action.text() for action in window.findChildren(QAction))


def words_of(guide: Guide) -> set[str]:
    """Return all words that the author of a guide has written."""
    files = [file for file in guide.folder.parent.rglob("*") if file.suffix in (".md", ".toml")]
    return {word for file in files for word in _WORD.findall(file.read_text(encoding="utf-8"))}


def not_looked_up(texts: Iterator[str], guide: Guide) -> set[str]:
    """Return the words that stand outside the brackets and are no guide's."""
    left: set[str] = set()
    for text in texts:
        rest = _TAG.sub(" ", text.replace("&&", ""))
        while _LOOKED_UP.search(rest):
            rest = _LOOKED_UP.sub(" ", rest)
        left |= set(_WORD.findall(rest)) - words_of(guide) - _NO_WORDS
    return left


def test_all_that_the_window_says_is_looked_up(spoken: Hands) -> None:
    assert spoken.window.workbench.shown
    assert not_looked_up(shown(spoken.window), spoken.window.workbench.shown.guide) == set()


@pytest.mark.parametrize("action", VIEWS)
def test_all_that_a_view_or_dialog_says_is_looked_up(spoken: Hands, action: Action) -> None:
    assert spoken.window.workbench.shown
    guide = spoken.window.workbench.shown.guide
    spoken.choose(action)
    settle()
    dialog = QApplication.activeModalWidget()
    found = not_looked_up(shown(dialog or spoken.window), guide)
    if dialog:
        dialog.close()
    assert found == set()
