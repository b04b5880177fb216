"""The style sheets of a dialog that is read from two metres."""

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.text_size import LETTERS
from micra_assistant.ui.style.theme import style_sheet

_BUTTON, _BOX, _LETTERS = 40, 28, 14
"""In pixels at scale 1, how high a button is, a box to tick, the smallest letters."""
_LIST_ROWS = 4
"""So many rows of a list are in sight at once."""


def letters_sheet(look: Look) -> str:
    """Return that of the dialog: all is in the text size of its look."""
    return f"QWidget {{ font-size: {look.size(LETTERS)}px; }}" + style_sheet(look.theme, look.scale)


def targets_sheet(look: Look) -> str:
    """Return that of the parts of it, which takes precedence: whatever is tapped is as large as gloves need."""
    target, box = (max(look.target, look.size(least)) for least in (_BUTTON, _BOX))
    return f"""
        QPushButton, QLineEdit, QComboBox {{ min-height: {target}px; padding-top: 0; padding-bottom: 0; }}
        QPushButton {{ min-width: {target}px; }}
        QPushButton[kind="key"] {{ min-height: 0; min-width: 0; }}
        QComboBox QLineEdit {{ min-height: 0; }}
        QComboBox::drop-down {{ width: {target}px; }}
        QCheckBox::indicator {{ width: {box}px; height: {box}px; }}
        QAbstractItemView::item {{ padding-top: 0; padding-bottom: 0; }}
        QAbstractItemView::item, QComboBox QAbstractItemView::item {{ min-height: {target}px; }}
        QListWidget#complaints {{ min-height: {_LIST_ROWS * target}px; }}
        QFrame#bar {{ min-height: 0; }}
        QLabel[kind="caption"] {{ font-size: {look.size(_LETTERS)}px; }}
    """
