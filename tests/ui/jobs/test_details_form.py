"""The details of a job as they are filled in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described
from micra_assistant.jobs.mileage import Reached
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.lookalikes import plate
from micra_assistant.ui.jobs.details_form import DetailsForm
from micra_assistant.workshop.values import Distance
from tests.ui.listening import Heard

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
    assert form.mileage.text() == "84\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}km"
    assert form.described() == KEPT


def test_miles_are_typed_and_shown_and_kilometres_kept(qtbot: QtBot) -> None:
    known = Reached(84000, JobRow(7, "job"))
    form = DetailsForm(Described(mileage=84002), known=lambda _car: known, distance=Distance.MI)
    qtbot.addWidget(form)
    form.show()
    assert form.mileage.text() == "52\N{NO-BREAK SPACE}196\N{NO-BREAK SPACE}mi"
    assert form.described() == Described(mileage=84002), "not a kilometre is lost where nothing is typed"
    form.mileage.setText("50000")
    assert form.described() == Described(mileage=80467)
    assert not form.finish()
    words = form.question.words.replace("\N{NO-BREAK SPACE}", " ")
    assert words == "50 000 mi is less than the 52 195 mi of job 0007. Is it right?"
    form.mileage.setText("far")
    assert form.described() is None
    assert "Mileage is a number such as 52000" in form.refusal


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


# a mileage below the last one of the car


REACHED = Reached(90000, JobRow(41, "job", car="AB12 CDE", mileage=90000))
ASKED = "84 000 km is less than the 90 000 km of job 0041. Is it right?"


def known(car: str) -> Reached | None:
    """Know one car."""
    return REACHED if plate(car) == "AB12CDE" else None


@pytest.fixture
def asking(qtbot: QtBot) -> DetailsForm:
    """Return an empty form that knows one car."""
    form = DetailsForm(Described(), known=known)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    return form


def fill_in(form: DetailsForm, car: str, mileage: str) -> None:
    """Type a car and a mileage over what stands there."""
    for line, words in ((form.car, car), (form.mileage, mileage)):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
    form.complaint.setFocus()


def test_a_mileage_below_the_last_one_is_asked_about_and_kept_if_it_is_right(asking: DetailsForm, heard: Heard) -> None:
    fill_in(asking, "ab12cde", "84000")
    assert asking.question.words.replace("\N{NO-BREAK SPACE}", " ") == ASKED
    assert not asking.finish()
    assert heard.take() == [asking.question.words]
    button = asking.question.findChild(QPushButton)
    assert button is not None
    assert button.accessibleDescription() == asking.question.words
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asking.question.words == ""
    assert asking.finish()
    assert asking.described() == Described("AB12CDE", "", 84000, "")
    fill_in(asking, "ab12cde", "83000")
    assert not asking.finish()


@pytest.mark.parametrize(("car", "mileage"), [("AB12 CDE", "90000"), ("AB12 CDE", ""), ("XY99 ZZZ", "5"), ("", "5")])
def test_any_other_mileage_is_not_asked_about(asking: DetailsForm, car: str, mileage: str) -> None:
    fill_in(asking, car, mileage)
    assert asking.question.words == ""
    assert asking.finish()


def test_what_was_kept_before_is_not_asked_about_again(qtbot: QtBot) -> None:
    form = DetailsForm(KEPT, known=known)
    qtbot.addWidget(form)
    assert form.finish()
    form.mileage.setText("84001")
    assert not form.finish()


VIN = "SJNFAAK12U1234567"


def test_a_vin_has_a_field_of_its_own(form: DetailsForm) -> None:
    QTest.keyClicks(form.vin, VIN.lower())
    assert form.described() == Described(vin=VIN)


def test_a_vin_that_is_scanned_into_the_registration_goes_to_its_field(form: DetailsForm) -> None:
    QTest.keyClicks(form.car, VIN)
    QTest.keyClick(form.car, Qt.Key.Key_Return)
    assert (form.car.text(), form.vin.text()) == ("", VIN)
    assert form.described() == Described(vin=VIN)


def test_look_alikes_are_corrected_only_by_the_person(form: DetailsForm) -> None:
    QTest.keyClicks(form.vin, VIN.replace("1", "I"))
    assert form.described() is None
    assert not form.finish()
    assert "There is no I, O or Q" in form.vin_remark.words
    assert form.vin.text() == VIN.replace("1", "I")
    button = next(button for button in form.vin_remark.findChildren(QPushButton) if button.isVisible())
    assert button.text() == f"Take {VIN}"
    button.click()
    assert form.vin_remark.words == ""
    assert form.described() == Described(vin=VIN)


def test_a_check_digit_that_does_not_fit_is_a_hint_only(form: DetailsForm) -> None:
    QTest.keyClicks(form.vin, "1M8GDM9A5KP042788")
    assert form.finish()
    assert "does not fit" in form.vin_remark.words
