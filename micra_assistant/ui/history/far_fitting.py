"""One thing that is put back, as large as there is room for: read from two metres."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.ui.player.far_sheet import far_sheet
from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.widgets.scroll_column import ScrollColumn


def fit_from_afar(area: ScrollColumn, column: QVBoxLayout, room: FarRoom, theme: Theme) -> None:
    """Let an area take the largest letters with which all of its ``column`` is seen, else the smallest."""
    view = area.viewport()
    for sizes in room.sizes:
        area.setStyleSheet(far_sheet(sizes, room.target, theme))
        if _height_needed(area, column, view.width()) <= view.height():
            return


def _height_needed(area: ScrollColumn, column: QVBoxLayout, width: int) -> int:
    for part in area.inside.findChildren(QWidget):
        part.ensurePolished()
        if layout := part.layout():
            layout.invalidate()
    column.activate()
    return column.heightForWidth(width)
