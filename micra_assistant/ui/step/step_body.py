"""What a step says: its blocks, each a widget."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import AnyItem, Block, Bullets, Callout, Diagram, Guide, Item, Paragraph, Step, Table
from micra_assistant.ui.checklist.step_lines import StepLines
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.step.source_line import SourceLine, sources_of
from micra_assistant.ui.step.step_contents import StepContents
from micra_assistant.ui.step.step_layout import Placed, StepLayout
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure, badges_line
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html

if TYPE_CHECKING:
    from micra_assistant.ui.step.table_block import TableBlock

_MARGIN = 6
"""What stays free to the right of the blocks, in pixels at scale 1."""


class StepBody(StepContents):
    """The blocks of one step, its lines where they stand among them.

    Attributes:
        picture: the first picture of the step, None if it has none.
    """

    def __init__(
        self, guide: Guide, step: Step, look: Look, lines: StepLines, parent: QWidget, *, takes_picture: bool
    ) -> None:
        """Make the blocks; unless it ``takes_picture``, the first picture is left to who shows it beside the step."""
        super().__init__(parent)
        self._guide = guide
        self._look = look
        self._lines = lines
        self._takes_picture = takes_picture
        self.picture: DiagramView | Figure | None = None
        self._blocks: list[QWidget] = []
        self._at: dict[int, Placed] = {}
        for block in step.blocks:
            self._add(block)
        if named := sources_of(step):
            self._blocks.append(self._sources(named))
        self._layout = StepLayout(self._blocks, look)

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
                self._put(self._picture(block))
            case Circuit():
                self._put(self._circuit(block))
            case Table():
                self._blocks.append(self._table(block))
            case Item():
                self._blocks.append(self._row(block, self))

    def _put(self, picture: DiagramView | Figure) -> None:
        """Put a picture where it stands; the first one is left out if it is shown beside the step."""
        is_first, self.picture = self.picture is None, self.picture or picture
        if self._takes_picture or not is_first:
            picture.setParent(self)
            self._blocks.append(picture)

    def _row(self, item: AnyItem, parent: QWidget) -> QWidget:
        return self._lines.make(item, self._guide.sources, self._look, parent)

    def _sources(self, named: Sequence[str]) -> SourceLine:
        line = SourceLine(named, self._guide.sources, self)
        line.source_wanted.connect(self.source_wanted)
        return line

    def _text(self, block: Paragraph | Bullets) -> TextBlock:
        text = TextBlock(paragraph_html(block, self._guide.sources), parent=self)
        text.step_wanted.connect(self.step_wanted)
        text.source_wanted.connect(self.source_wanted)
        return text

    def _table(self, block: Table) -> "TableBlock":
        from micra_assistant.ui.step.table_block import TableBlock  # noqa: PLC0415 - few steps have a table

        table = TableBlock(block, self._guide.sources, self)
        table.step_wanted.connect(self.step_wanted)
        table.source_wanted.connect(self.source_wanted)
        return table

    def _callout(self, block: Callout) -> CalloutCard:
        card = CalloutCard(block, self._guide.sources, self._look, self._row, self)
        card.step_wanted.connect(self.step_wanted)
        card.source_wanted.connect(self.source_wanted)
        return card

    def _picture(self, block: Diagram) -> DiagramView | Figure:
        view = DiagramView(self._guide.folder, block, self._look.theme)
        view.tapped.connect(lambda: self.diagram_wanted.emit(block))
        if not block.sources:
            return view
        figure = Figure(view, badges_line(block.sources, self._guide.sources), self._look)
        figure.source_wanted.connect(self.source_wanted)
        return figure

    def _circuit(self, block: Circuit) -> Figure:
        from micra_assistant.ui.circuit.circuit_view import CircuitView  # noqa: PLC0415 - few steps have one

        view = CircuitView(block, self._guide.folder, self._guide.sources, self._look)
        view.source_wanted.connect(self.source_wanted)
        return view
