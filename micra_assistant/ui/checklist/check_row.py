"""One line of the checklist on screen, where its instruction stands: a box, words, and a field where a value goes."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from micra_assistant.guide.html import rich_text
from micra_assistant.guide.model import AnyItem, Count, Reading, Tick, Words, Written, plain
from micra_assistant.guide.source import Source
from micra_assistant.guide.value_words import things
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.checklist.row_shape import RowShape
from micra_assistant.ui.checklist.small_print import small_print
from micra_assistant.ui.guide_words import expected_words, judged_words, limits_to_tell
from micra_assistant.ui.screen_reader.element import Element, Role, tell_states
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.flowing_label import FlowingLabel
from micra_assistant.ui.widgets.still_here import STILL_HERE
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.ui.widgets.tick_box import Mark, TickBox, mark_of, mark_word

if TYPE_CHECKING:
    from micra_assistant.ui.checklist.value_line import ValueLine
    from micra_assistant.ui.widgets.over_range_question import OverRangeQuestion
    from micra_assistant.ui.widgets.sign_choices import SignChoices
    from micra_assistant.ui.widgets.typed_field import TypedField

_MANY = 2
_STATES = {"done": "checked", "held": "disabled"}
"""What a look of a row is for a screen reader."""
_LEAST_HEIGHT = 34
"""Of the words, in pixels at scale 1: with what is round them a target for a gloved finger."""

_NARROW = 300
"""Below this width, in pixels at scale 1, there is room for the words alone beside the box."""


class CheckRow(Flowing, QFrame):
    """An item. It keeps its height whatever its verdict is, and whether it is the marked one or not.

    Attributes:
        signs: signs to be typed into the field of a reading without letters, None for other items.

    Signals:
        chosen: the row was tapped or its field entered; carries the item's id.
        toggled: the tick was tapped, or a field that is locked; carries the item's id.
        typing: a value is being typed; carries the item's id and the words so far.
        entered: a value was typed and is to be kept; carries the item's id and the words typed.
        judged: how the marked line stands, be it kept or still typed; carries it.
        step_wanted, source_wanted: as TextBlock.
    """

    chosen = Signal(str)
    toggled = Signal(str)
    typing = Signal(str, str)
    entered = Signal(str, str)
    judged = Signal(object)
    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(
        self,
        item: AnyItem,
        sources: dict[str, Source],
        look: Look,
        parent: QWidget | None = None,
        *,
        shape: RowShape = RowShape.USUAL,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._shape = shape
        self._line: Line | None = None
        self._current = False
        self.setObjectName("row")
        self._box = TickBox(look.theme, look.size(32), self)
        self._words = self._make_words(sources)
        self._caption: QLabel | None = None
        self._field: TypedField | None = None
        self._value: ValueLine | None = None
        self._limits = ""
        self._question: OverRangeQuestion | None = None
        self.signs: SignChoices | None = None
        self._lay_out(look)
        self.setAccessibleName(plain(item.label))

    @property
    def field(self) -> "TypedField | None":
        """The field for the value; None if the item is only ticked."""
        return self._field

    @property
    def question(self) -> "OverRangeQuestion | None":
        """What is asked about the value that stands in the field, None if nothing was yet."""
        return self._question

    @property
    def mark(self) -> Mark:
        """What the box shows."""
        return self._box.mark

    @property
    def element(self) -> Element:
        """A tick is a box to be ticked; any other item is a group, whose field has the value.

        That a value is wrong is in the description: Qt has no state for it.
        """
        is_tick = self._field is None
        return Element(
            Role.CHECK_BOX if is_tick else Role.GROUP,
            is_checked=self.mark is Mark.DONE if is_tick else None,
            is_held=self.mark is Mark.HELD,
            is_current=self._current,
            press=self.tap,
        )

    def tap(self) -> None:
        """Do what a tap does."""
        self.chosen.emit(self.item.id)
        if self._field is None or self.is_locked:
            self.toggled.emit(self.item.id)
        else:
            self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    @property
    def is_locked(self) -> bool:
        """Whether something else must be done before a value is taken, and none is there or being typed yet."""
        line, field = self._line, self._field
        return bool(field and line and line.held_by and not line.done and not field.isModified())

    @property
    def caption(self) -> str:
        """What is said of the value, and what is expected."""
        said = self._caption.text() if self._caption else ""
        return " · ".join(part for part in (said, self._limits) if part)

    def show_line(self, line: Line, *, current: bool) -> None:
        """Show the item as the job stands; ``current`` is the line that Space is for."""
        self._line, self._current = line, current
        if self._field:
            self._field.show_value(line.value)
            if line.value and self._field.text() == line.value and not self._field.hasFocus():
                self._field.settle()  # it was kept after it was written down as half typed
        if self._field and self._field.is_being_typed:
            self.typing.emit(self.item.id, self._field.text())
        else:
            self.show_verdict(line)

    def let_go(self) -> None:
        """Say nothing any more: another row takes this one's place, and goes on with what is typed here."""
        self.blockSignals(True)
        if self._field:
            self._field.blockSignals(True)

    def show_verdict(self, line: Line) -> None:
        """Show mark and small print of ``line``, which may be one that is still being typed."""
        mark = self._mark_of(line)
        self._box.show_mark(mark)
        self._restyle(line, self._current)
        self._show_caption(self._caption_of(line))
        self._show_expected(line)
        if isinstance(line.item, Count) and self._value:
            self._value.sign.setText(things(line.number if line.done else _MANY, line.item))
        self.setAccessibleDescription(f"{mark_word(mark)} {self.caption}".strip())
        if self._field:
            self._field.setAccessibleDescription(self.caption)
            self._show_question(line, self._field)
        if self._current:
            self.judged.emit(line)

    def _caption_of(self, line: Line) -> str:
        return judged_words(line)

    def _show_expected(self, line: Line) -> None:
        self._limits = limits_to_tell(line)
        if self._value:
            self._value.show_expected(expected_words(line))

    def _mark_of(self, line: Line) -> Mark:
        """Return the mark of a line; one that is held is locked, whatever is typed, until it has a value."""
        kept = self._line or line
        return Mark.HELD if line.held_by and not (kept.done or kept.value) else mark_of(line)

    def _show_question(self, line: Line, field: "TypedField") -> None:
        """Ask what is meant, once it is not being typed any more."""
        choices = () if field.isModified() else line.choices
        if self._question is None and choices:
            from micra_assistant.ui.widgets.over_range_question import OverRangeQuestion  # noqa: PLC0415 - seldom asked

            self._question = OverRangeQuestion(self)
            self._question.chosen.connect(self._on_meant)
            self._grid.addWidget(self._question, 3, 1, 1, 2)
        if self._question:
            self._question.show_choices(choices, line.message)
            for before, button in pairwise((field, *self._question.buttons)):
                QWidget.setTabOrder(before, button)

    def _on_meant(self, typed: str) -> None:
        self.entered.emit(self.item.id, typed)

    def _show_caption(self, words: str) -> None:
        """Show the small print; its room stays once there was any, so that nothing moves when it goes."""
        if self._caption is None and words:
            self._caption = small_print(self)
            self._grid.addWidget(self._caption, 1, 1, 1, 2)
        if self._caption and self._caption.text() != words:
            self._caption.setText(words)

    def _restyle(self, line: Line, current: bool) -> None:
        mark = self._mark_of(line)
        looks = {"current": current, "done": line.done and not line.asked_again, "held": mark is Mark.HELD}
        looks["wrong"] = mark is Mark.WRONG
        looks["right"] = mark is Mark.DONE and isinstance(self.item, Reading)
        changed = [name for name, value in looks.items() if self.property(name) != value]
        if not changed:
            return
        for name, value in looks.items():
            self.setProperty(name, value)
        tell_states(self, *(_STATES[name] for name in changed if name in _STATES))
        restyle(self, self._words, *([self._caption] if self._caption else []), *([self._field] if self._field else []))

    def _lay_out(self, look: Look) -> None:
        self._look, self._is_narrow = look, False
        self._grid = QGridLayout(self)
        self._leave_free(14)
        self._grid.setVerticalSpacing(look.size(2))
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowMinimumHeight(0, look.size(_LEAST_HEIGHT))
        self._grid.addWidget(self._box, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._words, 0, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not isinstance(self.item, Tick):
            self._field = self._make_field(self.item, look)

    def _leave_free(self, beside: int) -> None:
        """Leave room free beside the box and the words, in pixels at scale 1."""
        above = self._look.size(8)
        if self._shape.is_large:
            self._grid.setContentsMargins(0, 0, 0, 0)
        else:
            self._grid.setContentsMargins(self._look.size(beside), above, self._look.size(beside - 2), above)
        self._grid.setHorizontalSpacing(self._look.size(beside))

    def _place_signs(self) -> None:
        """Put the signs beside the words, or below them where it is narrow."""
        if self.signs and self._is_narrow:
            self._grid.addWidget(self.signs, 2, 1, 1, 2)
        elif self.signs:
            self._grid.addWidget(self.signs, 0, 2, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.size(_NARROW)
        if is_narrow is not self._is_narrow and not self._shape.is_large:
            self._is_narrow = is_narrow
            self._leave_free(6 if is_narrow else 14)
            self._place_signs()

    def _make_words(self, sources: dict[str, Source]) -> QLabel:
        """Return the words of the item: rich text, which takes longer, only if they bear a link."""
        label = tuple(run for run in self.item.label if isinstance(run, Words))
        if any(run.link for run in label):
            rich = TextBlock(rich_text(label, sources), "item", self)
            rich.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            rich.step_wanted.connect(self.step_wanted)
            rich.source_wanted.connect(self.source_wanted)
            return rich
        return FlowingLabel(plain(label), "item", self)

    def _make_field(self, item: Reading | Count | Written, look: Look) -> "TypedField":
        from micra_assistant.ui.checklist.value_field import sign_beside, value_field  # noqa: PLC0415 - not for ticks
        from micra_assistant.ui.checklist.value_line import ValueLine  # noqa: PLC0415 - likewise
        from micra_assistant.ui.widgets.sign_choices import SignChoices  # noqa: PLC0415 - likewise

        field = value_field(item, look, self)
        field.typed.connect(partial(self.typing.emit, item.id))
        field.finished.connect(self._on_finished)
        field.taken_back.connect(self._on_taken_back)
        field.returnPressed.connect(field.clearFocus)
        field.installEventFilter(self)
        self._value = ValueLine(field, sign_beside(item), look, self, is_wide=isinstance(item, Written))
        self._caption = self._value.said
        self._grid.addWidget(self._value, 1, 1, 1, 2)
        if isinstance(item, Reading):
            self.signs = SignChoices(field, item.unit, self)
        if self._shape.is_large and not isinstance(item, Written):
            self._box.hide()
            self._value.show_instead_of_said(self.signs, is_narrow=self._shape is RowShape.LARGE_NARROW)
        else:
            self._place_signs()
        return field

    def _on_finished(self) -> None:
        """Hand on what was typed; what could not be kept stays in the field, to be entered again."""
        if self._field is None:
            return
        typed, before = self._field.text(), self._line
        self._field.settle()
        self.entered.emit(self.item.id, typed)
        if before and self._line and not _is_kept(typed, before, self._line):
            self._field.keep_unkept(typed)

    def _on_taken_back(self) -> None:
        """Show what was there before the typing began."""
        if self._field and self._line:
            self._field.show_value(self._line.value)
            self._field.clearFocus()
            self.show_verdict(self._line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tap()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() not in STILL_HERE:
            self.chosen.emit(self.item.id)
        return super().eventFilter(watched, event)


def _is_kept(typed: str, before: Line, line: Line) -> bool:
    """Return whether what was typed is what the line holds, maybe in other letters that say the same."""
    return typed.strip() == line.value or line.value != before.value or bool(line.choices)
