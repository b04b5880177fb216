"""One slim line: which car it is, what it shows, and who works on it. All of it may stay empty."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QWidget

from micra_assistant.jobs.events import Described
from micra_assistant.jobs.mileage import MileageError, Reached, parse_mileage, show_mileage
from micra_assistant.jobs.vin import LONGEST_TYPED, VinError, is_vin, parse_vin
from micra_assistant.lookalikes import plate
from micra_assistant.ui.home.line_of_car import CarField
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.theme import style_sheet
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

_LONGEST_CAR, _LONGEST_MILEAGE, _LONGEST_NAME = 20, 20, 60
_HEIGHT = 48
_ROOM_FOR_WORDS = 1100
"""From this width on, in pixels at scale 1, words stand beside the fields."""

Suggest = Callable[[str], list[str]]
"""Returns registrations that begin with what was typed."""
Known = Callable[[str], Reached | None]
"""Returns the last mileage known of a car."""


class WhichCar(QFrame):
    """Four fields. What is no VIN, no mileage or less than the last one known is said before a job is begun.

    Attributes:
        car, vin, mileage, who: the fields.

    Signals:
        typed: other words stand in one of the fields.
        refused: no job is begun so, and there is no room beside the fields to say why; carries the words.
    """

    typed = Signal()
    refused = Signal(str)

    def __init__(
        self, who: str, distance: Distance, suggest: Suggest, known: Known, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("which-car")
        self._look = look.compact
        self._style = style_sheet(look.theme, look.scale, look.compact_scale)
        self._distance, self._suggest, self._known = distance, suggest, known
        self._confirmed: tuple[str, int] | None = None
        self._wrong: CarField | None = None
        self.car = CarField(_("Registration"), _LONGEST_CAR)
        unit = _("Mileage, km") if distance is Distance.KM else _("Mileage, miles")
        self.mileage = CarField(unit, _LONGEST_MILEAGE)
        self.who = CarField(_("Who works on it"), _LONGEST_NAME, who)
        self.vin = CarField(_("VIN"), LONGEST_TYPED)
        self._said = ShortLine(_("May stay empty: asked once more at the end."), "hint")
        self._model = QStringListModel(self)
        self.car.typed.connect(self._suggest_cars)
        for field in self.fields.values():
            field.typed.connect(self._forgive)
            field.textChanged.connect(self.typed)
        self._lay_out(self._look)

    @property
    def fields(self) -> dict[str, CarField]:
        """The fields, by what they are remembered as."""
        return {"car": self.car, "mileage": self.mileage, "who": self.who, "vin": self.vin}

    @property
    def is_typed_in(self) -> bool:
        """Whether Space types a space in one of the fields now."""
        return any(field.hasFocus() and field.takes_space for field in self.fields.values())

    @property
    def said(self) -> str:
        """What stands beside the fields."""
        return self._said.text()

    def described(self) -> Described | None:
        """Return car and mileage; None if the mileage is to be looked at first, and why is said."""
        car = " ".join(self.car.text().split()).upper()
        try:
            vin = parse_vin(self.vin.text())
        except VinError as error:
            words = _("{wrong} Is it {vin}?").format(wrong=error, vin=error.meant) if error.meant else str(error)
            self._refuse(words, self.vin)
            return None
        try:
            mileage = parse_mileage(self.mileage.text(), self._distance)
        except MileageError as error:
            self._refuse(str(error), self.mileage)
            return None
        reached = self._known(car) if mileage is not None else None
        if mileage is not None and reached and mileage < reached.mileage and self._confirmed != (plate(car), mileage):
            self._confirmed = plate(car), mileage
            words = _("{mileage} is less than the {reached} of job {job}. If it is right, begin again.")
            before = show_mileage(reached.mileage, self._distance)
            typed = show_mileage(mileage, self._distance)
            self._refuse(words.format(mileage=typed, reached=before, job=reached.job.name), self.mileage)
            return None
        return Described(car=car, mileage=mileage, vin=vin)

    def _refuse(self, words: str, wrong: CarField) -> None:
        self._say(words, wrong)
        if self._said.isHidden():
            self.refused.emit(words)
        else:
            announce(self, words)
        wrong.setFocus()
        wrong.selectAll()

    def _forgive(self) -> None:
        self._move_vin()
        self._say(_("May stay empty: asked once more at the end."))

    def _move_vin(self) -> None:
        """Put a VIN that was scanned into the field of the registration into its own, if that is free."""
        if is_vin(self.car.text()) and not self.vin.text():
            self.vin.setText(self.car.text())
            self.car.clear()

    def _say(self, words: str, wrong: CarField | None = None) -> None:
        self._said.say(words)
        if wrong is self._wrong:
            return
        self._wrong = wrong
        self._said.setProperty("kind", "refusal" if wrong else "hint")
        for field in (self.vin, self.mileage):
            field.setProperty("wrong", field is wrong)
        restyle(self.vin, self.mileage, self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._said.setVisible(self.width() >= self._look.size(_ROOM_FOR_WORDS))

    def _suggest_cars(self, typed: str) -> None:
        """Let the cars drop down that may be meant; what shows them is made when it is first wanted."""
        if self.car.completer() is None:
            completer = QCompleter(self._model, self)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            if popup := completer.popup():
                popup.setStyleSheet(self._style)  # it stands in no window
            self.car.setCompleter(completer)
        self._model.setStringList(self._suggest(typed))

    def _lay_out(self, look: Look) -> None:
        heading = QLabel(_("Which car?"))
        heading.setProperty("kind", "panel-title")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size(16), 0, look.size(16), 0)
        row.setSpacing(look.size(12))
        row.addWidget(heading)
        for field, share in ((self.car, 4), (self.mileage, 3), (self.who, 4), (self.vin, 4)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 6)
        self.setFixedHeight(look.size(_HEIGHT))
