"""Why the keys go elsewhere, or come back, although the person is not done with a field."""

from PySide6.QtCore import Qt

STILL_HERE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
