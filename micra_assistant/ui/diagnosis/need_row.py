"""What a test or a repair needs on the car and whether that is so, how long it takes, and the way to how it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from micra_assistant.jobs.faultfinding.needs import Need
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.flow_layout import FlowLayout
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.words import _


class NeedRow(QFrame):
    """The needs as small labels, met ones with a tick, then ``facts`` in words; ``way`` leads to how it is done."""

    def __init__(
        self, needs: Sequence[Need], facts: str, way: QWidget | None, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        labels = QWidget()
        flow = FlowLayout(look.size(6), labels)
        if needs:
            flow.addWidget(_plain(_("This needs"), "needs"))
        for need in needs:
            flow.addWidget(need_label(need, look))
        flow.addWidget(_plain(facts, "facts"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.size(12))
        row.addWidget(labels, 1, Qt.AlignmentFlag.AlignVCenter)
        if way:
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)


def need_label(need: Need, look: Look) -> QFrame:
    """Return a need as a small label: met with a tick, still to be done with an arrow."""
    frame, words = QFrame(), SignLabel(Sign.TICK if need.is_met else Sign.NEXT, need.words)
    row = QHBoxLayout(frame)
    row.setContentsMargins(look.size(8), look.size(3), look.size(10), look.size(3))
    row.addWidget(words)
    for part in (frame, words):
        part.setProperty("kind", "need")
        part.setProperty("met", need.is_met)
    said = _("{need}: it is so") if need.is_met else _("{need}: not yet")
    words.setAccessibleName(said.format(need=need.words))
    return frame


def _plain(words: str, kind: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    return made
