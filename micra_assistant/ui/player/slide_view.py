"""A slide on screen: one line of it, what it warns of, and what else is said, as large as there is room for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Bullets, Guide, Paragraph, Source, Table, Tick, Written
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.player.far_sheet import far_sheet
from micra_assistant.ui.player.far_sizes import FarRoom, FarSizes
from micra_assistant.ui.player.slides import Slide
from micra_assistant.ui.player.verdict_banner import VerdictBanner
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html

_Said = TypeVar("_Said", TextBlock, TableBlock, CalloutCard)
_GAP = 9
"""Between two parts, in pixels at scale 1."""


class SlideView(QWidget):
    """The words of a slide, one part below the other.

    Signals:
        step_wanted, source_wanted: as TextBlock.
        asks_anew: something in it has another size.

    Attributes:
        rows: its lines, in sight or not.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    asks_anew = Signal()

    def __init__(
        self, guide: Guide, title: str, slide: Slide, looks: tuple[Look, Look], rows: Sequence[CheckRow]
    ) -> None:
        """Make a slide under a ``title`` if it has no lines; ``looks`` are that of all, and that of its lines."""
        super().__init__()
        self._look, row_look = looks
        self.rows = tuple(rows)
        self._sizes: FarSizes | None = None
        self._needed: tuple[QSize, int] = QSize(), 0
        self._banner = VerdictBanner(row_look) if rows else None
        self._parts: list[QWidget] = [*rows, self._banner] if self._banner else [label(title, "title")]
        self._parts += [self._connected(CalloutCard(told, guide.sources, self._look)) for told in slide.warnings]
        self._parts += [self._said(block, guide.sources) for block in slide.words]
        for part in self._parts:
            part.setParent(self)

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

    def fit(self, room: FarRoom, view: QSize) -> int:
        """Take the largest sizes with which all is seen in a view, else the line; return how high all is then."""
        if self._needed != (view, self._height_at(view.width())):
            if self._fits(room.sizes[-1], room, view, whole=True):
                self._take_largest(room.sizes, room, view, whole=True)
            else:
                self._take_largest(room.scrolled, room, view, whole=False)
            self._needed = view, self._height_at(view.width())
        self._put(view.width())
        return self._needed[1]

    def _take_largest(self, sizes: Sequence[FarSizes], room: FarRoom, view: QSize, *, whole: bool) -> None:
        """Take the first of the sizes with which all, or only the line, is seen, else the last."""
        place = bisect_left(range(len(sizes) - 1), True, key=lambda at: self._fits(sizes[at], room, view, whole=whole))
        self._take(sizes[place], room.target)

    def _fits(self, sizes: FarSizes, room: FarRoom, view: QSize, *, whole: bool) -> bool:
        """Take sizes, and return whether all, or only the line, is seen with them."""
        self._take(sizes, room.target)
        return self._height_at(view.width(), whole=whole) <= view.height()

    def event(self, event: QEvent) -> bool:
        """Ask to be fitted anew when one of its parts has come to another height."""
        if event.type() is QEvent.Type.LayoutRequest and self._height_at(self._needed[0].width()) != self._needed[1]:
            self.asks_anew.emit()
        return super().event(event)

    def _take(self, sizes: FarSizes, target: int) -> None:
        if sizes != self._sizes:
            self._sizes = sizes
            self.setStyleSheet(far_sheet(sizes, target, self._look.theme))
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            if layout := part.layout():
                layout.invalidate()
                layout.activate()  # what lies in it in turn is only now measured anew

    def _shown(self) -> Iterator[QWidget]:
        return (part for part in self._parts if not part.isHidden())

    def _height_at(self, width: int, *, whole: bool = True) -> int:
        """Return how high all, or only the line with its verdict, is at a width."""
        parts = [part for part in self._shown() if whole or part in (*self.rows, self._banner)]
        return sum(part.heightForWidth(width) for part in parts) + self._look.size(_GAP) * max(0, len(parts) - 1)

    def _put(self, width: int) -> None:
        y = 0
        for part in self._shown():
            high = part.heightForWidth(width)
            part.setGeometry(0, y, width, high)
            y += high + self._look.size(_GAP)

    def _said(self, block: Paragraph | Bullets | Table, sources: dict[str, Source]) -> QWidget:
        if isinstance(block, Table):
            return self._connected(TableBlock(block, sources))
        return self._connected(TextBlock(paragraph_html(block, sources)))

    def _connected(self, part: _Said) -> _Said:
        part.step_wanted.connect(self.step_wanted)
        part.source_wanted.connect(self.source_wanted)
        return part
