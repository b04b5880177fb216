"""The step being read: where it stands in the guide, its title, what it says, Back and Next."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape, with_marks
from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.state import KeptPhoto, Note
from micra_assistant.time_words import estimate_words
from micra_assistant.ui.notes.note_slip import NoteSlip
from micra_assistant.ui.notes.step_notes import StepNotes
from micra_assistant.ui.step.step_body import StepBody
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.widgets.icon_button import IconButton
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.text_block import TextBlock, mark_style
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.notes.photo_thumb import Picture

_FOOT_GAPS = 40
"""What stays free between the words and buttons below the step, in pixels."""


class StepView(QFrame):
    """One step.

    Signals:
        back_wanted, next_wanted: the buttons.
        step_wanted, source_wanted, item_wanted, diagram_wanted: as StepBody.
        note_wanted, photos_wanted: the buttons.
        note_change_wanted, remove_wanted, photo_wanted: as StepNotes.
        dropped: pictures were dropped; carries the QMimeData.
    """

    back_wanted = Signal()
    next_wanted = Signal()
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
        self.back_button = QPushButton(_("Back"))
        self.next_button = QPushButton(_("Next step"))
        wear(self.back_button, Sign.BACK)
        wear(self.next_button, Sign.NEXT, behind=True)
        self.next_button.setObjectName("primary")
        for button in (self.back_button, self.next_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hint = QLabel(_("PageUp · PageDown · Space"))
        self._hint.setProperty("kind", "hint")
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
        self.back_button.setEnabled(step is not guide.steps[0])
        self.next_button.setEnabled(step is not guide.steps[-1])

    def put_away(self) -> None:
        """Be without a step until one is shown again."""
        self._body = None
        self._area.clear()

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

    def scroll_page(self, direction: int) -> bool:
        """Scroll by a screenful down (1) or up (-1); False if there is nothing more that way."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * round(bar.pageStep() * 0.85))
        return bar.value() != before

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self._more)
        foot.addWidget(self._hint)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
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
        layout.addSpacing(4)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
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
        bar = self._area.verticalScrollBar()
        there_is_more = bar.value() < bar.maximum()
        self._more.setVisible(there_is_more)
        self._hint.setVisible(not there_is_more and self._has_room_for_hint())

    def _has_room_for_hint(self) -> bool:
        needed = (self.back_button, self._hint, self.next_button)
        return sum(widget.sizeHint().width() for widget in needed) + _FOOT_GAPS <= self._area.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_more()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from micra_assistant.ui.notes.photo_intake import may_hold_photos  # noqa: PLC0415 - loaded when it is wanted

        if may_hold_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())
