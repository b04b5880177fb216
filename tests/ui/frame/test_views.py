"""What is shown instead of the job, one view at a time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant import assets
from micra_assistant.ui.frame.views import MARGINS, Views
from micra_assistant.ui.search.search_field import SearchField
from tests.ui.hands import Hands, Workshop, settle

Key = Qt.Key


@pytest.fixture
def views(qtbot: QtBot) -> Views:
    """Return views with a job, on the screen."""
    views = Views(QLabel("the job"))
    qtbot.addWidget(views)
    views.resize(400, 300)
    views.show()
    return views


def test_a_card_has_the_margins_of_the_job_and_a_whole_view_none(views: Views) -> None:
    card, home = QLabel("card"), QLabel("home")
    views.show_aside(card, whole=False)
    settle()
    assert card.mapTo(views, QPoint()) == QPoint(*MARGINS[:2])
    views.show_aside(home, whole=True)
    settle()
    assert home.mapTo(views, QPoint()) == QPoint()


def test_one_view_takes_the_place_of_another_and_the_job_that_of_both(views: Views) -> None:
    first, second = QLabel("first"), QLabel("second")
    views.show_aside(first, whole=False)
    views.show_aside(second, whole=False)
    settle()
    assert (views.aside, views.count(), first.isVisible()) == (second, 2, False)
    views.show_job()
    settle()
    assert (views.aside, views.currentIndex(), views.count(), second.isVisible()) == (None, 0, 1, False)


def test_a_view_that_was_made_in_the_room_for_it_stays_there(views: Views) -> None:
    card = QLabel("card", room := views.room_aside())
    views.show_aside(card, whole=False)
    assert (card.parentWidget(), views.currentWidget()) == (room, room)


def test_it_is_known_whether_what_is_shown_instead_has_the_keys(views: Views) -> None:
    field, elsewhere = QLineEdit(), QLineEdit(views)
    views.show_aside(field, whole=True)
    elsewhere.show()
    elsewhere.setFocus()
    assert not views.is_aside_in_use
    field.setFocus()
    assert views.is_aside_in_use


def test_no_height_is_reckoned_for_what_is_out_of_sight(views: Views) -> None:
    words = QLabel("Doors lock and unlock")
    words.setWordWrap(True)
    views.show_aside(words, whole=True)
    assert words.hasHeightForWidth()
    assert not views.hasHeightForWidth()


def test_a_view_that_goes_passes_the_focus_to_nothing_on_the_way(workshop: Workshop) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    met: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _before, now: met.append(now))
    hands.press(Key.Key_Space, Key.Key_1, Key.Key_1, Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_Space)
    assert len(list(filter(None, met))) > 5
    assert not [type(widget).__name__ for widget in met if isinstance(widget, SearchField | QAbstractButton)]


def test_the_step_has_the_focus_when_it_comes_back(hands: Hands) -> None:
    hands.press(Key.Key_F7, Key.Key_F7)
    assert hands.window.body.step.hasFocus()
