"""Links, badges of sources and pictures of the step in front, marked one after the other."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.body import Body
from micra_assistant.ui.three_keys import has_key_act
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight, is_in_sight
from micra_assistant.ui.widgets.text_block import TextBlock


class StepLinks:
    """Moves the mark among what can be opened in the step and beside it."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def mark(self, direction: int) -> None:
        """Mark the next (1), or the one before (-1); if none is marked, the first or last one in sight."""
        focus = self._body.window().focusWidget()
        if isinstance(focus, TextBlock) and focus.mark_next(direction):
            return
        if stop := self._neighbour(focus, direction):
            reasons = {1: Qt.FocusReason.TabFocusReason, -1: Qt.FocusReason.BacktabFocusReason}
            stop.setFocus(reasons[direction])
            bring_into_sight(stop)

    def _neighbour(self, focus: QWidget | None, direction: int) -> QWidget | None:
        stops = self._stops()[::direction]
        if focus in stops:
            return next(iter(stops[stops.index(focus) + 1 :]), None)
        return next((stop for stop in stops if is_in_sight(stop)), next(iter(stops), None))

    def _stops(self) -> list[QWidget]:
        """Return what can be opened, in the order in which it is read."""
        return [stop for part in (self._body.step, self._body.step.beside) for stop in _openable(part)]


def _openable(part: QWidget) -> list[QWidget]:
    there = [widget for widget in part.findChildren(QWidget) if widget.isVisible() and _can_be_opened(widget)]
    return sorted(there, key=lambda widget: _place(widget, part))


def _can_be_opened(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and has_key_act(widget)


def _place(widget: QWidget, part: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(part, QPoint())
    return corner.y(), corner.x()
