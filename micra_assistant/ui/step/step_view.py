"""The step being read: where it stands in the guide, its title, and what it says."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape, with_marks
from micra_assistant.guide.model import Guide, Reading, Step
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import KeptPhoto, Note
from micra_assistant.time_words import estimate_words
from micra_assistant.ui.beside.beside_pane import BesidePane
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.step_lines import StepLines
from micra_assistant.ui.notes.note_slip import NoteSlip
from micra_assistant.ui.notes.step_notes import StepNotes
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.step.back_chip import BackChip
from micra_assistant.ui.step.step_body import StepBody
from micra_assistant.ui.step.step_contents import StepContents
from micra_assistant.ui.step.steps_ahead import StepsAhead
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.widgets.cut_label import CutLabel
from micra_assistant.ui.widgets.icon_button import IconButton
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.text_block import TextBlock, mark_style
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.diagnosis.fault_model import Model
    from micra_assistant.ui.notes.photo_thumb import Picture

_ROUND_MARKED = 10
"""What stays in sight over and under the marked line, in pixels."""
_FREE = 54
"""Of the lowest part of the view nothing can be tapped: there the sheet that asks about a gate has its answers."""
_MARGINS = (24, 13, 18, 13)
"""Of the card, in pixels at scale 1."""
_BELOW = 12
"""Of this what is below the card, in pixels."""
_LOW = 100
"""If less than this height would be left to the words, in pixels at scale 1, place and title scroll with them."""


MakeContents = Callable[[Guide, Step, Look, StepLines], StepContents]
"""Makes what is shown of a step."""


class StepView(QFrame):
    """One step.

    Signals:
        step_wanted, source_wanted, diagram_wanted: as StepBody.
        question_wanted: the chip that leads back to the question of the fault finder was pressed.
        note_wanted, photos_wanted: the buttons.
        note_change_wanted, remove_wanted, photo_wanted: as StepNotes.
        dropped: pictures were dropped; carries the QMimeData.
        scrolled: another part of it is in sight, or there is more or less of it.

    Attributes:
        lines: the lines of the step.
        beside: what stands to the right of the step, which lies in the window beside it.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    question_wanted = Signal()
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
        self._body: StepContents | None = None
        self._make_contents: MakeContents = self._usual_contents
        self._shown: tuple[Guide, Step, Look] | None = None
        self._has_room_beside = False
        self._widths: dict[bool, int] = {}
        """How wide the words of a step were last, with something beside it and without."""
        self._model: Model | None = None
        self._beside_line: Line | None = None
        self._revealed: CheckRow | None = None
        self._to_reveal: CheckRow | None = None
        self._revealed_in: StepContents | None = None
        self.lines = StepLines(self)
        unseen = QWidget(self)
        unseen.hide()
        self._ahead = StepsAhead(self.lines, unseen)
        self.beside = BesidePane(self)
        self.beside.hide()
        self._make_head()
        self._area = ScrollColumn()
        self._notes = StepNotes()
        self._area.add_tail(self._notes)
        self.note = NoteSlip()
        self.note.installEventFilter(self)
        self.setAcceptDrops(True)
        self._make_more()
        self._lay_out()
        self._connect()

    def _make_head(self) -> None:
        self._chip = BackChip()
        self._place = CutLabel()
        self._place.setProperty("kind", "eyebrow")
        self._title_words = ""
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._note_button = IconButton(Sign.NOTE, _("Write a note at this step"))
        self._photo_button = IconButton(Sign.PHOTO, _("Add photos to this step"))

    def _make_more(self) -> None:
        self._more = SignLabel(Sign.DOWN, _("more below"))
        self._more.setProperty("kind", "more")
        keeps_room = self._more.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(keeps_room)

    def show_step(self, guide: Guide, step: Step, look: Look) -> None:
        """Show ``step`` from its beginning."""
        page = guide.page_of(step.id)
        number, all_steps = page.steps.index(step) + 1, len(page.steps)
        words = _("{page}  ·  step {number} of {all}").format(page=page.title, number=number, all=all_steps)
        if step.minutes:
            words = _("{place}  ·  {estimate}").format(place=words, estimate=estimate_words(step.minutes))
        if step.untranslated:
            words = _("{place}  ·  Not translated yet").format(place=words)
        alone = _("Step {number} of {all}").format(number=number, all=all_steps)
        timed = _("{place}  ·  {estimate}").format(place=alone, estimate=estimate_words(step.minutes))
        self._place.show_words(words, *([timed] if step.minutes else []), alone)
        self._more.setMinimumHeight(0 if self._head.isHidden() else look.compact.size(_FREE - _MARGINS[-1]) - _BELOW)
        self._column.setContentsMargins(*(look.compact.size(edge) for edge in _MARGINS))
        self._note_button.show_look(look)
        self._photo_button.show_look(look)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title_words = step.title
        self._title.setText(step.title)
        self._title.setAccessibleName(step.title)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(words)
        self._shown = guide, step, look
        self._fit()
        self._make_body(guide, step, look)

    def put_away(self) -> None:
        """Be without a step until one is shown again."""
        self.let_go_ahead()
        self.lines.clear()
        self._beside_line = None
        self._body = None
        self._area.clear()
        self.beside.put_away()
        self.note.put_away()

    def _make_body(self, guide: Guide, step: Step, look: Look) -> None:
        self.lines.clear()
        self._beside_line = None
        self._area.take_away()
        if self._body:
            self._body.deleteLater()  # it may never have been shown
        made_ahead = self._ahead.take(step, beside=self._has_room_beside)
        self._body = body = made_ahead or self._make_contents(guide, step, look, self.lines)
        body.step_wanted.connect(self.step_wanted)
        body.source_wanted.connect(self.source_wanted)
        body.diagram_wanted.connect(self.diagram_wanted)
        self.beside.show_picture(body.picture if self._has_room_beside else None, look)

    def _usual_contents(self, guide: Guide, step: Step, look: Look, lines: StepLines) -> StepContents:
        inside = self._area.inside
        return StepBody(guide, step, look, lines, inside, takes_picture=not self._has_room_beside)

    def show_by(self, make: MakeContents | None) -> None:
        """Show the next step as ``make`` makes it, and nothing else of it; as usual again if that is None."""
        self.let_go_ahead()
        self._make_contents = make or self._usual_contents
        self._head.setVisible(make is None)

    def make_ahead(self, steps: Sequence[Step], checklist: Checklist) -> Iterator[None]:
        """Make in pieces the ``steps`` that may be shown next, and let go of all others that were made so."""
        self._ahead.keep(steps)
        if self._shown is None or self._make_contents != self._usual_contents:
            return
        yield
        guide, _step, look = self._shown
        self._widths[not self.beside.isHidden()] = self._area.inside.width()
        width = partial(self._width_ahead, checklist)
        for step in steps:
            make = partial(self._usual_contents, guide, step, look, self.lines)
            yield from self._ahead.make(step, make, checklist, width, beside=self._has_room_beside)

    def _width_ahead(self, checklist: Checklist, contents: StepContents, marked: str) -> int:
        """Return how wide a step will most likely be: as the last one that had something beside it, or had not."""
        item = checklist.line(marked).item if marked else None
        has_more = contents.picture is not None or (isinstance(item, Reading) and item.has_limits)
        return self._widths.get(self._has_room_beside and has_more, self._area.inside.width())

    def let_go_ahead(self) -> None:
        """Let go of the steps that were made ahead: they may be made otherwise from now on."""
        self._ahead.keep(())

    def show_question(self, question: str) -> None:
        """Show a chip that leads back to a question, none if there is none."""
        self._chip.show_words(question)

    def give_room_beside(self, has_room: bool) -> bool:
        """Let the picture stand beside the step, or under its words; return whether that is another place."""
        is_other, self._has_room_beside = has_room != self._has_room_beside, has_room
        if not has_room:
            self.beside.hide()
        return is_other and self._shown is not None

    def mark(self, words: Collection[str], theme: Theme) -> None:
        """Mark the words that were looked for, in the title and below."""
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setText(with_marks(escape(self._title_words), words, mark_style(theme)))
        for block in self._body.findChildren(TextBlock) if self._body else ():
            block.mark(words, theme)

    @property
    def words_area(self) -> ScrollColumn:
        """Where the words of the step are."""
        return self._area

    def show_again(self) -> None:
        """Make the step anew, as it is."""
        if self._shown:
            self._make_body(*self._shown)

    def show_checklist(self, open_job: OpenJob) -> None:
        """Show how the lines of the step stand."""
        before = self._beside_line
        self._show_beside(open_job.checklist.line(before.item.id) if before else None)
        self.lines.show_checklist(open_job.checklist, open_job.current_item, open_job.clock)
        if self._body and self._body is not self._area.column:
            self._area.show_column(self._body)
        self._reveal_if_it_moved(is_chosen=bool(open_job.chosen_item))

    def show_model(self, model: "Model | None") -> None:
        """Show what the marked reading says by a fault model, None if there is none."""
        if model is not self._model:
            self._model = model
            self._show_beside(self._beside_line)

    def _on_judged(self, line: Line) -> None:
        """Show what a reading says; it stays there while lines are marked that are none."""
        if isinstance(line.item, Reading):
            self._show_beside(line)

    def _show_beside(self, line: Line | None) -> None:
        self._beside_line = line
        if self._has_room_beside:
            self.beside.show_reading(line, self._model)
        is_needed = self._has_room_beside and self.beside.has_something
        if is_needed is self.beside.isHidden():
            self.beside.setVisible(is_needed)
            self._take_width()

    def _take_width(self) -> None:
        """Be as wide as what is beside leaves room for, now: the step is laid out for this width alone."""
        if (around := self.parentWidget()) and (layout := around.layout()):
            layout.activate()

    def _reveal_if_it_moved(self, *, is_chosen: bool) -> None:
        """Bring a line into sight that is marked now; a step is read from its top, unless its line was chosen."""
        marked, body = self.lines.marked_row, self._body
        is_new_step, self._revealed_in = body is not self._revealed_in, body
        if marked is not self._revealed and (is_chosen or not is_new_step):
            self._to_reveal = marked
            self._reveal()
        self._revealed = marked

    def _reveal(self) -> None:
        """Bring a line into sight, until the person scrolls."""
        if self._to_reveal and self._to_reveal is self.lines.marked_row:
            self._area.ensureWidgetVisible(self._to_reveal, 0, _ROUND_MARKED)

    def _follow_typing(self) -> None:
        """Keep the line in sight that is typed in, however much is said of what is typed."""
        self._to_reveal = self.lines.marked_row
        self._reveal()

    def _let_scroll(self) -> None:
        self._to_reveal = None

    def show_notes(self, notes: Sequence[Note], photos: Sequence[KeptPhoto], picture: "Picture", look: Look) -> None:
        """Show what was noted and photographed at this step, if all of the step is shown."""
        told, taken = ((), ()) if self._head.isHidden() else (notes, photos)
        self._notes.show_notes(told, taken, picture, look)

    def can_scroll(self, direction: int) -> bool:
        """Whether there is more of the step further down (1) or up (-1)."""
        bar = self._area.verticalScrollBar()
        return bar.value() < bar.maximum() if direction > 0 else bar.value() > bar.minimum()

    def scroll_page(self, direction: int) -> bool:
        """Scroll by a screenful down (1) or up (-1); False if there is nothing more that way."""
        bar = self._area.verticalScrollBar()
        self._let_scroll()
        before = bar.value()
        bar.setValue(before + direction * round(bar.pageStep() * 0.85))
        announce(self, _("Further down.") if direction > 0 else _("Further up."))
        return bar.value() != before

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._laid_out_head())
        layout.addWidget(self._area, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _laid_out_head(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._chip)
        row.addWidget(self._place, 1)
        row.addWidget(self._note_button)
        row.addWidget(self._photo_button)
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._title)
        return self._head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the head scroll with the rest where it would leave that no room."""
        is_low = self._shown is not None and self._room_below_head() < self._shown[2].size(_LOW)
        if is_low and self._head.parentWidget() is self:
            self._area.add_head(self._head)
        elif not is_low and self._head.parentWidget() is not self:
            self._area.give_head()
            self._column.insertWidget(0, self._head)

    def _room_below_head(self) -> int:
        """Return how high the words would be under the head."""
        head, margins = self._head.layout(), self._column.contentsMargins()
        taken = head.totalHeightForWidth(self.width() - margins.left() - margins.right()) if head else 0
        for part in (self.note, self._more):
            taken += part.sizeHint().height() if part is self._more or not part.isHidden() else 0
        return self.height() - taken - margins.top() - margins.bottom()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the head scroll while a note takes its room."""
        if watched is self.note and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._note_button.clicked.connect(self.note_wanted)
        self._photo_button.clicked.connect(self.photos_wanted)
        self._notes.note_change_wanted.connect(self.note_change_wanted)
        self._notes.remove_wanted.connect(self.remove_wanted)
        self._notes.photo_wanted.connect(self.photo_wanted)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._reveal, Qt.ConnectionType.QueuedConnection)
        bar.actionTriggered.connect(self._let_scroll)
        self.lines.judged.connect(self._on_judged)
        self.lines.typing.connect(self._follow_typing)
        self.lines.step_wanted.connect(self.step_wanted)
        self.lines.source_wanted.connect(self.source_wanted)
        self._chip.clicked.connect(self.question_wanted)
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
