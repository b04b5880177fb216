"""Every line of the guide with its state, by chapter and step, unfolded over whatever is shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QRegion
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.html import escape
from micra_assistant.guide.model import Guide, Step, plain
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_value
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.tick_box import Mark, TickBox, mark_of, mark_word
from micra_assistant.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACE = Qt.ItemDataRole.UserRole
_WIDTH = 560
"""In pixels at scale 1."""


class AllLines(QFrame):
    """A sheet over the left of the window; Esc closes it, a line that is chosen is shown.

    It keeps all keys from the window but those that are for it all the same.

    Signals:
        line_wanted: a line or a step was chosen; carries the id of the step and that of the item, empty if none.
        closed: it is to be closed.
        keys_changed: another line is chosen.
    """

    line_wanted = Signal(str, str)
    closed = Signal()
    keys_changed = Signal()

    def __init__(self, is_for_the_window: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_for_the_window = is_for_the_window
        self.setObjectName("all-lines")
        self.setProperty("compact", True)
        self._icons: dict[Mark, QIcon] = {}
        self._look: Look | None = None
        self.tree = _tree()
        self.tree.activated.connect(self._on_activated)
        self.tree.clicked.connect(self._on_activated)
        self.tree.currentItemChanged.connect(self.keys_changed)
        self._close = QPushButton(_("Close  Esc"))
        wear(self._close, Sign.CROSS)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.tree)

    def _lay_out(self) -> None:
        title = QLabel(_("All lines"))
        title.setProperty("kind", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 10)
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)

    def show_lines(self, guide: Guide, checklist: Checklist, here: Step, look: Look) -> None:
        """Show all lines of a guide as the job stands; the chosen one stays so, at first it is the step in sight."""
        place = self.tree.currentIndex().siblingAtColumn(0).data(_PLACE) if self.isVisible() else None
        scrolled = self.tree.verticalScrollBar().value()
        if look != self._look:
            self._look = look
            self._icons = {mark: _drawn(mark, look, self.devicePixelRatio()) for mark in Mark}
        self.setFixedWidth(min(look.size(_WIDTH), self._widest()))
        with QSignalBlocker(self.tree):  # nobody may ask for lines that are going
            self._fill(guide, checklist, here, place)
        if place:
            self.tree.verticalScrollBar().setValue(scrolled)
        self.keys_changed.emit()

    def _fill(self, guide: Guide, checklist: Checklist, here: Step, place: tuple[str, str] | None) -> None:
        self.tree.clear()
        steps: dict[str, QTreeWidgetItem] = {}
        for page in guide.pages:
            chapter = QTreeWidgetItem([page.title])
            chapter.setToolTip(0, escape(page.title))
            self.tree.addTopLevelItem(chapter)
            _embolden(chapter)
            chapter.setData(0, _PLACE, (page.steps[0].id, ""))
            for step in page.steps:
                steps[step.id] = self._step(chapter, step, checklist)
        self.tree.expandAll()
        self._choose(self._entry(place) or steps[here.id])

    def _widest(self) -> int:
        parent = self.parentWidget()
        return parent.width() if parent else self.width()

    def _step(self, chapter: QTreeWidgetItem, step: Step, checklist: Checklist) -> QTreeWidgetItem:
        entry = QTreeWidgetItem([step.title])
        entry.setToolTip(0, escape(step.title))
        entry.setData(0, _PLACE, (step.id, ""))
        chapter.addChild(entry)
        for item in step.items:
            entry.addChild(self._line(step, checklist.line(item.id)))
        return entry

    def _line(self, step: Step, line: Line) -> QTreeWidgetItem:
        mark, words = mark_of(line), plain(line.item.label)
        entry = QTreeWidgetItem([words, line_value(line)])
        entry.setIcon(0, self._icons[mark])
        entry.setToolTip(0, escape(words))
        entry.setData(0, _PLACE, (step.id, line.item.id))
        entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{mark_word(mark)}, {words}")
        return entry

    def _entry(self, place: tuple[str, str] | None) -> QTreeWidgetItem | None:
        """Return the entry of a step and a line, None if there is none."""
        walk = QTreeWidgetItemIterator(self.tree)
        while place and (entry := walk.value()):
            if entry.parent() and entry.data(0, _PLACE) == place:
                return entry
            walk += 1
        return None

    def _choose(self, entry: QTreeWidgetItem) -> None:
        self.tree.setCurrentItem(entry)
        self.tree.scrollToItem(entry, QTreeWidget.ScrollHint.PositionAtTop)

    def _on_activated(self, index: QModelIndex) -> None:
        step, item = index.siblingAtColumn(0).data(_PLACE)
        self.line_wanted.emit(step, item)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown choose a line or a step, Space shows it."""
        return ThreeKeys(self._to(_("Up"), -1), self._space(), self._to(_("Down"), 1))

    def _space(self) -> KeyAct:
        chosen = self.tree.currentIndex()
        if not chosen.isValid():
            return KeyAct(_("Close"), act=self.closed.emit)
        words = chosen.siblingAtColumn(0).data()
        return KeyAct(_("Show it"), words, lambda: self._on_activated(self.tree.currentIndex()))

    def _to(self, words: str, direction: int) -> KeyAct:
        """Return the key to the next entry; a place is kept for it, since an entry that is kept outlives its tree."""
        here = self.tree.currentIndex()
        there = self.tree.indexBelow(here) if direction > 0 else self.tree.indexAbove(here)
        if not there.isValid():
            return KeyAct(words, _("There is no other line this way."))
        kept = QPersistentModelIndex(there)
        return KeyAct(words, there.siblingAtColumn(0).data(), lambda: self.tree.setCurrentIndex(kept))

    def event(self, event: QEvent) -> bool:
        """Keep Esc and the keys of the list from the window while the sheet is open."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not self._is_for_the_window(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER:
            self._close.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's name
        """Keep Tab in the sheet: what is under it is not seen."""
        other = self.tree if self._close.hasFocus() else self._close
        other.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        return True


def _embolden(entry: QTreeWidgetItem) -> None:
    font = entry.font(0)
    font.setBold(True)
    entry.setFont(0, font)


def _drawn(mark: Mark, look: Look, ratio: float) -> QIcon:
    """Return the box of a line as an icon."""
    box = TickBox(look.theme, look.size(22))
    box.show_mark(mark)
    pixmap = QPixmap(box.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    box.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return QIcon(pixmap)


def _tree() -> QTreeWidget:
    """Return the list: the lines below their steps, and beside each how it stands."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    let_flick(tree)
    tree.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
    tree.setColumnCount(2)
    tree.setWordWrap(True)
    tree.setRootIsDecorated(False)
    tree.setAccessibleName(_("All lines of the guide"))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree
