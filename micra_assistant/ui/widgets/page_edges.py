"""What is free round all that stands in the place of the job: the way back is at the same place in each such page."""

from PySide6.QtCore import QMargins

from micra_assistant.ui.style.look import Look

_LEFT, _TOP, _RIGHT, _BELOW = 24, 14, 14, 12


def page_edges(look: Look) -> QMargins:
    """Return the edges of a page."""
    return QMargins(*map(look.compact.size, (_LEFT, _TOP, _RIGHT, _BELOW)))
