"""How the window is divided: outline, step and checklist side by side, the parts below, the three keys at the foot."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.checklist.checklist_panel import ChecklistPanel
from micra_assistant.ui.frame.car_strip import CarStrip
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.header import Header
from micra_assistant.ui.frame.message_bar import MessageBar
from micra_assistant.ui.frame.outline import Outline
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.letting_go import let_go

if TYPE_CHECKING:
    from micra_assistant.ui.parts.parts_panel import PartsPanel

_NARROW = 1200
"""Below this width, in pixels at scale 1, outline and checklist give way to the step."""
_CRAMPED = 940
"""Below this width the outline goes: keys, links and the checklist still lead to every step."""
_TIGHT = 720
"""Below this width the checklist stands under the step, if the window is higher than wide."""
_CHECKLIST_SHARE = 0.42
"""How much of the width the checklist has at the most."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ANY_WIDTH = 16_777_215
_MARGINS = (14, 12, 14, 12)


class Body(QWidget):
    """All views of the window, in their places; it decides nothing but widths.

    Signals:
        job_in_sight: the job is shown, or something else instead of it; carries which.
        unused_key: a letter was typed where no field is; carries the QKeyEvent.
    """

    job_in_sight = Signal(bool)
    unused_key = Signal(object)

    def __init__(self, header: Header, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = header
        self.strip = CarStrip()
        self.outline = Outline()
        self.step = StepView()
        self.checklist = ChecklistPanel()
        self._room: QFrame | None = None
        self._aside: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._job_view())
        self.foot = Foot()
        self.above_foot = QWidget()
        self._strip_place = QWidget()
        _packed(self._strip_place, self.strip)
        above = _packed(self.above_foot, header, self._strip_place)
        above.addWidget(self._stack, 1)
        layout = _packed(self)
        layout.addWidget(self.above_foot, 1)
        layout.addWidget(self.foot)
        self.messages = MessageBar(header.room_for_words, self)

    @cached_property
    def parts(self) -> "PartsPanel":
        """The parts below the job, made when they are first asked for: the step is painted before them."""
        from micra_assistant.ui.parts.parts_panel import PartsPanel  # noqa: PLC0415 - the step is painted first

        parts = PartsPanel()
        parts.hide()
        self._job_layout.addWidget(parts)
        self._let_room_go()
        return parts

    def leave_room_for_parts(self, height: int) -> None:
        """Leave the room that the parts will take, so that nothing moves under a finger when they come."""
        if height:
            self._room = QFrame()
            self._room.setObjectName("card")
            self._room.setFixedHeight(height)
            self._job_layout.addWidget(self._room)

    def _let_room_go(self) -> None:
        if self._room:
            let_go(self._room)
            self._room = None

    @property
    def aside(self) -> QWidget | None:
        """What is shown instead of the job, None if the job is in sight."""
        return self._aside

    @property
    def asking(self) -> QWidget | None:
        """The sheet over the views that asks something first, None if none does."""
        sheet = self.above_foot.findChild(QFrame, "veil", Qt.FindChildOption.FindDirectChildrenOnly)
        return sheet if isinstance(sheet, QFrame) and sheet.isVisible() else None

    def enter_typing(self) -> None:
        """Let what is being typed into a field be entered now."""
        self.step.setFocus()

    def enter_typing_and_note(self) -> None:
        """Let what is being typed be entered now, and a note be kept."""
        self.enter_typing()
        self.step.note.keep()

    def show_aside(self, view: QWidget, *, whole: bool = False) -> None:
        """Show something instead of the job, and let go of what was shown so before; ``whole``: of the strip too."""
        former = self._stack.widget(1)
        self._aside = view
        self._strip_place.setHidden(whole)
        self._stack.setCurrentIndex(self._stack.addWidget(view if whole else _framed(view)))
        self._let_go(former)
        self.job_in_sight.emit(False)
        view.setFocus()

    def show_job_view(self) -> None:
        """Show the job."""
        if self._aside:
            self._aside = None
            self._strip_place.show()
            self._stack.setCurrentIndex(0)
            self._let_go(self._stack.widget(1))
        self.job_in_sight.emit(True)

    def _let_go(self, frame: QWidget | None) -> None:
        if frame:
            self._stack.removeWidget(frame)
            let_go(frame)

    def show_open_job(self, open_job: OpenJob, job: OpenJob | None) -> None:
        """Show how the guide that is shown stands; the strip is that of ``job``, which may be another."""
        self.header.show_open_job(open_job, can_go_back=job is not None)
        self.strip.show_openings((job or open_job).checklist.car_now())
        self.outline.show_checklist(open_job.guide, open_job.step, open_job.checklist)
        self.step.show_checklist(open_job.checklist)
        self.checklist.show_checklist(open_job.checklist, open_job.step, open_job.current_item, open_job.clock)

    def show_nothing(self) -> None:
        """Show that nothing is open."""
        self.header.show_nothing()
        self.strip.show_openings(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.messages.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        focus = self.window().focusWidget()
        if event.key() in _ENTER and isinstance(focus, QAbstractButton):
            if not event.isAutoRepeat():
                focus.click()
        elif event.text().isprintable() and event.text().strip():
            self.unused_key.emit(event)
        else:
            super().keyPressEvent(event)

    def share_width(self, width: int, look: Look) -> None:
        """Give outline and checklist their part of ``width``."""
        narrow = width < look.size(_NARROW)
        self.outline.setHidden(width < look.size(_CRAMPED))
        self.outline.setFixedWidth(look.size(190 if narrow else 228))
        is_under = width < min(look.size(_TIGHT), self.height())
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_under else QBoxLayout.Direction.LeftToRight)
        self._columns.setStretchFactor(self.checklist, 1 if is_under else 0)
        self.checklist.setMinimumWidth(0)
        self.checklist.setMaximumWidth(_ANY_WIDTH)
        if not is_under:
            self.checklist.setFixedWidth(min(look.size(292 if narrow else 344), round(width * _CHECKLIST_SHARE)))
        self.header.fit()
        self.foot.fit(self.size(), look)

    def _job_view(self) -> QWidget:
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(12)
        columns.addWidget(self.outline)
        columns.addWidget(self.step, 1)
        columns.addWidget(self.checklist)
        view = QWidget()
        self._job_layout = layout = QVBoxLayout(view)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(10)
        layout.addLayout(columns, 1)
        return view


def _packed(holder: QWidget, *widgets: QWidget) -> QVBoxLayout:
    """Return the layout of a holder, with widgets one below the other and nothing between."""
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _framed(card: QWidget) -> QWidget:
    """Return a view of one card with the margins of the job's."""
    view = QWidget()
    layout = QVBoxLayout(view)
    layout.setContentsMargins(*_MARGINS)
    layout.addWidget(card)
    return view
