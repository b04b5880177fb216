"""The outline beside the step."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.state import JobState
from micra_assistant.ui.frame.outline import Outline
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.ui.dressing import dress
from tests.ui.hands import settle


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_words_end_where_their_room_ends(qtbot: QtBot, application: QApplication, scale: float) -> None:
    look = Look(load_theme(ThemeName.LIGHT), scale)
    dress(application, look)
    guide = Library(assets.guides_folder()).guide("tailgate-button")
    outline = Outline()
    qtbot.addWidget(outline)
    outline.setFixedWidth(look.size(190))
    outline.show()
    for page in guide.pages:
        outline.show_page(guide, page)
        outline.show_checklist(guide, page.steps[0], Checklist(guide, JobState()))
        settle()
        shown = [entry for entry in outline.findChildren(QPushButton) if entry.isVisible()]
        assert len(shown) == len(guide.pages) + len(page.steps)
        assert [entry.text() for entry in shown if entry.sizeHint().width() > entry.width()] == []


def test_entries_are_made_anew_for_another_page_or_a_guide_that_was_rewritten(qtbot: QtBot) -> None:
    guide, rewritten = (Library(assets.guides_folder()).guide("tailgate-button") for _time in range(2))
    outline = Outline()
    qtbot.addWidget(outline)
    shown = []
    for of, page in ((guide, 0), (guide, 0), (guide, 1), (rewritten, 1)):
        outline.show_page(of, of.pages[page])
        shown.append(list(outline._steps.values()))
    assert shown[0] == shown[1]
    assert not set(shown[2]) & set(shown[1])
    assert not set(shown[3]) & set(shown[2])
