"""Called away from the car and back again: what was stored, and where one was."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.jobs.bookmark import Bookmark, LastStep
from micra_assistant.jobs.checklist import Opening
from micra_assistant.time_words import clock_words, duration_words
from micra_assistant.ui.frame.key_presser import press_of, scroll
from micra_assistant.ui.history.last_step_card import LastStepCard
from micra_assistant.ui.history.tool_row import ToolRow
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import ThreeKeys
from micra_assistant.ui.widgets.open_card import OpenCard
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ABREAST = 3
"""How many tools stand side by side at the most."""
_TOOL_WIDTH = 260
"""So much room each of them needs, in pixels at scale 1."""


class AwayView(QFrame):
    """Two faces: what was stored when the person was called away, and where the work was once they are back.

    Space or Enter press the one big button. A key that is held from before does nothing.

    Signals:
        came_back: the person is back at the car.
        go_on: the person has seen where the work was.
        tools_changed: these tools lie at the car, and no others; carries a tuple of their names.
        step_wanted: a step was tapped; carries its id.
        keys_changed: it was scrolled.
    """

    came_back = Signal()
    go_on = Signal()
    tools_changed = Signal(tuple)
    step_wanted = Signal(str)
    keys_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._tools: list[ToolRow] = []
        self._asked: tuple[tuple[str, ...], tuple[Opening, ...]] | None = None
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._said = QLabel()
        self._said.setProperty("kind", "body")
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._area = ScrollColumn()
        bar = self._area.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged):
            changed.connect(self.keys_changed)
        self._back = self._button(_("I am back"))
        self._back.clicked.connect(self.came_back)
        self._go_on = self._button(_("Go on"))
        self._go_on.clicked.connect(self.go_on)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._go_on)  # at the other side, so that a double tap on the one never presses both
        layout = QVBoxLayout(self)
        layout.setContentsMargins(page_edges(look))
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._said)
        layout.addWidget(self._area, 1)
        layout.addLayout(foot)

    @property
    def title(self) -> str:
        """The headline."""
        return self._title.text()

    @property
    def tools(self) -> list[ToolRow]:
        """The tools to tick."""
        return self._tools

    def show_away(self, bookmark: Bookmark, tools: Sequence[str], at: datetime) -> None:
        """Show what was stored, and ask which of ``tools`` lie at the car; ``at`` is when the person left it."""
        self._title.setText(_("Called away · {time}").format(time=clock_words(at)))
        self._said.setText(_("Kept: you were at “{step}”.").format(step=bookmark.steps[-1].step.title))
        every = tuple(dict.fromkeys([*tools, *bookmark.tools_out]))
        if (every, bookmark.openings) == self._asked:
            self._show_tools_out(bookmark.tools_out)
            return
        self._asked = every, bookmark.openings
        self._tools = [self._tool_row(tool, out=tool in bookmark.tools_out) for tool in every]
        self._show_column([*self._open_card(bookmark), *self._tool_grid()], face=self._back)

    def _show_tools_out(self, out: Sequence[str]) -> None:
        """Show which tools lie at the car, in the rows that are there: one of them may have the focus."""
        for row in self._tools:
            row.blockSignals(True)
            row.setChecked(row.name in out)
            row.blockSignals(False)

    def show_back(self, bookmark: Bookmark, away_for: timedelta) -> None:
        """Show where the work was: what is open first, then the tools, then the last steps."""
        self._title.setText(_("Where you were"))
        self._said.setText(_("You were away for {duration}.").format(duration=duration_words(away_for)))
        self._tools, self._asked = [], None
        widgets: list[QWidget] = self._open_card(bookmark)
        if bookmark.tools_out:
            widgets.append(self._label(_("Tools at the car: {tools}").format(tools=", ".join(bookmark.tools_out))))
        self._show_column([*widgets, self._steps(bookmark.steps)], face=self._go_on)
        announce(self, "\n".join([self.title, self._said.text(), *_told(bookmark)]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's own actions, which would take it otherwise."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            if not event.isAutoRepeat():
                self._big.click()
        else:
            super().keyPressEvent(event)

    @property
    def three_keys(self) -> ThreeKeys:
        """Space presses the big button; the others scroll."""
        bar = self._area.verticalScrollBar()
        return ThreeKeys(scroll(bar, -1), press_of(self._big), scroll(bar, 1))

    @property
    def _big(self) -> QPushButton:
        return self._go_on if self._back.isHidden() else self._back

    def _button(self, words: str) -> QPushButton:
        button = _BigButton(words)
        button.setObjectName("primary")
        button.setProperty("kind", "big")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the view itself takes Space and Enter
        return button

    def _show_column(self, widgets: Sequence[QWidget], face: QPushButton) -> None:
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 4, 6, 4)
        layout.setSpacing(self._look.size(12))
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        self._area.show_column(column)
        self._back.setVisible(face is self._back)
        self._go_on.setVisible(face is self._go_on)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._said.text())
        self.setFocus()

    def _open_card(self, bookmark: Bookmark) -> list[QWidget]:
        if not bookmark.openings:
            return [self._label(_("Nothing is open on the car."))]
        states = [opening.words for opening in bookmark.openings]
        return [OpenCard(_("Open on the car:"), states, self._look)]

    def _tool_grid(self) -> list[QWidget]:
        if not self._tools:
            return []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._look.size(8))
        self._grid = grid
        self._place_tools()
        return [self._label(_("Which tools lie at the car? Tap them.")), holder]

    def _place_tools(self) -> None:
        abreast = max(1, min(_ABREAST, self.width() // self._look.size(_TOOL_WIDTH)))
        for place, row in enumerate(self._tools):
            self._grid.addWidget(row, place // abreast, place % abreast)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tools:
            self._place_tools()

    def _tool_row(self, name: str, *, out: bool) -> ToolRow:
        row = ToolRow(name, self._look)
        row.setChecked(out)
        row.toggled.connect(self._on_tools)
        return row

    def _on_tools(self) -> None:
        self.tools_changed.emit(tuple(row.name for row in self._tools if row.isChecked()))

    def _steps(self, steps: Sequence[LastStep]) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.size(24))
        for last in steps:
            card = LastStepCard(_("YOU WERE HERE") if last is steps[-1] else _("BEFORE"), last, self._look)
            card.step_wanted.connect(self.step_wanted)
            layout.addWidget(card, 1)
        return holder

    def _label(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", "panel-title")
        return label


def _told(bookmark: Bookmark) -> Iterator[str]:
    """Yield where the work was: what is open, what lies at the car, the last step."""
    yield from (opening.words for opening in bookmark.openings)
    yield from bookmark.tools_out
    yield bookmark.steps[-1].step.title


class _BigButton(QPushButton):
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
