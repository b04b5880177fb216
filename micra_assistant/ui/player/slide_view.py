"""A slide on screen: one line of it, what it warns of, and what else is said, as large as there is room for."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Bullets, Guide, Paragraph, Table, Tick, Written
from micra_assistant.guide.source import Source
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.player.far_column import FarColumn
from micra_assistant.ui.player.far_sheet import far_sheet
from micra_assistant.ui.player.slides import Slide
from micra_assistant.ui.player.verdict_banner import VerdictBanner
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.style.far_sizes import FarSizes
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html
from micra_assistant.words import _

_Said = TypeVar("_Said", TextBlock, TableBlock, CalloutCard)


class SlideView(FarColumn):
    """The words of a slide, one part below the other.

    Signals:
        step_wanted, source_wanted: as TextBlock.

    Attributes:
        rows: its lines, in sight or not.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(
        self, guide: Guide, title: str, slide: Slide, looks: tuple[Look, Look], rows: Sequence[CheckRow]
    ) -> None:
        """Make a slide under a ``title`` if it has no lines; ``looks`` are that of all, and that of its lines."""
        look, row_look = looks
        super().__init__(look)
        self.rows = tuple(rows)
        self._banner = VerdictBanner(row_look) if rows else None
        self.add_parts([*rows, self._banner] if self._banner else [label(title, "title")])
        self.add_parts([self._connected(CalloutCard(told, guide.sources, look)) for told in slide.warnings])
        self.add_parts([self._said(block, guide.sources) for block in slide.words])
        if not (rows or slide.warnings or slide.words):
            self.add_parts([label(_("This is the end of this step."), "body")])

    def sheet(self, sizes: FarSizes, target: int) -> str:
        return far_sheet(sizes, target, self._look.theme)

    def is_essential(self, part: QWidget) -> bool:
        """Whether it is the line, or its verdict."""
        return part in (*self.rows, self._banner)

    def show_row(self, item_id: str) -> None:
        """Show the line of an item, and no other."""
        for row in self.rows:
            row.setVisible(row.item.id == item_id)
            if self._banner and row.item.id == item_id:
                self._banner.setHidden(isinstance(row.item, Tick | Written))

    def show_verdict(self, line: Line) -> None:
        """Show what the value of a line means."""
        if self._banner:
            self._banner.show_line(line)

    def _said(self, block: Paragraph | Bullets | Table, sources: dict[str, Source]) -> QWidget:
        if isinstance(block, Table):
            return self._connected(TableBlock(block, sources))
        return self._connected(TextBlock(paragraph_html(block, sources)))

    def _connected(self, part: _Said) -> _Said:
        part.step_wanted.connect(self.step_wanted)
        part.source_wanted.connect(self.source_wanted)
        return part
