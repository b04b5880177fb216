"""The style sheet of a dialog that is read from two metres: whatever is tapped is as large as gloves need."""

from micra_assistant.ui.style.look import Look

_BUTTON, _LETTERS = 40, 14
_LIST_ROWS, _FOOT = 4, 52
"""How high a button is at scale 1, in pixels; the smallest letters are as large as the caption of a picture is then."""


def dialog_sheet(look: Look) -> str:
    """Return it for the look of dialogs; empty where they are not read from afar."""
    if look.far is None:
        return ""
    target = max(look.target, look.size(_BUTTON))
    return f"""
        QPushButton, QLineEdit, QComboBox {{ min-height: {target}px; padding-top: 0; padding-bottom: 0; }}
        QPushButton {{ min-width: {target}px; }}
        QPushButton[kind="foot"] {{ min-height: {max(target, look.size(_FOOT))}px; }}
        QPushButton[kind="key"] {{ min-height: 0; min-width: 0; }}
        QComboBox QLineEdit {{ min-height: 0; }}
        QComboBox::drop-down {{ width: {target}px; }}
        QCheckBox::indicator {{ width: {look.target}px; height: {look.target}px; }}
        QAbstractItemView::item {{ padding-top: 0; padding-bottom: 0; }}
        QAbstractItemView::item, QComboBox QAbstractItemView::item {{ min-height: {target}px; }}
        QListWidget#complaints {{ min-height: {_LIST_ROWS * target}px; }}
        QFrame#bar {{ min-height: 0; }}
        QLabel[kind="caption"] {{ font-size: {look.size(_LETTERS)}px; }}
    """
