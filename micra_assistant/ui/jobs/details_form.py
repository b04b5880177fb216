"""The details of a job to be filled in: car, VIN, customer, mileage, complaint; none of them is required."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.jobs.events import Described
from micra_assistant.jobs.mileage import MileageError, Reached, parse_mileage, show_mileage
from micra_assistant.jobs.vin import LONGEST_TYPED, is_vin, parse_vin
from micra_assistant.lookalikes import plate
from micra_assistant.ui.jobs.form_field import FormField, field
from micra_assistant.ui.jobs.form_rows import FormRows
from micra_assistant.ui.jobs.mileage_question import MileageQuestion
from micra_assistant.ui.jobs.vin_remark import VinRemark
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.refusal_label import RefusalLabel
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

_LONGEST_CAR = 20
_LONGEST_NAME = 80
_LONGEST_COMPLAINT = 300
_EXAMPLE = 84_000


Known = Callable[[str], Reached | None]
"""Tells the last mileage known of a car by its registration."""


def unknown(_car: str) -> None:
    """Know no mileage of any car."""


class DetailsForm(QWidget):
    """Fields that begin with ``details``; a mileage below the one that is ``known`` of the car is asked about.

    Mileages are typed and shown in ``distance``.

    Attributes:
        car, vin, customer, mileage, complaint: the fields.
        fields: all fields in order, by what they are called.
        stops: the fields, and the buttons that may be below them, in order.

    Signals:
        submitted: as FormField.
        question: what is asked about the mileage; ``vin_remark`` is what is said about the VIN.
    """

    submitted = Signal()

    def __init__(
        self,
        details: Described,
        parent: QWidget | None = None,
        known: Known = unknown,
        distance: Distance = Distance.KM,
    ) -> None:
        super().__init__(parent)
        self._distance = distance
        self._known = known
        self.fields: dict[str, FormField] = {}
        self.stops: list[QWidget] = []
        self._settled = {(plate(details.car), details.mileage)}
        self.question = MileageQuestion()
        self.car = field(details.car, _LONGEST_CAR, _("may stay empty, as all below"))
        self.vin = field(details.vin, LONGEST_TYPED, _("17 letters and digits"))
        self.vin_remark = VinRemark()
        self.customer = field(details.customer, _LONGEST_NAME)
        self._former = "" if details.mileage is None else show_mileage(details.mileage, distance), details.mileage
        example = _("as the car shows it: {mileage}").format(mileage=show_mileage(_EXAMPLE, distance))
        self.mileage = field(self._former[0], _LONGEST_NAME, example)
        self.complaint = field(details.complaint, _LONGEST_COMPLAINT, _("in the customer’s own words"))
        self._refusal = RefusalLabel()
        self._rows = FormRows(self)
        self._add_rows()
        self._connect()

    def _add_rows(self) -> None:
        self.add_row(_("Registration"), self.car)
        self.add_row(_("VIN"), self.vin, self.vin_remark)
        self.add_row(_("Customer"), self.customer)
        self.add_row(_("Mileage"), self.mileage, self._refusal, self.question)
        self.add_row(_("Complaint"), self.complaint)

    def _connect(self) -> None:
        self.question.confirmed.connect(self._on_confirmed)
        self.vin_remark.taken.connect(self._take_vin)
        self.car.textChanged.connect(self._move_vin)
        self.vin.finished.connect(self._judge_vin)
        self.vin.typed.connect(self._forgive_vin)
        self.mileage.finished.connect(self._is_settled)
        self.mileage.typed.connect(self._forgive)

    @property
    def refusal(self) -> str:
        """What is said against the mileage, empty if nothing is."""
        return self._refusal.words

    def add_row(self, words: str, line: FormField, *below: QWidget) -> None:
        """Put one more field at the end, with what may be said below it."""
        line.setAccessibleName(words)
        self.fields[words] = line
        self.stops += [line, *(button for widget in below for button in widget.findChildren(SureButton))]
        line.submitted.connect(self.submitted)
        label = QLabel(words)
        label.setProperty("kind", "form")
        label.setBuddy(line)
        self._rows.add_row(label, line, *below)

    def show_only(self, *lines: FormField) -> None:
        """Ask for these fields only; what stands in the others stays."""
        for row, line in enumerate(self.fields.values()):
            if line not in lines:
                self._rows.hide_row(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(self.width())

    def described(self) -> Described | None:
        """Return what stands in the fields; None, and the reason beside it, if VIN or mileage cannot be kept."""
        if not (self._judge_vin() and self._judge_mileage()):
            return None
        car, customer, complaint = (_clean(line.text()) for line in (self.car, self.customer, self.complaint))
        return Described(car.upper(), customer, self._mileage(), complaint, parse_vin(self.vin.text()))

    def _judge_vin(self) -> bool:
        """Return whether what stands in the field is a VIN, or nothing, and say below it why not."""
        is_one = self.vin_remark.judge(self.vin.text())
        if self.vin.property("wrong") != (not is_one):
            self.vin.setProperty("wrong", not is_one)
            restyle(self.vin)
        return is_one

    def _forgive_vin(self) -> None:
        self.vin_remark.hide()

    def _take_vin(self, vin: str) -> None:
        self.vin.setText(vin)
        self._judge_vin()
        self.vin.setFocus()

    def _move_vin(self) -> None:
        """Put a VIN that was scanned into the field of the registration into its own, if that is free."""
        if is_vin(self.car.text()) and not self.vin.text():
            self.vin.setText(self.car.text())
            self.car.clear()
            self._judge_vin()

    def _mileage(self) -> int | None:
        """Return the mileage in kilometres: what was not typed anew stays what it was to the kilometre."""
        words, former = self._former
        typed = self.mileage.text()
        return former if typed == words else parse_mileage(typed, self._distance)

    def finish(self) -> bool:
        """Return whether all can be kept as it is; if not, go to what is to be changed."""
        if not self._is_settled():
            wrong = self.mileage if self._judge_vin() else self.vin
            wrong.setFocus()
            wrong.selectAll()
            return False
        return True

    def _is_settled(self) -> bool:
        """Return whether the mileage is one, and not less than was known unless that was confirmed; ask if it is."""
        details = self.described()
        if details is None:
            return False
        reached = (
            None if details.mileage is None or self._mileage_of(details) in self._settled else self._known(details.car)
        )
        if details.mileage is None or reached is None or details.mileage >= reached.mileage:
            self.question.hide()
            return True
        self.question.ask(details.mileage, reached, self._distance)
        return False

    def _on_confirmed(self) -> None:
        if details := self.described():
            self._settled.add(self._mileage_of(details))
        self.question.hide()

    @staticmethod
    def _mileage_of(details: Described) -> tuple[str, int | None]:
        return plate(details.car), details.mileage

    def _judge_mileage(self) -> bool:
        try:
            self._mileage()
        except MileageError as error:
            self._say(str(error))
            return False
        self._say("")
        return True

    def _forgive(self) -> None:
        self._say("")
        self.question.hide()

    def _say(self, refusal: str) -> None:
        self._refusal.say(refusal)
        if self.mileage.property("wrong") != bool(refusal):
            self.mileage.setProperty("wrong", bool(refusal))
            restyle(self.mileage)


def _clean(text: str) -> str:
    return " ".join(text.split())
