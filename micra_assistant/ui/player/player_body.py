"""A step seen from afar: the marked line of it, with all that belongs to that, and nothing else."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QShowEvent

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Diagram, Guide, Step
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.checklist.row_shape import RowShape
from micra_assistant.ui.checklist.step_lines import StepLines
from micra_assistant.ui.player.far_places import put_in_place
from micra_assistant.ui.player.picture_card import PictureCard
from micra_assistant.ui.player.slide_places import places_in
from micra_assistant.ui.player.slide_view import SlideView
from micra_assistant.ui.player.slides import Slide, slides_of
from micra_assistant.ui.step.step_contents import StepContents
from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.scroll_column import ScrollColumn

_VALUE_LINE = 172
"""The width of a field with its unit and what is between, in the same measure."""
_SIGNS = 4.4
"""The width of the signs beside it, in targets."""


class PlayerBody(StepContents):
    """The slides of a step in a scrolling ``area`` of a ``room``, the one with the marked line in sight."""

    def __init__(
        self, guide: Guide, step: Step, look: Look, lines: StepLines, area: ScrollColumn, room: FarRoom
    ) -> None:
        super().__init__(area.inside)
        self._guide = guide
        self._look = look
        self._area = area
        self._room = room
        self._cards: dict[str, PictureCard] = {}
        self._slides = slides_of(step)
        self._views = [self._view(step, slide, lines) for slide in self._slides]
        self._place = len(self._slides) - 1
        self._item: str | None = None
        self._height = 0
        lines.marked.connect(self.show_item)
        lines.judged.connect(self._show_verdict)
        area.viewport().installEventFilter(self)

    @property
    def slide(self) -> SlideView:
        """The slide in sight."""
        return self._views[self._place]

    def show_item(self, item_id: str) -> None:
        """Show the line of an item, the end of the step if that is empty."""
        if item_id == self._item:
            return
        self._leave_fields(item_id)
        self._item = item_id
        places = (place for place, slide in enumerate(self._slides) if item_id in {item.id for item in slide.items})
        self._place = next(places, len(self._slides) - 1)
        self.slide.show_row(item_id)
        for place, view in enumerate(self._views):
            view.setVisible(place == self._place)
        shown = self._card
        for card in self._cards.values():
            card.setVisible(card is shown)
        self.fit()

    def fit(self) -> None:
        """Put all in its place, as large as there is room for."""
        if not self.slide.isVisible():
            return
        self._height = put_in_place(self.slide, self._card, self._room, self._area.viewport().size())
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002 - it is as wide as the area
        return self._height

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _show_verdict(self, line: Line) -> None:
        self.slide.show_verdict(line)

    # what it is made of

    def _view(self, step: Step, slide: Slide, lines: StepLines) -> SlideView:
        look = self._look.of_lines
        shape = self._shape(look, has_picture=slide.picture is not None)
        rows = [lines.make(item, self._guide.sources, look, shape=shape) for item in slide.items]
        view = SlideView(self._guide, step.title, slide, (self._look, look), rows)
        view.setParent(self)
        view.hide()
        view.step_wanted.connect(self.step_wanted)
        view.source_wanted.connect(self.source_wanted)
        view.asks_anew.connect(self.fit)
        return view

    def _shape(self, row_look: Look, *, has_picture: bool) -> RowShape:
        """Return the shape of rows in which the signs have room beside the field, or under it."""
        room = self._room
        places = places_in(QSize(room.width, room.height), room.height, has_picture=has_picture)
        needed = row_look.size(_VALUE_LINE) + _SIGNS * room.target
        return RowShape.LARGE if places.words.width() >= needed else RowShape.LARGE_NARROW

    @property
    def _card(self) -> PictureCard | None:
        """The picture of the slide in sight, made when it is first wanted."""
        picture = self._slides[self._place].picture
        if picture is None:
            return None
        if picture.path not in self._cards:
            self._cards[picture.path] = self._made_card(picture)
        return self._cards[picture.path]

    def _made_card(self, picture: Diagram | Circuit) -> PictureCard:
        card = PictureCard(self._guide, picture, self._look)
        card.setParent(self)
        card.source_wanted.connect(self.source_wanted)
        card.diagram_wanted.connect(self.diagram_wanted)
        return card

    def _leave_fields(self, item_id: str) -> None:
        """Let the keys stay with the step while the field that has them goes out of sight."""
        focus = self.window().focusWidget()
        for row in self.slide.rows:
            if focus and (step := self._area.parentWidget()) and row.item.id != item_id and row.isAncestorOf(focus):
                step.setFocus()
