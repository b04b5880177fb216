"""How many years the car is to be kept, chosen in a row of buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QWidget

from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _, ngettext

YEARS = (1, 3, 5)
USUAL_YEARS = 3


class YearsChoice(QWidget):
    """The years that what a part costs is worked out for.

    Signals:
        chosen: other years were chosen; carries them as an int.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        words = QLabel(_("Car kept for, in years"))
        words.setProperty("kind", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(words)
        layout.addSpacing(8)
        for years in YEARS:
            layout.addWidget(self._button(years))
        self._group.button(USUAL_YEARS).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def years(self) -> int:
        """The years chosen."""
        return self._group.checkedId()

    def _button(self, years: int) -> SureButton:
        button = SureButton(str(years), "small")
        button.setAccessibleName(ngettext("{count} year", "{count} years", years).format(count=years))
        button.setCheckable(True)
        half = {YEARS[0]: "left", YEARS[-1]: "right"}
        button.setProperty("half", half.get(years, "middle"))
        self._group.addButton(button, years)
        return button
