"""How the window is divided: checklist panel, step and what is beside it, the parts below, the keys at the foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from micra_assistant.jobs.car_line import car_line
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.waited_for import waits_words
from micra_assistant.ui.frame.car_strip import CarStrip
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.header import Header
from micra_assistant.ui.frame.message_bar import MessageBar, room_for_words
from micra_assistant.ui.frame.views import MARGINS, Views
from micra_assistant.ui.route.route_panel import RoutePanel
from micra_assistant.ui.step.parts_place import PartsPlace
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.no_limit import NO_LIMIT

if TYPE_CHECKING:
    from micra_assistant.ui.parts.parts_panel import PartsPanel

_NARROW = 1100
"""Below this width, in pixels at scale 1, the checklist panel folds to a rail."""
_CRAMPED = 820
"""Below this width, of an upright window this height, the picture of a step stands among its words."""
_WIDE = 1700
"""Below this width it does so at the step that has the parts table beside its words."""
_ROOM_FOR_PARTS = 1000
"""From this width on the parts table stands beside the words of its step, else below them."""
_BESIDE_SHARE, _BELOW_SHARE = 0.42, 40
"""How much of the step's width its right-hand side has; in an upright window it is below, and has so many per cent."""

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GAP = 12


class Body(QWidget):
    """All views of the window, in their places; it decides nothing but widths.

    Signals:
        job_in_sight: the job is shown, or something else instead of it; carries which.
        replaced: the step was made anew; what follows its fields is to follow these.
        unused_key: a letter was typed where no field is; carries the QKeyEvent.
        idle_key: another key was pressed that nothing has taken; carries the QKeyEvent.

    Attributes:
        route: the checklist panel.
        checklist: the lines of the step.
        parts_place: where the parts are, beside the step or below it.
    """

    job_in_sight = Signal(bool)
    replaced = Signal()
    unused_key = Signal(object)
    idle_key = Signal(object)

    def __init__(self, header: Header, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = header
        header.show_place(None)
        self.strip = CarStrip()
        self.route = RoutePanel()
        self.step = StepView()
        self.checklist = self.step.lines
        self._sheet: QWidget | None = None
        self._has_route = False
        self._far_head: QWidget | None = None
        self._target = 0
        self._views = Views(self._job_view())
        self.foot = Foot()
        self.above_foot = QWidget()
        self._strip_place = QWidget()
        _packed(self._strip_place, self.strip)
        self._above = above = _packed(self.above_foot, header, self._strip_place)
        above.addLayout(self._beside_route(), 1)
        layout = _packed(self)
        layout.addWidget(self.above_foot, 1)
        layout.addWidget(self.foot)
        self.messages = MessageBar(self._room_for_words, self)
        self.messages.left.connect(self.return_focus)
        self._views.resized.connect(self.messages.place)
        self._width = 0
        self._had_focus: QWidget | None = None
        self._seen: Checklist | None = None
        self._look: Look | None = None

    @property
    def parts(self) -> "PartsPanel":
        """The parts at the job, made when they are first asked for."""
        return self.parts_place.parts

    def stand_parts_in_step(self, in_step: bool) -> None:
        """Let the parts table stand in the step being read, or dock below it."""
        self.parts_place.is_in_step = in_step
        if self._look:
            self.share_width(self._width, self._look)

    @property
    def aside(self) -> QWidget | None:
        """What is shown instead of the job, None if the job is in sight."""
        return self._views.aside

    @property
    def is_filled_by_aside(self) -> bool:
        """Whether what is shown instead of the job has all of the window, such as home."""
        return self.aside is not None and self._strip_place.isHidden()

    @property
    def asking(self) -> QWidget | None:
        """The sheet over the views that asks something first, None if none does."""
        sheet = self.above_foot.findChild(QFrame, "veil", Qt.FindChildOption.FindDirectChildrenOnly)
        return sheet if isinstance(sheet, QFrame) and sheet.isVisible() else None

    @property
    def in_front(self) -> QWidget | None:
        """What lies over the job or stands in its place, the uppermost of it; None if the step is in front."""
        sheet = self._sheet if self._sheet and self._sheet.isVisible() else None
        return self.asking or sheet or self.aside

    def return_focus(self) -> None:
        """Give the focus to the place in front."""
        (self.in_front or self.step).setFocus()

    def enter_typing(self) -> None:
        """Let what is being typed into a field be entered now."""
        self.step.setFocus()

    def enter_typing_and_note(self) -> None:
        """Let what is being typed be entered now, and a note be kept."""
        self.enter_typing()
        self.step.note.keep()

    def room_aside(self) -> QWidget:
        """Return room for a view to be shown instead of the job: one that is made in it is dressed once."""
        return self._views.room_aside()

    @property
    def is_aside_in_use(self) -> bool:
        """Whether what is shown instead of the job has the keys."""
        return self._views.is_aside_in_use

    def show_aside(self, view: QWidget, *, whole: bool = False) -> None:
        """Show something instead of the job, and let go of what was shown so before; ``whole``: of the strip too."""
        self.header.show_place(view)
        self._strip_place.setHidden(whole)
        self._show_route()
        self._fold_route(leaves_room=True)
        self._views.show_aside(view, whole=whole)
        self.messages.place()
        self.job_in_sight.emit(False)
        view.setFocus()

    def show_job_view(self) -> None:
        """Show the job."""
        if self.aside:
            self.header.show_place(None)
            self._strip_place.show()
            self._show_route()
            had_focus = self._views.show_job()
            self._fold_route()
            self.messages.place()
            if had_focus:
                self.step.setFocus()
        self.job_in_sight.emit(True)

    def lay_over(self, sheet: QWidget) -> None:
        """Lay a sheet over the left of all that is under the strip, and let it have the keys."""
        self._sheet = sheet
        self._place_sheet(sheet)
        sheet.show()
        sheet.raise_()
        sheet.setFocus()

    def _place_sheet(self, sheet: QWidget) -> None:
        under = self._place_of(self._views)
        sheet.setGeometry(0, under.top(), min(sheet.width(), self.width()), under.height())

    def show_open_job(self, open_job: OpenJob, job: OpenJob | None) -> None:
        """Show how the guide that is shown stands; the strip is that of ``job``, which may be another."""
        self.header.show_open_job(open_job, can_go_back=job is not None)
        self._show_car(job or open_job)
        self._has_route = True
        self._show_route()
        self.step.show_checklist(open_job)

    def _show_car(self, job: OpenJob) -> None:
        """Show what is open on the car, if that can have changed."""
        if job.checklist is not self._seen:
            self._seen = job.checklist
            line = car_line(job.guide, job.state, job.checklist)
            self.strip.show_openings(line.openings, line.firm)
            state = job.state
            self.strip.show_waits("" if state.is_closed else waits_words(state.waits_for, state.waits_since))

    def show_nothing(self) -> None:
        """Show that nothing is open."""
        self.header.show_nothing()
        self.strip.show_nothing()
        self._seen = None
        self._has_route = False
        self._show_route()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet and self._sheet.isVisible():
            self._place_sheet(self._sheet)

    def event(self, event: QEvent) -> bool:
        """Note where a key is pressed: an Enter that ends the typing in a field presses no button after it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            self._had_focus = self.window().focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        focus, had_focus = self.window().focusWidget(), self._had_focus
        self._had_focus = None
        if event.key() in _ENTER and isinstance(focus, QAbstractButton) and focus is had_focus:
            if not event.isAutoRepeat():
                focus.click()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDING:
            self.unused_key.emit(event)
        else:
            self.idle_key.emit(event)
            super().keyPressEvent(event)

    def show_from_afar(self, head: QWidget | None, target: int = 0) -> None:
        """Show what is read from two metres under another ``head``; as usual again if that is None.

        What is at the foot is as high as a ``target`` for gloves, in pixels.
        """
        if self._far_head and head is None:
            self._above.removeWidget(self._far_head)
            let_go(self._far_head)
        elif head and head is not self._far_head:
            self._above.insertWidget(0, head)
        self._far_head, self._target = head, target
        self.header.setVisible(head is None)
        self.parts_place.is_afar = head is not None
        self.parts_place.share_room()
        self._show_route()

    def share_width(self, width: int, look: Look) -> None:
        """Give each its part of ``width``."""
        self._width, self._look = width, look
        self.strip.fit(self.window().height(), look)
        self._fold_route(leaves_room=self.aside is not None)
        is_near, is_upright = self._far_head is None, self.window().height() > width
        has_parts = self.parts_place.is_in_step and is_near
        has_parts_beside = has_parts and not is_upright and width >= look.size(_ROOM_FOR_PARTS)
        self.parts_place.put(beside=has_parts_beside)
        is_roomy = (self.window().height() if is_upright else width) >= look.size(_CRAMPED)
        self._place_beside(width, is_upright=is_upright)
        if self.step.give_room_beside(is_roomy and is_near and not (has_parts if is_upright else has_parts_beside)):
            self.replaced.emit()
        self.header.resize(width, self.header.height())  # before it is laid out
        self.header.show_look(look)
        self.foot.fit(self.size(), look, self._target, has_sides=is_near)

    def _place_beside(self, width: int, *, is_upright: bool) -> None:
        """Give what is beside the step its part of the width; in an upright window of the height, as it is below."""
        room = width - self.route.width() - sum(MARGINS[::2]) - 2 * _GAP
        wide = max(0, round(room * _BESIDE_SHARE))
        self.step.beside.setMinimumWidth(0 if is_upright else wide)
        self.step.beside.setMaximumWidth(NO_LIMIT if is_upright else wide)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight)
        self._columns.setStretchFactor(self.step.beside, _BELOW_SHARE if is_upright else 0)
        if is_upright:
            self._columns.setStretchFactor(self.step, 100 - _BELOW_SHARE)

    def _fold_route(self, *, leaves_room: bool = False) -> None:
        """Fold the checklist panel to a rail where the window leaves it no room, or it ``leaves_room`` to a view."""
        if self._look:
            is_narrow = self._width < self._look.size(_WIDE if self.parts_place.is_in_step else _NARROW)
            self.route.fold(self._look, folded=is_narrow or leaves_room)

    def _room_for_words(self) -> tuple[QRect, list[QRect]]:
        """Return the room in which words may lie over what is shown, and what is to stay free: where one types."""
        over = self.asking or self.aside
        room = room_for_words(over)
        if over and not room.isEmpty():
            return QRect(over.mapTo(self, room.topLeft()), room.size()), []
        if self.aside:
            fields = [field for field in self.aside.findChildren(QLineEdit) if field.isVisible()]
            return self._place_of(self._views), [self._place_of(field) for field in fields]
        return self._place_of(self.step.words_area), [self._place_of(self.checklist.marked_row)]

    def _place_of(self, part: QWidget | None) -> QRect:
        return QRect(part.mapTo(self, QPoint()), part.size()) if part else QRect()

    def _beside_route(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        self._left = QVBoxLayout()
        self._left.addWidget(self.route)
        self._show_route()
        columns.addLayout(self._left)
        columns.addWidget(self._views, 1)
        return columns

    def _show_route(self) -> None:
        """Show the checklist panel of what is open, but for a view that has all of the window."""
        shown = self._has_route and not self._strip_place.isHidden() and self._far_head is None
        left, top, _right, bottom = MARGINS
        self.route.setVisible(shown)
        self._left.setContentsMargins(left if shown else 0, top, 0, bottom)

    def _job_view(self) -> QWidget:
        self._columns = columns = QHBoxLayout()
        columns.setSpacing(_GAP)
        columns.addWidget(self.step, 1)
        columns.addWidget(self.step.beside)
        view = QWidget()
        layout = QVBoxLayout(view)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(10)
        layout.addLayout(columns, 1)
        self.parts_place = PartsPlace(self.step, columns, layout)
        return view


def _packed(holder: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Return the layout of a holder, with widgets one below the other and nothing between."""
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
