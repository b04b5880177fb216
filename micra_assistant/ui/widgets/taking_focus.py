"""Takes the focus from what is about to go out of sight.

Qt would pass it on to whatever Tab leads to next, such as the search field, and a screen reader would say that.
"""

from PySide6.QtWidgets import QWidget


def take_focus_from(going: QWidget) -> bool:
    """Let nothing in a widget have the focus any more; return whether it was there."""
    focus = going.window().focusWidget()
    if focus is None or not going.isAncestorOf(focus):
        return False
    focus.clearFocus()
    return True
