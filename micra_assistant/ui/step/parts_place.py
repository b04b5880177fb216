"""Where the parts table is: beside the words of its step or below them, and how both share the room from afar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.no_limit import NO_LIMIT

if TYPE_CHECKING:
    from micra_assistant.ui.parts.parts_dock import PartsDock
    from micra_assistant.ui.parts.parts_panel import PartsPanel

_WORDS_SHARE, _PARTS_SHARE = 37, 63


class PartsPlace:
    """The place of the parts table at a step, which has it in its columns or below them.

    Attributes:
        is_in_step: whether the table stands in the step being read, as the guide says.
        is_afar: whether all is read from two metres: then only the one of step and table that has the keys has room.
    """

    def __init__(self, step: QWidget, columns: QHBoxLayout, below: QVBoxLayout) -> None:
        self._step, self._columns, self._below = step, columns, below
        self._reserved: QFrame | None = None
        self._dock: PartsDock | None = None
        self.is_in_step = False
        self.is_afar = False

    @property
    def parts(self) -> "PartsPanel":
        """The parts table, made when it is first asked for: the step is painted before it."""
        return self._made_dock().panel

    def _made_dock(self) -> "PartsDock":
        if self._dock is None:
            from micra_assistant.ui.parts.parts_dock import PartsDock  # noqa: PLC0415 - the step is painted first
            from micra_assistant.ui.parts.parts_panel import PartsPanel  # noqa: PLC0415

            self._dock = PartsDock(PartsPanel())
            self._below.addWidget(self._dock)
            self.share_room()
            self._free_reserved()
        return self._dock

    def reserve(self, height: int) -> None:
        """Leave the room that the table will take, so that nothing moves under a finger when it comes."""
        if height:
            self._reserved = QFrame()
            self._reserved.setObjectName("card")
            self._reserved.setFixedHeight(height)
            self._below.addWidget(self._reserved)

    def _free_reserved(self) -> None:
        if self._reserved:
            let_go(self._reserved)
            self._reserved = None

    def show(self, *, is_wanted: bool) -> None:
        """Let the table be in sight or not."""
        self._made_dock().setVisible(is_wanted)

    @property
    def is_shown(self) -> bool:
        """Whether the table is in sight as far as the job is."""
        return self._dock is not None and not self._dock.isHidden()

    @property
    def is_in_use(self) -> bool:
        """Whether the table has the keys."""
        focus = self._step.window().focusWidget()
        return self._dock is not None and focus is not None and self._dock.isAncestorOf(focus)

    @property
    def is_folded(self) -> bool:
        """Whether the step has the room of the table too: all is seen from afar, and the step has the keys."""
        return self.is_afar and not self.is_in_use

    def share_room(self) -> None:
        """Let step and table both have room; from afar only the one of them that has the keys."""
        if self._dock is None:
            return
        has_all = self.is_afar and self.is_in_use
        self._dock.take_all(takes=has_all)
        self._step.setMaximumHeight(0 if has_all else NO_LIMIT)
        self._dock.setMaximumHeight(0 if self.is_folded else NO_LIMIT)
        if has_all:
            QTimer.singleShot(0, self._dock, self._bring_way_into_sight)

    def _bring_way_into_sight(self) -> None:
        if marked := self.parts.ways.marked:
            bring_into_sight(marked)

    def put(self, *, beside: bool) -> None:
        """Put the table beside the words of its step, or below them."""
        if self._dock is None or beside == (self._columns.indexOf(self._dock) >= 0):
            return
        (self._columns if beside else self._below).addWidget(self._dock)
        upright = QSizePolicy.Policy.Expanding if beside else QSizePolicy.Policy.Maximum
        self._dock.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._columns.setStretch(0, _WORDS_SHARE if beside else 1)
        self._columns.setStretch(2, _PARTS_SHARE if beside else 0)
