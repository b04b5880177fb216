"""A walk by Tab through all that a window or a dialog has, which looks whether the mark is seen where it goes."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.three_keys import has_three_keys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from tests.ui.hands import settle

_MOST = 300
_ROUND = 6
_USED = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTextBrowser)


def stops(window: QWidget) -> list[QWidget]:
    """Return all that Tab leads to, in order, beginning with what has the focus; it ends where it began."""
    surface, start = window.windowHandle(), QApplication.focusWidget()
    assert surface
    seen: list[QWidget] = []
    for _time in range(_MOST):
        focus = QApplication.focusWidget()
        if focus is None or (focus in seen and focus is not seen[-1]):
            break
        if focus not in seen:
            seen.append(focus)
        QTest.keyClick(surface, Qt.Key.Key_Tab)
    settle()
    if start:
        start.setFocus(Qt.FocusReason.TabFocusReason)
    return seen


def unseen(window: QWidget, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield those that look the same with the focus and without."""
    start = QApplication.focusWidget()
    for widget in filter(isValid, widgets):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(widget)
        settle()
        marked = _picture(window, widget)
        widget.clearFocus()
        settle()
        if not isValid(widget):
            continue
        if _picture(window, widget) == marked and not has_three_keys(widget):
            yield widget
    if start:
        start.setFocus(Qt.FocusReason.TabFocusReason)


def used(window: QWidget) -> list[QWidget]:
    """Return all that can be used in sight; the foot has keys of its own."""
    return [widget for widget in window.findChildren(QWidget) if isinstance(widget, _USED) and _is_used(widget)]


def unreached(window: QWidget, reached: list[QWidget]) -> list[QWidget]:
    """Return what can be used and is in no Tab order; of a group of choices one is enough, arrows go on from there."""
    reached = [widget for widget in reached if isValid(widget)]
    groups = [widget.group() for widget in reached if isinstance(widget, QAbstractButton) and widget.group()]
    return [
        widget
        for widget in used(window)
        if widget not in reached
        and not _is_inside(widget, reached)
        and not (isinstance(widget, QAbstractButton) and widget.group() in groups)
    ]


def unflicked(window: QWidget) -> list[QWidget]:
    """Return the areas in sight that no finger scrolls."""
    areas = [area for area in window.findChildren(QAbstractScrollArea) if area.isVisible()]
    touched = Qt.WidgetAttribute.WA_AcceptTouchEvents
    return [area for area in areas if not (isinstance(area, QHeaderView) or area.viewport().testAttribute(touched))]


def _is_used(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    is_part = isinstance(parent, QComboBox | QLineEdit | QAbstractItemView)
    return widget.isVisible() and widget.isEnabled() and not is_part and not isinstance(parent, Foot)


def _is_inside(widget: QWidget, reached: list[QWidget]) -> bool:
    return any(isinstance(other, QComboBox | QAbstractItemView) and other.isAncestorOf(widget) for other in reached)


def _picture(window: QWidget, widget: QWidget) -> QImage:
    place = widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND)
    return window.grab(place).toImage()


def name_of(widget: QWidget) -> str:
    """Return what to call a widget in a list of faults."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    kind = widget.property("kind") or ""
    return f"{type(widget).__name__} {widget.objectName()} {kind} “{widget.accessibleName() or words}”"
