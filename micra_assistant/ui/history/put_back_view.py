"""What was taken apart and is to be put back, the last thing first, ticked and counted right there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.put_back import PutBack
from micra_assistant.jobs.put_back_bands import in_bands, reasons
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.history.put_back_beside import PutBackBeside, picture_of
from micra_assistant.ui.history.put_back_keys import PutBackKeys
from micra_assistant.ui.history.put_back_list import Follower, PutBackList
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.words import _

_LIST_SHARE, _BESIDE_SHARE = 70, 30
_ROOM_BESIDE = 1000
"""From this width on, in pixels at scale 1, pictures and reasons stand beside the list."""
_LOW = 280
"""Below this height, in pixels at scale 1, what stands above the list scrolls with it."""


def _nowhere() -> KeyAct:
    return KeyAct(_("On"), _("Everything is back."))


class PutBackView(QFrame):
    """The put-back list of a job, how far it is, and what comes after.

    Signals:
        toggled, entered, typing, chosen, step_wanted, source_wanted: as ChecklistPanel.
        back_wanted: the person wants to go on with the guide.
        close_wanted: the job is to be closed.
        print_wanted: the list is to be printed.
        diagram_wanted: the picture of a thing was tapped; carries it.
        keys_changed: the three keys do something else.
    """

    prints = SheetKind.PUT_BACK
    """What of it there is on paper."""

    toggled = Signal(str)
    entered = Signal(str, str)
    typing = Signal(str, str)
    chosen = Signal(str)
    step_wanted = Signal(str)
    source_wanted = Signal(str)
    back_wanted = Signal()
    close_wanted = Signal()
    print_wanted = Signal()
    diagram_wanted = Signal(object)
    keys_changed = Signal()

    def __init__(
        self,
        follow: Follower | None = None,
        way_on: Callable[[], KeyAct] = _nowhere,
        parent: QWidget | None = None,
    ) -> None:
        """Make a view; ``follow`` puts what was being typed at a place into its field, and follows what is typed.

        ``way_on`` says what Space does once everything is back.
        """
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(_("Put back"), self)
        title.setProperty("kind", "title")
        self._count = QLabel(self)
        self._count.setProperty("kind", "progress")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Things back"))
        self._advice = QLabel(self)
        self._advice.setWordWrap(True)
        self._advice.setProperty("kind", "body")
        self._shown: tuple[Guide, Look, tuple[str, ...]] | None = None
        self._has_its_size = False
        self._column = QVBoxLayout(self)
        self._list = self._make_list(follow)
        self._keys = PutBackKeys(self._list, way_on, self.back_wanted.emit)
        self._close = QPushButton(_("Close the job…"), self)
        self._head = self._made_head(title)
        self._beside = PutBackBeside(self)
        self._beside.diagram_wanted.connect(self.diagram_wanted)
        self._lay_out()
        self.setFocusProxy(self._list)

    def _made_head(self, title: QLabel) -> QWidget:
        """Return what stands above the list: how much is back, where to go from here, and what to do first."""
        head, line = Column(self), FlowRow(title)
        line.add_gap()
        for widget in (self._count, *self._buttons()):
            line.addWidget(widget)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addWidget(self._advice)
        return head

    def _lay_out(self) -> None:
        self._column.setSpacing(8)
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(18)
        columns.addWidget(self._list, _LIST_SHARE)
        columns.addWidget(self._beside, _BESIDE_SHARE)
        self._column.addLayout(columns, 1)
        self._column.insertWidget(0, self._head)

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do in the list now."""
        return self._keys.three_keys

    @property
    def advice(self) -> str:
        """What is said above the list."""
        return self._advice.text()

    @property
    def rows(self) -> list[PutBackRow]:
        """The rows, the last thing that came off first."""
        return self._list.rows

    def show_list(self, guide: Guide, rows: Sequence[PutBack], look: Look) -> None:
        """Show what is back and what is not; what is being typed stays in its field."""
        bands = in_bands(guide, rows)
        self._shown = guide, look, reasons(bands) if rows and look.far is None else ()
        self._show_counts(rows)
        self._column.setContentsMargins(page_edges(look))
        self._list.show_bands(bands, look)
        if self._has_its_size:
            self._fit()

    def show_verdict(self, line: Line) -> None:
        """Show what is to be said of a value that is still being typed."""
        for row in self.rows:
            if row.item.id == line.item.id:
                row.show_verdict(line)
                self._keys.show_judged(line)
        self.keys_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_its_size = True
        self._fit()

    def _fit(self) -> None:
        """Show pictures and reasons where there is room for them; where it is low, the head scrolls with the list."""
        if self._shown:
            guide, look, told = self._shown
            if look.far:
                self._fit_from_afar(guide)
                return
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._columns.setStretch(1, _BESIDE_SHARE)
            self._put_head(in_list=self.height() < look.size(_LOW))
            self._beside.setVisible(bool(told) and self.width() >= look.size(_ROOM_BESIDE))
            self._show_beside()

    def _fit_from_afar(self, guide: Guide) -> None:
        """Show the picture of the one thing in sight at its left, over it in an upright window."""
        ways, marked = QBoxLayout.Direction, self._list.marked
        is_upright = self.width() < self.height()
        self._columns.setDirection(ways.BottomToTop if is_upright else ways.RightToLeft)
        self._columns.setStretch(1, _LIST_SHARE if is_upright else _BESIDE_SHARE)
        self._put_head(in_list=False)
        self._bar.hide()
        self._advice.setHidden(marked is not None)
        self._beside.setVisible(marked is not None and picture_of(guide, marked[0]) is not None)
        self._show_beside()

    def _put_head(self, *, in_list: bool) -> None:
        if in_list == (self._head.parentWidget() is not self):
            return
        if in_list:
            self._list.add_head(self._head)
        else:
            self._list.give_head()
            self._column.insertWidget(0, self._head)

    def _on_marked(self) -> None:
        if self._shown and self._shown[1].far:
            self._fit_from_afar(self._shown[0])
        else:
            self._show_beside()

    def _show_beside(self) -> None:
        """Show how the thing that is marked goes back."""
        if self._shown and not self._beside.isHidden():
            guide, look, told = self._shown
            marked = self._list.marked
            self._beside.show_thing(guide, marked[0] if marked else None, told, look)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        QTimer.singleShot(0, self._list, self._list.show_marked)  # once its rows have their places

    def _make_list(self, follow: Follower | None) -> PutBackList:
        made = PutBackList(follow, self)
        made.toggled.connect(self.toggled)
        made.entered.connect(self.entered)
        made.typing.connect(self.typing)
        made.chosen.connect(self.chosen)
        made.step_wanted.connect(self.step_wanted)
        made.source_wanted.connect(self.source_wanted)
        made.keys_changed.connect(self._on_marked)
        made.keys_changed.connect(self.keys_changed)
        return made

    def _buttons(self) -> list[QPushButton]:
        back, printed = BackButton(_("Back to the job"), self), QPushButton(_("Print the list"), self)
        buttons = {printed: self.print_wanted, self._close: self.close_wanted, back: self.back_wanted}
        for button, wanted in buttons.items():
            button.clicked.connect(wanted)
        for quiet in (printed, self._close):
            quiet.setProperty("kind", "quiet")
        return list(buttons)

    def _show_counts(self, rows: Sequence[PutBack]) -> None:
        done = sum(row.done for row in rows)
        self._bar.setRange(0, max(1, len(rows)))
        self._bar.setValue(done)
        self._bar.setVisible(bool(rows))
        self._advice.show()
        words = _("{done} of {all} back").format(done=done, all=len(rows))
        self._count.setText(words if rows else "")
        if not rows:
            self._advice.setText(_("Nothing was taken apart. What you take off while you work appears here."))
        elif done == len(rows):
            self._advice.setText(_("Everything is back. The job can be closed."))
        else:
            advice = _("The last thing that came off goes back first. Tick or count each thing when it is back.")
            self._advice.setText(advice)
        self._list.setAccessibleDescription(self._advice.text())
