"""How many years the car is to be kept: three usual numbers to tap, and a slider for any other."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QSlider, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.setting_kinds import MOST_KEPT_YEARS

_USUAL = (1, 3, 5)
_TARGET = 48


_OWN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys of the window that are the slider's while it has the focus."""


class YearsChoice(QWidget):
    """The years that what a part costs is worked out for.

    Attributes:
        slider: chooses any number of years.
        buttons: choose the usual ones, by their years.

    Signals:
        chosen: other years were chosen; carries them as an int.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = {years: self._button(years) for years in _USUAL}
        self._words = label(_("Car is kept"), "item")
        self._words.setWordWrap(False)
        self.slider: QSlider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, MOST_KEPT_YEARS)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(_("Years that the car is kept"))
        self.slider.valueChanged.connect(self._on_years)
        self._group.idClicked.connect(self._on_years)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self.suit(look)

    def suit(self, look: Look) -> None:
        """Be as high as a gloved finger needs in a look, and leave the slider a way to go."""
        self.slider.setMinimumHeight(look.size(_TARGET))
        self.slider.setMinimumWidth(look.size(2 * _TARGET))

    @property
    def width_in_line(self) -> int:
        """How wide it is if all of it stands side by side."""
        needed = sum(widget.sizeHint().width() for widget in (self._words, *self.buttons.values()))
        return needed + self.slider.minimumWidth() + 2 * self._box.spacing()

    def stand(self, *, upright: bool) -> None:
        """Stand one below the other, or side by side."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if upright else directions.LeftToRight)

    def show_years(self, years: int) -> None:
        """Show how many it is; nothing is chosen by that."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(years)
        self.slider.setAccessibleDescription(_years_words(years))
        self._group.setExclusive(False)
        for usual, button in self.buttons.items():
            button.setChecked(usual == years)
        self._group.setExclusive(years in _USUAL)

    def _on_years(self, years: int) -> None:
        self.show_years(years)
        self.chosen.emit(years)

    def _button(self, years: int) -> SureButton:
        button = SureButton(_years_words(years), "small")
        button.setCheckable(True)
        button.setProperty("half", {_USUAL[0]: "left", _USUAL[-1]: "right"}.get(years, "middle"))
        self._group.addButton(button, years)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self._words)
        self._box.addLayout(row)
        self._box.addWidget(self.slider, 1)


def _years_words(years: int) -> str:
    return ngettext("{count} year", "{count} years", years).format(count=years)


class _Slider(QSlider):
    """A slider that moves by the arrows whatever the window does with them."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _OWN_KEYS)
            return True
        return super().event(event)
