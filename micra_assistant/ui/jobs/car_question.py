"""Which car a job was about, asked when it is closed and nobody has said so before."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.events import Described
from micra_assistant.ui.jobs.details_form import DetailsForm, Known, unknown
from micra_assistant.ui.jobs.form_field import field
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

_LONGEST_NAME = 80


class AskedCar(Struct, frozen=True):
    """What is known of a car and of who works on it, and who is told the rest.

    Attributes:
        details, who: what is known; what is empty is asked for.
        told: takes the details and the name.
        known, distance: as in DetailsForm.
    """

    details: Described
    who: str
    told: Callable[[Described, str], object]
    known: Known = unknown
    distance: Distance = Distance.KM


class CarQuestion(DetailsForm):
    """Asks for registration, mileage and name, as far as nobody has said them; all may stay empty.

    Attributes:
        who: the field of the name.
    """

    def __init__(self, asked: AskedCar, parent: QWidget | None = None) -> None:
        super().__init__(asked.details, parent, asked.known, asked.distance)
        self.who = field(asked.who, _LONGEST_NAME)
        self.add_row(_("Who works on it"), self.who)
        self.missing = {
            name: line
            for name, line in (("car", self.car), ("mileage", self.mileage), ("who", self.who))
            if not line.text()
        }
        self.show_only(*self.missing.values())

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the fields that are asked for."""
        return tuple(line.text() for line in self.missing.values())

    @property
    def name(self) -> str:
        """Who works on it."""
        return " ".join(self.who.text().split())
