"""The right-hand side: the picture of the step, large, and what the marked reading says on the scale of the meter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.model import Reading, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_corrected
from micra_assistant.jobs.reading_scale import bands_of, value_of
from micra_assistant.ui.beside.meter_scale import MeterScale
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.diagnosis.fault_model import Model


class BesidePane(QFrame):
    """Shows a picture, a scale, or both; it has something to show, or is hidden.

    Attributes:
        scale: the scale of the reading, hidden if the marked line is none with limits.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._picture: QWidget | None = None
        self._look: Look | None = None
        self._title = _words("panel-title")
        self._source = _words("caption")
        self.scale = MeterScale()
        self._meaning = _words("meaning")
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._source, self.scale, self._meaning):
            column.addWidget(part)
        held = Column()
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._reading)
        self._column.addStretch(1)
        area = ScrollColumn()
        area.show_column(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 4, 10)
        layout.addWidget(area)
        self._reading.hide()

    @property
    def has_something(self) -> bool:
        """Whether there is anything to show."""
        return self._picture is not None or not self._reading.isHidden()

    @property
    def meaning(self) -> str:
        """What the value means, in words; empty if there is none."""
        return self._meaning.text()

    def show_picture(self, picture: QWidget | None, look: Look) -> None:
        """Show the picture of a step, or none, in place of the one before; no reading is shown yet."""
        if self._picture:
            self._column.removeWidget(self._picture)
            let_go(self._picture)
        self._picture, self._look = picture, look
        self._column.setSpacing(look.size(14))
        self._reading.hide()
        if picture:
            self._column.insertWidget(0, picture)

    def show_reading(self, line: Line | None, model: "Model | None" = None) -> None:
        """Show where the value of the marked line lies; nothing of a line that is no reading with limits."""
        bands = bands_of(line.item, model) if line and isinstance(line.item, Reading) else ()
        self._reading.setVisible(bool(bands))
        if not bands or line is None or not isinstance(line.item, Reading) or self._look is None:
            return
        self._title.setText(plain(line.item.label))
        self._source.setText(line_corrected(line))
        self._source.setVisible(bool(line.item.minus))
        self.scale.show_scale(bands, line.item.unit, value_of(line), self._look)
        self._show_meaning()

    def _show_meaning(self) -> None:
        band = self.scale.band
        words = band.words if band else ""
        self._meaning.setText(_("This reading means: {meaning}").format(meaning=words) if words else "")
        kind = band.kind.value if band and words else ""
        if self._meaning.property("band") != kind:
            self._meaning.setProperty("band", kind)
            restyle(self._meaning)


def _words(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
