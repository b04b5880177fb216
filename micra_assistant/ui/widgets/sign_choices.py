"""Signs that belong into a number and are on no number pad: OL, the decimal mark, minus, k and M, beside the field."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from micra_assistant.guide.units import UNITS
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.still_here import STILL_HERE
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.typed_field import TypedField

_MARKS = ".,"
_PREFIXES = {"Ω": "kM", "V": "m", "A": "m"}
"""Those of a unit's prefixes that a meter shows."""


class _Offer(Struct, frozen=True):
    letters: str
    fits: Callable[[str], bool]


class SignChoices(QWidget):
    """A small button for each sign that the unit takes, in sight while its field is typed in; its room is always kept.

    One of them can be marked; the cursor stays in the field all the while, so that digits still go there.

    Signals:
        changed: another sign is marked, or can be typed.
    """

    changed = Signal()

    def __init__(self, field: TypedField, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._offers = _offers(unit)
        self._marked = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        self.buttons = [self._button(offer) for offer in self._offers]
        for button in self.buttons:
            row.addWidget(button)
        keeps_room = self.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # nothing moves when a field is gone into or left
        self.setSizePolicy(keeps_room)
        field.installEventFilter(self)
        field.textChanged.connect(self._on_text)
        field.selectionChanged.connect(self._show_usable)
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the room of all signs as they are dressed, also before they were ever in sight."""
        for button in self.buttons:
            button.ensurePolished()
        return super().sizeHint()

    @property
    def marked(self) -> str:
        """The sign that is marked, empty if none is."""
        return self._offers[self._marked].letters if self._marked >= 0 else ""

    def neighbour(self, direction: int) -> str | None:
        """Return the sign after (1) or before (-1) the marked one, empty if that is the field; None at the end."""
        place = self._neighbour(direction)
        return None if place is None else self._offers[place].letters if place >= 0 else ""

    def mark_next(self, direction: int) -> None:
        """Mark that sign, or none of them if it is the field."""
        place = self._neighbour(direction)
        if place is not None:
            self._mark(place)

    def show_mark(self, mark: str) -> None:
        """Offer another decimal mark."""
        for place, offer in enumerate(self._offers):
            if offer.letters in _MARKS and offer.letters != mark:
                self._offers[place] = _Offer(mark, offer.fits)
                self.buttons[place].setText(mark)
                self.buttons[place].setAccessibleName(mark)

    def type_marked(self) -> None:
        """Type the marked sign."""
        if self.marked:
            self._type(self._marked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        comes_or_goes = isinstance(event, QFocusEvent) and (event.gotFocus() or event.reason() not in STILL_HERE)
        if watched is self._field and isinstance(event, QFocusEvent) and comes_or_goes:
            self.setVisible(event.gotFocus())
            self._mark(-1)
            self._show_usable()
        return super().eventFilter(watched, event)

    def _button(self, offer: _Offer) -> SureButton:
        place = len(self.findChildren(SureButton))
        button = SureButton(offer.letters, "sign", self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._type, place))
        return button

    def _type(self, place: int) -> None:
        self._mark(-1)
        self._field.type_in(self._offers[place].letters)

    def _neighbour(self, direction: int) -> int | None:
        usable = [-1, *(place for place, button in enumerate(self.buttons) if button.isEnabled())]
        place = usable.index(self._marked) + direction if self._marked in usable else 0
        return usable[place] if 0 <= place < len(usable) else None

    def _on_text(self) -> None:
        self._mark(-1)
        self._show_usable()

    def _show_usable(self) -> None:
        text = self._field.text()
        text = "" if text == self._field.selectedText() else text
        for offer, button in zip(self._offers, self.buttons, strict=True):
            button.setEnabled(offer.fits(text))
        self.changed.emit()

    def _mark(self, place: int) -> None:
        self._marked = place
        for at, button in enumerate(self.buttons):
            if bool(button.property("marked")) != (at == place):
                button.setProperty("marked", at == place)
                restyle(button)
        self.changed.emit()


def _offers(unit: str) -> list[_Offer]:
    known = UNITS[unit]
    offers = [_Offer("OL", _is_empty)] if known.open else []
    offers += [_Offer("-", _is_empty)] if known.negative else []
    offers.append(_Offer(".", _takes_mark))
    return offers + [_Offer(prefix, _takes_prefix) for prefix in _PREFIXES.get(unit, "")]


def _is_empty(text: str) -> bool:
    return not text.strip()


def _takes_mark(text: str) -> bool:
    return text[-1:].isdigit() and not any(mark in text for mark in _MARKS)


def _takes_prefix(text: str) -> bool:
    return text.strip()[-1:].isdigit() and not any(letter.isalpha() for letter in text)
