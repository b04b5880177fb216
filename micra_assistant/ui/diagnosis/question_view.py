"""The conversation with the fault finder: one question at a time, suspects and answers beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.jobs.faultfinding.search_stages import SearchStage
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.question_keys import keys_of, name_of
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.diagnosis.side_panel import SidePanel
from micra_assistant.ui.diagnosis.stage_line import StageLine
from micra_assistant.ui.diagnosis.why_panel import ROOM_FOR_A_ROW, WhyPanel
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.taking_focus import take_focus_from
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _

_SIDE_WIDTH, _SIDE_SHARE = 300, 0.29
"""How wide suspects and answers are at the least, in pixels at scale 1, and of all of the width."""
_ROOM_FOR_SIDE = 860
"""From this width on, in pixels at scale 1, suspects and answers stand beside the question, else below it."""
_ROOM_FOR_HEADS, _ROOM_FOR_ALL = 440, 1000
"""From this height on, in pixels at scale 1, the ways to the reasons stay in sight below the question, up to this one:
where all has room they stand with what else there is below it.
"""
_PICTURE_SHARE, _LEAST_PICTURE = 0.55, 240
"""How high a picture is at the most, of all of the height, and how high it may always be, in pixels at scale 1."""
_PLACE_OF_HEADS = 3
"""Below heading, stages and question."""
_FIRST_DIGIT = Qt.Key.Key_1
_LAST_DIGIT = Qt.Key.Key_9
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class QuestionView(QFrame):
    """One card, the panel beside it, and the way back.

    Digits choose an answer, or go into the field if there is one. PageUp and PageDown mark answers and buttons, Space
    says what is marked.

    Attributes:
        lead: what Space does while nothing is marked or typed: the way to what is to be done first, None if nothing is.

    Signals:
        guide_wanted: the person wants to see the guide.
        back_wanted: the last answer is to be taken back.
        complaint_wanted: it is another complaint.
        keys_changed: the three keys do something else.
    """

    prints = SheetKind.FAULT_RECORD
    """What of it there is on paper."""

    place = Action.FIND_FAULT
    """Whose button in the bar leads here."""

    guide_wanted = Signal()
    back_wanted = Signal()
    complaint_wanted = Signal()
    keys_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self.card: Card | None = None
        self.side: SidePanel | None = None
        self.why: WhyPanel | None = None
        self.lead: KeyAct | None = None
        self._heading = label("", "eyebrow")
        self._stages = StageLine(look)
        self._area = _KeylessColumn()
        tail = QWidget()
        self._below = QVBoxLayout(tail)
        self._below.setContentsMargins(0, look.size(6), 0, 0)
        self._below.addLayout(self._ways())
        self._below.addStretch(1)
        self._area.add_tail(tail)
        self._side_area = _KeylessColumn()
        self._more = SignLabel(Sign.DOWN, _("more below"))
        self._more.setProperty("kind", "more")
        self._told_soon = QTimer(self, singleShot=True, interval=0)  # some cards give way to another one at once
        self._told_soon.timeout.connect(self._tell)
        bar = self._area.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged):
            changed.connect(lambda: self._more.setVisible(bar.value() < bar.maximum()))
        self._more.hide()
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """What PageUp and PageDown walk over, in order."""
        card = [part for stop in self.card.stops for part in _parts(stop)] if self.card else []
        why = self.why.stops if self.why else []
        every: list[QWidget] = [*card, *why, self._back, self._complaint, self._guide]
        return [widget for widget in every if widget.isVisible() and widget.isEnabled()]

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do in the conversation now."""
        return keys_of(self)

    @property
    def room_for_words(self) -> QRect:
        """The suspects, where they stand beside the question: a message leaves the answers and the reasons in sight."""
        return self._side_area.geometry() if self._side_area.isVisibleTo(self) else QRect()

    def has_say_on(self, button: QAbstractButton) -> bool:
        """Whether it says itself what Space does on a button."""
        return button in self.stops

    @property
    def marked(self) -> QWidget | None:
        """The answer, button or field that is marked, None if none is."""
        focus = self.window().focusWidget()
        return next((stop for stop in self.stops if focus in (stop, stop.focusProxy())), None)

    def mark(self, stop: QWidget) -> None:
        """Mark an answer, a button or a field, and bring it into sight."""
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(stop)

    @property
    def marked_name(self) -> str:
        """What is marked is called so, empty if nothing is."""
        return name_of(self.marked) if self.marked else ""

    def mark_named(self, name: str) -> None:
        """Mark what is called so, if that is there."""
        stop = next((stop for stop in self.stops if name_of(stop) == name), None)
        if stop and stop is not self.marked:
            self.mark(stop)

    def let_go(self) -> None:
        """Enter nothing any more: another view takes this one's place, and goes on with what is typed here."""
        if isinstance(self.card, AskCard):
            self.card.let_go()

    def show_card(self, heading: str, card: Card, *, has_choice: bool = False, tells: bool = True) -> None:
        """Show a card alone, under a heading; ``has_choice`` says whether there are other complaints.

        A screen reader ``tells`` it unless it was told already.
        """
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.show_stages(())
        self._complaint.setVisible(has_choice)
        self.card, self.lead = card, None
        card.keys_changed.connect(self.keys_changed)
        self._fit_pictures()
        take_focus_from(self._area)
        self._area.show_column(card)
        self.drop_panels()
        self._take_focus()
        if tells:
            self._told_soon.start()

    @property
    def spoken(self) -> str:
        """What is asked, for those who do not see it."""
        return self.card.spoken if self.card else ""

    def _tell(self) -> None:
        announce(self, self.spoken)

    def drop_panels(self) -> None:
        """Let go of all but the card."""
        for panel in (self.why and self.why.heads, self.why, self.side):
            if panel:
                let_go(panel)
        self.why = self.side = None
        self._side_area.hide()
        self._back.hide()

    def show_panels(self, why: WhyPanel, side: SidePanel, *, can_go_back: bool) -> None:
        """Show the reasons below the card, and the suspects and answers beside it."""
        self.why, self.side = why, side
        self._below.insertWidget(0, why)
        why.unfolded.connect(self._show_unfolded)
        self._put_heads()
        self._put_side()
        self._back.setVisible(can_go_back)
        if isinstance(self.card, AskCard):
            self.card.means.connect(side.show_if)
            side.show_if(self.card.meant)

    def show_stages(self, stages: Sequence[SearchStage]) -> None:
        """Show how far the search is, in place of the heading; from afar there is room for neither."""
        self._stages.show_stages(stages)
        self._stages.setVisible(bool(stages) and self._look.far is None)
        self._heading.setHidden(bool(stages))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._is_letter(event) and (field := self._waiting_field()):
            field.setFocus()
            QApplication.sendEvent(field, event)
        elif self._is_digit(event):
            if not event.isAutoRepeat():
                self._choose(key - _FIRST_DIGIT)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_digit(event: QKeyEvent) -> bool:
        return _FIRST_DIGIT <= event.key() <= _LAST_DIGIT and not event.modifiers() & _COMMANDING

    @staticmethod
    def _is_letter(event: QKeyEvent) -> bool:
        return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _COMMANDING

    def _waiting_field(self) -> TypedField | None:
        """Return the field that digits are for: the first that is empty, else the last; None if there are none."""
        fields = [field.field for field in self.card.fields] if isinstance(self.card, AskCard) else []
        return next((field for field in fields if not field.text()), fields[-1] if fields else None)

    def event(self, event: QEvent) -> bool:
        """Keep a key of the conversation from the window's own actions."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_digit(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_heads()
        self._put_side()
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Let all of a picture be seen below the question, unless it would be too small for that."""
        highest = max(round(self.height() * _PICTURE_SHARE), self._look.size(_LEAST_PICTURE))
        for picture in self.card.findChildren(DiagramView) if self.card and not self._look.far else ():
            picture.keep_within(highest)

    def _put_heads(self) -> None:
        """Keep in sight what unfolds the reasons, where there is room for it below the question."""
        if self.why is None:
            return
        size, why = self._look.size, self.why
        is_high = size(_ROOM_FOR_HEADS) <= self.height() < size(_ROOM_FOR_ALL)
        has_room = is_high and self._area.width() >= size(ROOM_FOR_A_ROW)
        if has_room and self._look.far is None:
            self._left.insertWidget(_PLACE_OF_HEADS, why.heads)
        else:
            why.take_heads()

    def _show_unfolded(self, part: QWidget) -> None:
        """Bring into sight what was unfolded, once it has its place."""
        QTimer.singleShot(0, part, lambda: bring_into_sight(part))

    def _put_side(self) -> None:
        """Put suspects and answers beside the question, or below it where there is no room."""
        is_wide = self.width() >= self._look.size(_ROOM_FOR_SIDE)
        self._side_area.setVisible(is_wide and self.side is not None)
        self._side_area.setFixedWidth(max(self._look.size(_SIDE_WIDTH), round(self.width() * _SIDE_SHARE)))
        if self.side and is_wide:
            self._side_area.add_tail(self.side)
        elif self.side:
            self._below.insertWidget(2, self.side)

    def _take_focus(self) -> None:
        """Go into the first field; else wait for a key, so that one that is still held answers nothing."""
        first = self.card.stops[0] if self.card and self.card.stops else None
        proxy = first.focusProxy() if first else None
        (proxy or self).setFocus()

    def _choose(self, place: int) -> None:
        choices = self.card.choices if self.card else []
        if place < len(choices) and choices[place].digit:
            choices[place].click()

    def _ways(self) -> QHBoxLayout:
        """Return the ways back and into the guide, below the reasons."""
        self._guide = SureButton(_("Back to the guide"), "quiet")
        self._back = SureButton(_("Take back"), "quiet")
        wear(self._back, Sign.BACK)
        ways = QHBoxLayout()
        ways.setSpacing(self._look.size(8))
        self._complaint = SureButton(_("Another complaint"), "quiet")
        wanted = {self._back: self.back_wanted, self._complaint: self.complaint_wanted, self._guide: self.guide_wanted}
        for button, signal in wanted.items():
            button.clicked.connect(signal)
            ways.addWidget(button)
        ways.addStretch(1)
        return ways

    def _lay_out(self) -> None:
        size = self._look.size
        self._left = left = QVBoxLayout()
        left.setSpacing(size(6))
        left.addWidget(self._heading)
        left.addWidget(self._stages)
        left.addWidget(self._area, 1)
        left.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(size(20), size(10), size(14), size(10))
        row.setSpacing(size(18))
        row.addLayout(left, 1)
        row.addWidget(self._side_area)


def _parts(stop: QWidget) -> list[QWidget]:
    """Return what there is to be marked of a stop of the card: a field, and what is asked about it."""
    return [stop, *stop.question.buttons] if isinstance(stop, ReadingField) else [stop]


class _KeylessColumn(ScrollColumn):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
