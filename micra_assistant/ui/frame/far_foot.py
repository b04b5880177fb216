"""The three keys in a dialog that is only to be closed, or that needs them only where it is read from two metres."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct, cap_of
from micra_assistant.words import _

_KINDS = (QAbstractButton, QLineEdit, QComboBox)


def add_foot_afar(dialog: QDialog, layout: QBoxLayout, look: Look, done: Callable[[], KeyAct]) -> None:
    """Put the three keys at the end of a layout if the dialog is read from afar.

    They lead from field to button to field; ``done`` is what the dialog is for.
    """
    if look.far:
        _add_foot(dialog, layout, look, done)


def close_from_foot(dialog: QDialog, layout: QBoxLayout, look: Look, read: QScrollBar | None = None) -> None:
    """Put the three keys at the end of the layout of a dialog that is only to be closed.

    What a bar scrolls is ``read`` first.
    """
    keys = _add_foot(dialog, layout, look, lambda: KeyAct(_("Close"), act=dialog.close))
    keys.show_leave(_("Close"), dialog.close)
    if read:
        keys.read_first(read)


def to_choose() -> KeyAct:
    """Return that Space answers nothing before an answer is marked."""
    return KeyAct(_("Choose an answer"), _("{key} marks one.").format(key=cap_of(Key.ON)))


def _add_foot(dialog: QDialog, layout: QBoxLayout, look: Look, done: Callable[[], KeyAct]) -> DialogKeys:
    if look.far:
        _put_answers_left(dialog, layout)
    keys = DialogKeys(dialog, lambda: _stops(dialog), done, look)
    layout.addWidget(keys.foot)
    dialog.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dialog.setFocus()
    return keys


def _put_answers_left(dialog: QDialog, layout: QBoxLayout) -> None:
    """Let answers begin where the words begin, in every dialog: on a large screen the right end is far from them."""
    for answers in dialog.findChildren(QDialogButtonBox):
        layout.setAlignment(answers, Qt.AlignmentFlag.AlignLeft)


def _stops(dialog: QDialog) -> list[QWidget]:
    """Return what can be marked in a dialog, in the order of its keys."""
    stops: list[QWidget] = []
    widget = dialog.nextInFocusChain()
    while widget is not None and widget is not dialog:
        if isinstance(widget, _KINDS) and _is_whole(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _is_whole(widget: QWidget) -> bool:
    """Whether it is no part of a field."""
    return not isinstance(widget, QToolButton) and not isinstance(widget.parentWidget(), QComboBox)
