"""The field of a checklist line: large for a number, as wide as the line for words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Count, Reading, Written, plain
from micra_assistant.numbers import MOST_LETTERS
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.typed_field import TypedField

_HEIGHT = 54
"""Of a field for a number, in pixels at scale 1."""
_MOST_PASTED = 10_000
"""Far more than is kept of words, so that what is too long is refused in words and not cut off unseen."""


def value_field(item: Reading | Count | Written, look: Look, parent: QWidget) -> TypedField:
    """Return an empty field for the value of an item."""
    field = TypedField(parent=parent, left_by_escape=True, takes_space=isinstance(item, Written))
    field.setAccessibleName(", ".join(filter(None, (plain(item.label), sign_beside(item)))))
    if isinstance(item, Written):
        field.setMaxLength(_MOST_PASTED)
        field.textChanged.connect(partial(_show_begin, field))
        field.editingFinished.connect(partial(_show_begin, field))
        return field
    field.setProperty("kind", "value")
    field.setFixedSize(look.size(132 if isinstance(item, Reading) else 92), look.size(_HEIGHT))
    field.setMaxLength(MOST_LETTERS + 1)  # one more than is read as a number: nothing is cut into another one
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return field


def _show_begin(field: TypedField, *_changed: str) -> None:
    """Let the begin of long words be seen while nobody is in the field."""
    if not field.hasFocus():
        field.setCursorPosition(0)


def sign_beside(item: Reading | Count | Written) -> str:
    """Return what stands beside the field: the unit, what is counted; empty for words."""
    match item:
        case Reading(unit=unit):
            return unit
        case Count():
            return item.nouns
        case Written():
            return ""
