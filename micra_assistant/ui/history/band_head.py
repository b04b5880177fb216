"""What stands above a band of the put-back list: what holds its things together, and why."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from micra_assistant.jobs.put_back_bands import PutBackBand
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label


class BandHead(Flowing, QFrame):
    """A line in the colours of its band."""

    def __init__(self, band: PutBackBand, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = band.title, band.why
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size(14), look.size(5), look.size(14), look.size(5))
        row.setSpacing(look.size(12))
        for words, kind, share in ((band.title, "band", 3), (band.why, "band-why", 4)):
            said = label(words, kind)
            said.setProperty("band", band.band)
            row.addWidget(said, share)
        self.setObjectName("band")
        self.setProperty("band", band.band)

    def says(self, band: PutBackBand) -> bool:
        """Whether it is what stands above a band."""
        return self._said == (band.title, band.why)
