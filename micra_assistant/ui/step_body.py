"""What a step says: a column of blocks, with the picture beside the words where there is room."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.guide.model import Block, Bullets, Callout, Circuit, Diagram, Guide, Paragraph, Step, Table
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.ui.callout_card import CalloutCard
from micra_assistant.ui.diagram_view import DiagramView
from micra_assistant.ui.figure import Figure, badges_line
from micra_assistant.ui.look import Look
from micra_assistant.ui.scroll_column import Column
from micra_assistant.ui.table_block import TableBlock
from micra_assistant.ui.text_block import TextBlock, paragraph_html

_WIDE = 560
"""From this width on a picture goes beside the words, in pixels at scale 1."""
_GAP = 9
_COLUMN_GAP = 20
_WIDEST = 940
"""Lines longer than this are hard to read."""


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
            self._place(block)
        self._planned: _Plan | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, look.size(6), 0)
        self._layout.setSpacing(look.size(_GAP))

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is done of the items inside callouts."""
        for callout in self._callouts:
            callout.show_checklist(checklist)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        plan = self._plan(event.size().width())
        if plan != self._planned:
            self._planned = plan
            self._arrange(plan)

    def _place(self, block: Block) -> None:
        match block:
            case Callout():
                self._add(self._callout(block))
            case Paragraph() | Bullets():
                text = TextBlock(paragraph_html(block, self._guide.sources), parent=self)
                text.step_wanted.connect(self.step_wanted)
                text.source_wanted.connect(self.source_wanted)
                self._add(text)
            case Diagram():
                self._add(self._picture(block))
            case Circuit():
                self._add(self._circuit(block))
            case Table():
                table = TableBlock(block, self._guide.sources, self)
                table.step_wanted.connect(self.step_wanted)
                table.source_wanted.connect(self.source_wanted)
                self._add(table)
            case _:
                pass

    def _callout(self, block: Callout) -> CalloutCard:
        card = CalloutCard(block, self._guide.sources, self._look, self)
        card.step_wanted.connect(self.step_wanted)
        card.source_wanted.connect(self.source_wanted)
        card.item_wanted.connect(self.item_wanted)
        self._callouts.append(card)
        return card

    def _picture(self, block: Diagram) -> DiagramView | Figure:
        view = DiagramView(self._guide.folder / block.path, block.alt, self._look.theme, self)
        view.tapped.connect(lambda: self.diagram_wanted.emit(block))
        if not block.sources:
            return view
        figure = Figure(view, badges_line(block.sources, self._guide.sources), self._look, self)
        figure.source_wanted.connect(self.source_wanted)
        return figure

    def _circuit(self, block: Circuit) -> Figure:
        from micra_assistant.ui.circuit_view import CircuitView  # noqa: PLC0415 - few steps have one

        view = CircuitView(block, self._guide.folder, self._guide.sources, self._look, self)
        view.source_wanted.connect(self.source_wanted)
        return view

    def _add(self, widget: QWidget) -> None:
        widget.setMaximumWidth(self._look.size(_WIDEST))
        self._blocks.append(widget)

    def _plan(self, width: int) -> "_Plan":
        """Return which blocks go beside the picture: words round it, as many as its height takes."""
        place = next((n for n, block in enumerate(self._blocks) if isinstance(block, DiagramView | Figure)), None)
        if place is None or width < self._look.size(_WIDE):
            return _Plan(0, None, 0)
        picture = self._blocks[place]
        start = place
        while start and isinstance(self._blocks[start - 1], TextBlock | CalloutCard):
            start -= 1
        while start < place and isinstance(self._blocks[start], CalloutCard):
            start += 1
        column = (width - self._look.size(_COLUMN_GAP)) // 2
        room = picture.heightForWidth(column)
        end = start
        while end < len(self._blocks) and room > 0:
            block = self._blocks[end]
            if isinstance(block, TableBlock):
                break
            room -= 0 if block is picture else block.heightForWidth(column) + self._look.size(_GAP)
            end += 1
        return _Plan(start, picture, end)

    def _arrange(self, plan: "_Plan") -> None:
        """Lay the blocks out anew."""
        while (item := self._layout.takeAt(0)) is not None:
            if inner := item.layout():
                inner.deleteLater()
        beside = [block for block in self._blocks[plan.start : plan.end] if block is not plan.picture]
        for block in self._blocks[: plan.start]:
            self._layout.addWidget(block)
        if plan.picture:
            self._layout.addLayout(self._side_by_side(beside, plan.picture))
        for block in self._blocks[plan.end :]:
            if block is not plan.picture:
                self._layout.addWidget(block)
        self._layout.addStretch(1)

    def _side_by_side(self, words: list[QWidget], picture: QWidget) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(self._look.size(_COLUMN_GAP))
        for widgets in (words, [picture]):
            column = QVBoxLayout()
            column.setSpacing(self._look.size(_GAP))
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return columns


class _Plan(NamedTuple):
    """The blocks from ``start`` to ``end`` stand beside ``picture``; all others are as wide as the step."""

    start: int
    picture: QWidget | None
    end: int
