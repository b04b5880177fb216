"""What a step says: its blocks, each a widget."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Block, Bullets, Callout, Circuit, Diagram, Guide, Paragraph, Step, Table
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.step.step_layout import Placed, StepLayout
from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure, badges_line
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html

_MARGIN = 6
"""What stays free to the right of the blocks, in pixels at scale 1."""


class StepBody(Column):
    """The blocks of one step; its items are in the checklist, but for those inside callouts.

    Signals:
        step_wanted, source_wanted: as TextBlock.
        item_wanted: as CalloutCard.
        diagram_wanted: a picture was tapped; carries it. A circuit enlarges itself.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    item_wanted = Signal(str)
    diagram_wanted = Signal(object)

    def __init__(self, guide: Guide, step: Step, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._look = look
        self._callouts: list[CalloutCard] = []
        self._blocks: list[QWidget] = []
        for block in step.blocks:
            self._add(block)
        self._layout = StepLayout(self._blocks, look)
        self._at: dict[int, Placed] = {}

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is done of the items inside callouts."""
        for callout in self._callouts:
            callout.show_checklist(checklist)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_in_place()

    def event(self, event: QEvent) -> bool:
        """Place the blocks anew when one of them asks for another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._at.clear()
            self.updateGeometry()
            self._put_in_place()
        return super().event(event)

    def _put_in_place(self) -> None:
        for block, place in self._placed(self.width()).places:
            block.setGeometry(place)

    def _placed(self, width: int) -> Placed:
        if width not in self._at:
            self._at[width] = self._layout.placed(width - self._look.size(_MARGIN))
        return self._at[width]

    def _add(self, block: Block) -> None:
        match block:
            case Callout():
                self._blocks.append(self._callout(block))
            case Paragraph() | Bullets():
                self._blocks.append(self._text(block))
            case Diagram():
                self._blocks.append(self._picture(block))
            case Circuit():
                self._blocks.append(self._circuit(block))
            case Table():
                self._blocks.append(self._table(block))
            case _:
                pass

    def _text(self, block: Paragraph | Bullets) -> TextBlock:
        text = TextBlock(paragraph_html(block, self._guide.sources), parent=self)
        text.step_wanted.connect(self.step_wanted)
        text.source_wanted.connect(self.source_wanted)
        return text

    def _table(self, block: Table) -> TableBlock:
        table = TableBlock(block, self._guide.sources, self)
        table.step_wanted.connect(self.step_wanted)
        table.source_wanted.connect(self.source_wanted)
        return table

    def _callout(self, block: Callout) -> CalloutCard:
        card = CalloutCard(block, self._guide.sources, self._look, self)
        card.step_wanted.connect(self.step_wanted)
        card.source_wanted.connect(self.source_wanted)
        card.item_wanted.connect(self.item_wanted)
        self._callouts.append(card)
        return card

    def _picture(self, block: Diagram) -> DiagramView | Figure:
        view = DiagramView(self._guide.folder, block, self._look.theme, self)
        view.tapped.connect(lambda: self.diagram_wanted.emit(block))
        if not block.sources:
            return view
        figure = Figure(view, badges_line(block.sources, self._guide.sources), self._look, self)
        figure.source_wanted.connect(self.source_wanted)
        return figure

    def _circuit(self, block: Circuit) -> Figure:
        from micra_assistant.ui.circuit.circuit_view import CircuitView  # noqa: PLC0415 - few steps have one

        view = CircuitView(block, self._guide.folder, self._guide.sources, self._look, self)
        view.source_wanted.connect(self.source_wanted)
        return view
