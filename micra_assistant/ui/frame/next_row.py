"""What Space does on a list of which one row is chosen: it chooses the next one, so that no arrow key is needed."""

from functools import partial

from PySide6.QtWidgets import QAbstractItemView

from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _


def next_row(view: QAbstractItemView) -> KeyAct | None:
    """Return the way to the next row, round and round; None if there is no other."""
    rows = view.model().rowCount()
    if rows < 2:
        return None
    place = view.model().index((view.currentIndex().row() + 1) % rows, 0)
    return KeyAct(_("Next one"), str(place.data()), partial(view.setCurrentIndex, place))
