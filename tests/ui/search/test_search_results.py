"""The list of hits: the best one is chosen until the person chooses another."""

import pytest
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.search.documents import DocumentKind
from micra_assistant.search.hits import Hit, Marked, SearchResult
from micra_assistant.ui.search.search_results import SearchResults
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.text_block import TextBlock

LOOK = Look(load_theme(ThemeName.LIGHT), 1.0)


def hit(step: str) -> Hit:
    return Hit(kind=DocumentKind.STEP, guide="button", step=step, title=Marked(step), where="", excerpt=Marked(""))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return what the list lies on."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def results(window: QWidget) -> SearchResults:
    """Return a list with two hits, while the guides are still read."""
    results = SearchResults(window)
    results.show_found(SearchResult((hit("look"), hit("close"))), "Reading", LOOK)
    return results


def test_a_better_hit_that_is_found_later_is_the_chosen_one(results: SearchResults) -> None:
    results.show_found(SearchResult((hit("measure"), hit("look"))), "", LOOK)
    assert results.chosen == hit("measure")


def test_the_hit_that_the_person_has_chosen_stays_chosen(results: SearchResults) -> None:
    results.choose_next(1)
    results.show_found(SearchResult((hit("measure"), hit("look"), hit("close"))), "", LOOK)
    assert results.chosen == hit("close")
    results.show_found(SearchResult((hit("measure"), hit("look"))), "", LOOK)
    assert results.chosen == hit("measure")


def test_the_next_key_is_shown_in_the_rows_that_are_there(results: SearchResults) -> None:
    rows = rows_of(results)
    results.show_found(SearchResult((hit("close"), hit("measure"))), "", LOOK)
    assert rows_of(results) == rows
    assert results.hits == [hit("close"), hit("measure")]
    assert ["close" in row.text() for row in results.findChildren(TextBlock)] == [True, False]


def rows_of(results: SearchResults) -> list[QFrame]:
    """Return the rows in sight."""
    return [row for row in results.findChildren(QFrame, "hit") if not row.isHidden()]


def test_a_row_is_as_high_as_what_it_shows_now(window: QWidget, results: SearchResults) -> None:
    longer = SearchResult((hit("look " * 60), hit("close")))
    window.show()
    results.fit(300, 1000)
    results.show_found(longer, "Reading", LOOK)
    fresh = SearchResults(window)
    fresh.show_found(longer, "Reading", LOOK)
    assert results.fit(300, 1000) == fresh.fit(300, 1000)
