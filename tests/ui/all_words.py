"""All that a window says: what it paints, what it shows on a pointer or in a menu, what is read out."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.painted_text import painted

_Role = Qt.ItemDataRole
_ROLES = (
    *(_Role.DisplayRole, _Role.ToolTipRole, _Role.StatusTipRole, _Role.WhatsThisRole),
    *(_Role.AccessibleTextRole, _Role.AccessibleDescriptionRole),
)
_MOST_ROWS = 50


def all_words(window: QWidget) -> Iterator[str]:
    """Yield all that a window says; not what is on the paper of a preview, which is a picture."""
    yield painted(window)
    for widget in [window, *window.findChildren(QWidget)]:
        yield from _said_of(widget)
        yield from _shown_by(widget)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip(), action.whatsThis())


def _said_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())


def _shown_by(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QComboBox():
            yield from (widget.placeholderText(), *_held(widget.model()))
        case QTabBar():
            yield from (
                words for tab in range(widget.count()) for words in (widget.tabText(tab), widget.tabToolTip(tab))
            )
        case QAbstractItemView() if widget.model():
            yield from _held(widget.model())


def _held(model: QAbstractItemModel) -> Iterator[str]:
    """Yield what a model holds, and the names of its columns."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        for role in _ROLES:
            held = [model.index(row, column).data(role) for row in range(min(model.rowCount(), _MOST_ROWS))]
            yield from (words for words in held if isinstance(words, str))
            head = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield from [head] if isinstance(head, str) else []
