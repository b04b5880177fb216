"""The details of a job as they are filled in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described
from micra_assistant.ui.jobs.details_form import DetailsForm

KEPT = Described("AB12 CDE", "Müller & Söhne", 84000, "It rattles")
REFUSAL = "Mileage is a number such as 84000: “about ninety” is not. Leave it empty if nobody looked."


@pytest.fixture
def form(qtbot: QtBot) -> DetailsForm:
    """Return an empty form."""
    return shown(qtbot, Described())


def shown(qtbot: QtBot, details: Described) -> DetailsForm:
    """Return a form in sight that begins with ``details``."""
    form = DetailsForm(details)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.car.setFocus()
    return form


def test_nothing_is_required(form: DetailsForm) -> None:
    assert form.described() == Described()
    assert form.finish()


def test_what_is_typed_is_taken_tidily(form: DetailsForm) -> None:
    for line, words in (
        (form.car, " ab12  cde "),
        (form.customer, " Ivan  Petrov"),
        (form.mileage, "84 000 km"),
        (form.complaint, "It rattles "),
    ):
        QTest.keyClicks(line, words)
    assert form.described() == Described("AB12 CDE", "Ivan Petrov", 84000, "It rattles")


def test_what_is_known_stands_there_and_stays(qtbot: QtBot) -> None:
    form = shown(qtbot, KEPT)
    assert form.mileage.text() == "84\N{NO-BREAK SPACE}000"
    assert form.described() == KEPT


def test_what_is_longer_than_may_be_typed_stays_whole(qtbot: QtBot) -> None:
    long = Described("A" * 90, "B" * 500, None, "C" * 900)
    assert shown(qtbot, long).described() == long


def test_a_mileage_in_words_is_refused_beside_its_field_and_nothing_is_lost(form: DetailsForm) -> None:
    QTest.keyClicks(form.customer, "Smith")
    QTest.keyClicks(form.mileage, "about ninety")
    assert form.refusal == ""
    assert not form.finish()
    assert (form.refusal, form.mileage.property("wrong")) == (REFUSAL, True)
    assert (form.mileage.text(), form.customer.text()) == ("about ninety", "Smith")
    assert QApplication.focusWidget() is form.mileage
    QTest.keyClicks(form.mileage, "9")
    assert (form.refusal, form.mileage.property("wrong")) == ("", False)
    assert form.described() == Described("", "Smith", 9)


def test_it_is_refused_as_soon_as_the_field_is_left(form: DetailsForm) -> None:
    form.mileage.setFocus()
    QTest.keyClicks(form.mileage, "about ninety")
    QTest.keyClick(form.mileage, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.complaint
    assert form.refusal == REFUSAL
    form.mileage.setText("")
    assert form.described() == Described()
    assert form.refusal == ""


def test_fields_have_names_for_those_who_do_not_see_them(form: DetailsForm) -> None:
    names = [line.accessibleName() for line in (form.car, form.customer, form.mileage, form.complaint)]
    assert names == ["Registration", "Customer", "Mileage", "Complaint"]
