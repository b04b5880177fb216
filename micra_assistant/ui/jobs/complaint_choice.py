"""The complaints to choose from when a job is begun."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from micra_assistant.ui.frame.next_row import next_row
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _


class ComplaintChoice(QListWidget):
    """One complaint a line, each whole; one is chosen."""

    def __init__(self, complaints: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_flick(self)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setObjectName("complaints")
        self.setAccessibleName(_("What is wrong with the car?"))
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addItems(complaints)

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does on it."""
        return next_row(self)


class _Wrapped(QStyledItemDelegate):
    """Makes lines high enough for all their words: Qt forgets the padding of the style sheet beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - 3 * option.fontMetrics.height() // 2)
        return super().sizeHint(narrower, index)
