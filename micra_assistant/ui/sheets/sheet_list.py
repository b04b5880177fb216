"""The sheets that can be printed, one below the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.titles import pages_words, sheet_hint, sheet_title
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _

_HINT = Qt.ItemDataRole.UserRole
_EDGE, _ROW = 10, 54
_LEAST_ROWS = 3
_Index = QModelIndex | QPersistentModelIndex


class SheetList(QListWidget):
    """One sheet is chosen; one that there is nothing for says so. Space prints.

    Signals:
        chosen: another sheet is wanted.
        print_wanted: Space was pressed.
    """

    chosen = Signal()
    print_wanted = Signal()

    def __init__(self, usable: Mapping[SheetKind, bool], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheets")
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        let_flick(self)
        self.setAccessibleName(_("Sheets"))
        self.setItemDelegate(_Rows(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kinds: Sequence[SheetKind] = list(usable)
        for kind, can_print in usable.items():
            item = QListWidgetItem(sheet_title(kind), self)
            self._say(item, sheet_hint(kind) if can_print else _("needs a job"))
            if not can_print:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        edges = 2 * self.frameWidth() + look.size(_EDGE)
        self._height = look.size(_ROW) * len(self._kinds) + edges
        self.setMaximumHeight(self._height)
        self.setMinimumHeight(look.size(_ROW) * _LEAST_ROWS + edges)
        self.currentRowChanged.connect(self.chosen)

    def sizeHint(self) -> QSize:
        """Return the size of all sheets; where there is less room, the list is rolled."""
        return QSize(super().sizeHint().width(), self._height)

    @property
    def kind(self) -> SheetKind:
        """Which sheet is chosen."""
        return self._kinds[self.currentRow()]

    def choose(self, kind: SheetKind) -> None:
        """Choose a sheet."""
        self.setCurrentRow(self._kinds.index(kind))

    def neighbour(self, step: int) -> SheetKind | None:
        """Return the next sheet that can be printed, or the one before; None at the end."""
        place = self.currentRow() + step
        while 0 <= place < self.count():
            if self.item(place).flags() & Qt.ItemFlag.ItemIsEnabled:
                return self._kinds[place]
            place += step
        return None

    def say_pages(self, kind: SheetKind, count: int) -> None:
        """Say how many pages a sheet has, as it is chosen."""
        words = _("{hint} · {pages}").format(hint=sheet_hint(kind), pages=pages_words(count))
        self._say(self.item(self._kinds.index(kind)), words)

    def _say(self, item: QListWidgetItem, hint: str) -> None:
        item.setData(_HINT, hint)
        item.setToolTip(escape(f"{item.text()}: {hint}"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}: {hint}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.print_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    """Draws a title and below it a hint; the chosen one has a frame."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(0, self._look.size(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, shown = self._look, _Shown(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown.is_chosen:
            painter.setPen(look.theme.colour("accent"))
            painter.setBrush(look.theme.colour("soft"))
            painter.drawRoundedRect(shown.place, look.size(8), look.size(8))
        edge = look.size(_EDGE)
        room = shown.place.adjusted(edge, look.size(5), -edge, -look.size(5))
        half = room.height() // 2
        self._write(painter, room.adjusted(0, 0, 0, -half), 15, shown.ink, index.data())
        self._write(painter, room.adjusted(0, half, 0, 0), 13, "muted", index.data(_HINT))
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, pixels: int, ink: str, words: str) -> None:
        font = painter.font()
        font.setPixelSize(self._look.size(pixels))
        font.setBold(ink != "muted")
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(ink))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class _Shown:
    """How Qt wants a row to be drawn."""

    def __init__(self, option: Any) -> None:
        self.place: QRect = option.rect.adjusted(1, 1, -2, -2)
        self.is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_usable = bool(option.state & QStyle.StateFlag.State_Enabled)
        self.ink = "accent" if self.is_chosen else "ink" if is_usable else "muted"
