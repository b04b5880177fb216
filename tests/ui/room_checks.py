"""Whether everything in a window has its room: no words cut off, none over others, nothing outside of what holds it."""

from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from micra_assistant.ui.widgets.cut_label import CutLabel
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from tests.ui.painted_text import PaintedText, painted_texts

_SLACK = 1.5
"""Pixels by which words may stand out: letters are no wider than they claim to be."""
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


def without_room(window: QWidget) -> list[str]:
    """Return what has no room in a window, in words."""
    return [fault for widget in _seen(window) for fault in _faults_of(widget, window)]


def _seen(window: QWidget) -> list[QWidget]:
    widgets = (widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window))
    return [widget for widget in widgets if widget.window() is window and not isinstance(widget, QScrollBar | QMenu)]


def _faults_of(widget: QWidget, window: QWidget) -> Iterator[str]:
    name = _name(widget)
    if lost := _crushed(widget):
        yield f"{name}: {lost}"
    if sticking_out := _outside(widget, window):
        yield f"{name} sticks out of {sticking_out}"
    for text in [] if isinstance(widget, DiagramView) else painted_texts(widget):
        if _is_cut_short(text, widget):
            yield f"{name}: the end of “{text.words}” can be read nowhere"
        if not _holds_its_text(widget) and (edge := _beyond(text.room, widget)):
            yield f"{name}: “{text.words}” is cut off at the {edge}"
    if isinstance(widget, QLabel | QAbstractButton) and (cover := _cover(widget, window)):
        yield f"{name} lies under {_name(cover)}"


def _crushed(widget: QWidget) -> str:
    """Return how a label, button or field lacks the room for what it says, empty if it does not."""
    if isinstance(widget, QLineEdit | QComboBox):
        least = widget.fontMetrics().height()
        return f"{widget.height()} of {least} pixels high" if least > widget.height() + _SLACK else ""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
        return ""
    if widget.width() < 2 or widget.height() < 2:
        return "no room at all"
    if _is_cut_on_purpose(widget):
        return ""
    needed = _needed_height(widget)
    return f"{widget.height()} of {needed} pixels high" if needed > widget.height() + _SLACK else ""


def _needed_height(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QLabel):
        return widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
    return widget.minimumSizeHint().height()


def _outside(widget: QWidget, window: QWidget) -> str:
    """Return what a widget sticks out of, empty if of nothing: what scrolls is not cut."""
    parent = widget.parentWidget()
    if parent is None or widget is window or _scrolls(parent):
        return ""
    is_inside = parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())
    return "" if is_inside or widget.size().isEmpty() else _name(parent)


def _scrolls(parent: QWidget) -> bool:
    holder = parent.parentWidget()
    return isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent


def _holds_its_text(widget: QWidget) -> bool:
    """Whether words may stand beyond a widget's edge because it lets them scroll."""
    return isinstance(widget, _FIELDS) or isinstance(widget.parentWidget(), QAbstractScrollArea | QComboBox)


def _is_cut_on_purpose(widget: QWidget) -> bool:
    """Whether words are cut short that are told in full when that is asked for."""
    return isinstance(widget, QLabel) and widget.maximumHeight() < NO_LIMIT


def _beyond(room: QRectF, widget: QWidget) -> str:
    within = QRectF(widget.rect()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    edges = {
        "left": room.left() < within.left(),
        "right": room.right() > within.right(),
        "top": room.top() < within.top(),
        "bottom": room.bottom() > within.bottom() and not _is_cut_on_purpose(widget),
    }
    return " and ".join(edge for edge, is_beyond in edges.items() if is_beyond)


def _is_cut_short(text: PaintedText, widget: QWidget) -> bool:
    is_plain = isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, CutLabel)  # that cuts its words
    if not text.words.endswith("…") or (is_plain and _own_words(widget).endswith(text.words)):
        return False
    whole = [words for words in _said(widget) if words]
    begun = text.words.removesuffix("…").split(" · ")[-1].strip()
    return not any(begun in words for words in whole)


def _own_words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _said(widget: QWidget) -> list[str]:
    """Return where all the words of a widget can be read: what is pointed at or tapped says them."""
    said = [unescape(widget.toolTip())]
    if isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView) and widget is view.viewport() and (model := view.model()):
        said += _tips(model, QModelIndex())
    return said


def _tips(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """Yield the tooltips of all that a model holds."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        cells = (model.index(row, column, parent) for column in range(columns))
        yield from (unescape(str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")) for cell in cells)
        if not isinstance(model, QAbstractListModel):
            yield from _tips(model, model.index(row, 0, parent))


def _cover(widget: QWidget, window: QWidget) -> QWidget | None:
    """Return what lies over the middle of a widget in sight, None if nothing does that is not meant to."""
    region = widget.visibleRegion().boundingRect()
    if region.isEmpty():
        return None
    top = window.childAt(widget.mapTo(window, region.center()))
    if top is None or top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget):
        return None
    return None if _is_laid_over(top, window) else top


def _is_laid_over(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget is in a part of the window that has no place in a layout."""
    part: QWidget | None = widget
    while part and part is not window:
        parent = part.parentWidget()
        if parent and not isinstance(parent, QStackedWidget | QAbstractScrollArea) and not _scrolls(parent):
            layout = parent.layout()
            if layout is None or not _is_in(part, layout):
                return True
        part = parent
    return False


def _is_in(part: QWidget, layout: QLayout) -> bool:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return any(item.widget() is part or ((inner := item.layout()) and _is_in(part, inner)) for item in items if item)


def _name(widget: QWidget) -> str:
    kind = widget.property("kind") or widget.objectName()
    words = _own_words(widget)
    return f"{type(widget).__name__}{f' {kind}' if kind else ''}{f' “{words[:60]}”' if words else ''}"
