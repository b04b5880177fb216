"""The three keys in a dialog that has none of its own in the window: from two metres its buttons are too far apart."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _

_KINDS = (QAbstractButton, QLineEdit, QComboBox)


def add_foot_afar(
    dialog: QDialog, layout: QBoxLayout, look: Look, done: Callable[[], KeyAct], read: QScrollBar | None = None
) -> None:
    """Put the three keys at the end of a layout if the dialog is read from afar.

    They lead from field to button to field; what a bar scrolls is ``read`` first. ``done`` is what the dialog is for.
    """
    if look.far:
        keys = DialogKeys(dialog, lambda: _stops(dialog), done, look)
        if read:
            keys.read_first(read)
        layout.addWidget(keys.foot)


def to_close(dialog: QDialog) -> Callable[[], KeyAct]:
    """Return what says that Space closes a dialog."""
    return lambda: KeyAct(_("Close"), act=dialog.close)


def to_choose() -> KeyAct:
    """Return that Space answers nothing before an answer is marked."""
    return KeyAct(_("Choose an answer"), _("Page Down marks one."))


def _stops(dialog: QDialog) -> list[QWidget]:
    """Return what can be marked in a dialog, in the order of its keys."""
    stops: list[QWidget] = []
    widget = dialog.nextInFocusChain()
    while widget is not None and widget is not dialog:
        is_part = isinstance(widget.parentWidget(), QComboBox) or isinstance(widget, QToolButton)
        if isinstance(widget, _KINDS) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_part:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops
