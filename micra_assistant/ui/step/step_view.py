"""The step being read: where it stands in the guide, its title, and what it says."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape, with_marks
from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.state import KeptPhoto, Note
from micra_assistant.time_words import estimate_words
from micra_assistant.ui.notes.note_slip import NoteSlip
from micra_assistant.ui.notes.step_notes import StepNotes
from micra_assistant.ui.step.step_body import StepBody
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.widgets.icon_button import IconButton
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.text_block import TextBlock, mark_style
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.notes.photo_thumb import Picture


_FREE = 48
"""Of the lowest part of the view nothing can be tapped: there the sheet that asks about a gate has its answers."""
_EDGES = 25
"""Of this the margins of the card and of the view, in pixels."""


class StepView(QFrame):
    """One step.

    Signals:
        step_wanted, source_wanted, item_wanted, diagram_wanted: as StepBody.
        note_wanted, photos_wanted: the buttons.
        note_change_wanted, remove_wanted, photo_wanted: as StepNotes.
        dropped: pictures were dropped; carries the QMimeData.
        scrolled: another part of it is in sight, or there is more or less of it.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    item_wanted = Signal(str)
    diagram_wanted = Signal(object)
    note_wanted = Signal()
    photos_wanted = Signal()
    note_change_wanted = Signal(str)
    remove_wanted = Signal(str)
    photo_wanted = Signal(object)
    dropped = Signal(object)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body: StepBody | None = None
        self._place = QLabel()
        self._place.setProperty("kind", "eyebrow")
        self._place.setWordWrap(True)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._title_words = ""
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._area = ScrollColumn()
        self._notes = StepNotes()
        self._area.add_tail(self._notes)
        self.note = NoteSlip()
        self.setAcceptDrops(True)
        self._note_button = IconButton("note", _("Write a note at this step"))
        self._photo_button = IconButton("photo", _("Add photos to this step"))
        self._more = SignLabel(Sign.DOWN, _("more below"))
        self._more.setProperty("kind", "more")
        keeps_room = self._more.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(keeps_room)
        self._lay_out()
        self._connect()

    def show_step(self, guide: Guide, step: Step, look: Look) -> None:
        """Show ``step`` from its beginning."""
        page = guide.page_of(step.id)
        number, all_steps = page.steps.index(step) + 1, len(page.steps)
        words = _("{page}  ·  step {number} of {all}").format(page=page.title, number=number, all=all_steps)
        if step.minutes:
            words = _("{place}  ·  {estimate}").format(place=words, estimate=estimate_words(step.minutes))
        if step.untranslated:
            words = _("{place}  ·  Not translated yet").format(place=words)
        self._place.setText(words)
        self._more.setMinimumHeight(look.size(_FREE) - _EDGES)
        self._note_button.show_look(look)
        self._photo_button.show_look(look)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title_words = step.title
        self._title.setText(step.title)
        self._body = StepBody(guide, step, look)
        self._body.step_wanted.connect(self.step_wanted)
        self._body.source_wanted.connect(self.source_wanted)
        self._body.item_wanted.connect(self.item_wanted)
        self._body.diagram_wanted.connect(self.diagram_wanted)
        self._area.show_column(self._body)

    def mark(self, words: Collection[str], theme: Theme) -> None:
        """Mark the words that were looked for, in the title and below."""
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setText(with_marks(escape(self._title_words), words, mark_style(theme)))
        for block in self._body.findChildren(TextBlock) if self._body else ():
            block.mark(words, theme)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is done of the items inside callouts."""
        if self._body:
            self._body.show_checklist(checklist)

    def show_notes(self, notes: Sequence[Note], photos: Sequence[KeptPhoto], picture: "Picture", look: Look) -> None:
        """Show what was noted and photographed at this step."""
        self._notes.show_notes(notes, photos, picture, look)

    def can_scroll(self, direction: int) -> bool:
        """Whether there is more of the step further down (1) or up (-1)."""
        bar = self._area.verticalScrollBar()
        return bar.value() < bar.maximum() if direction > 0 else bar.value() > bar.minimum()

    def scroll_page(self, direction: int) -> bool:
        """Scroll by a screenful down (1) or up (-1); False if there is nothing more that way."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * round(bar.pageStep() * 0.85))
        return bar.value() != before

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 13, 18, 13)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(self._note_button)
        head.addWidget(self._photo_button)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addSpacing(4)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        self._note_button.clicked.connect(self.note_wanted)
        self._photo_button.clicked.connect(self.photos_wanted)
        self._notes.note_change_wanted.connect(self.note_change_wanted)
        self._notes.remove_wanted.connect(self.remove_wanted)
        self._notes.photo_wanted.connect(self.photo_wanted)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        self._show_more()

    def _show_more(self) -> None:
        self._more.setVisible(self.can_scroll(1))
        self.scrolled.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from micra_assistant.ui.notes.photo_intake import may_hold_photos  # noqa: PLC0415 - loaded when it is wanted

        if may_hold_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())
