"""Beside the put-back list: the picture of the thing that is marked, and why the list goes in this order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.jobs.put_back import PutBack
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_Shown = tuple[str, Look, tuple[str, ...]]


class PutBackBeside(QFrame):
    """Pictures and reasons.

    Signals:
        diagram_wanted: the picture was tapped; carries it.
    """

    diagram_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside-list")
        self._shown: _Shown | None = None
        self._area = ScrollColumn()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._column: QWidget | None = None

    def show_thing(self, guide: Guide, thing: PutBack | None, reasons: Sequence[str], look: Look) -> None:
        """Show how a thing goes back if a step has a picture of it, and the reasons for the order."""
        picture = picture_of(guide, thing) if thing else None
        shown = (picture.path if picture else "", look, tuple(reasons))
        if shown != self._shown:
            self._shown = shown
            self._fill(guide, picture, look)

    def _fill(self, guide: Guide, picture: Diagram | Circuit | None, look: Look) -> None:
        if self._column:
            let_go(self._column)
        self._column = made = Column()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(8))
        if picture:
            column.addWidget(self._view(guide, picture, look))
        if self._shown and self._shown[2]:
            column.addWidget(label(_("Why this order"), "panel-title"))
            for number, reason in enumerate(self._shown[2], 1):
                column.addWidget(label(f"{number}.  {reason}", "reason"))
        column.addStretch(1)
        self._area.show_column(made)

    def _view(self, guide: Guide, picture: Diagram | Circuit, look: Look) -> DiagramView:
        view = DiagramView(guide.folder, picture, look.theme)
        view.tapped.connect(lambda: self.diagram_wanted.emit(picture))
        return view


def picture_of(guide: Guide, thing: PutBack) -> Diagram | Circuit | None:
    """Return the picture of the step that says how a thing goes back, else of that in which it came off."""
    closing = guide.find_step_of(thing.closer.item.id) if thing.closer else None
    blocks = [block for step in (closing, thing.step) if step for block in step.blocks]
    return next((block for block in blocks if isinstance(block, Diagram | Circuit)), None)
