"""What the marked reading says: its name, the scale of the meter, and what the value means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.model import Reading, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_corrected
from micra_assistant.jobs.reading_scale import Band, value_of
from micra_assistant.ui.beside.meter_scale import MeterScale
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.words import _


class ReadingPane(QWidget):
    """Shows a reading with limits.

    Attributes:
        scale: the scale of the meter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _words("panel-title")
        self._source = _words("caption")
        self.scale = MeterScale()
        self._meaning = _words("meaning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._source, self.scale, self._meaning):
            column.addWidget(part)

    def show_reading(self, line: Line, item: Reading, bands: Sequence[Band], look: Look) -> None:
        """Show where the value of a line lies among the bands of its reading."""
        self._title.setText(plain(item.label))
        self._source.setText(line_corrected(line))
        self._source.setVisible(bool(item.minus))
        self.scale.show_scale(bands, item.unit, value_of(line), look)
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
