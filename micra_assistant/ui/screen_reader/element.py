"""What a screen reader is told of a widget that is none of Qt's own, and that it is not the same any more."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtWidgets import QWidget


class Role(StrEnum):
    """What a widget can be."""

    BUTTON = "button"
    CHECK_BOX = "check-box"
    DIALOG = "dialog"
    GROUP = "group"
    LINE_OF_LIST = "line-of-list"
    PICTURE = "picture"


class Element(Struct, frozen=True):
    """Its role and its states, None for those that it never has; name and description are those of the widget.

    Attributes:
        name: takes the place of the widget's, unless it is empty.
        is_held: something else comes first; the description says what.
        is_current: it is what the keys act on, among others like it.
        is_unfolded: what it leads to is in sight.
        press: what a tap does, None if nothing.
    """

    role: Role
    name: str = ""
    is_checked: bool | None = None
    is_held: bool = False
    is_current: bool | None = None
    is_unfolded: bool | None = None
    press: Callable[[], object] | None = None


@runtime_checkable
class HasElement(Protocol):
    """A widget that says itself what it is."""

    @property
    def element(self) -> Element:
        """What a screen reader is told of it now; asked whenever that is read."""
        ...


def tell_states(widget: QWidget, *names: str) -> None:
    """Tell a screen reader, if there is one, that states of a widget in sight, named as Qt does, have changed.

    Qt hands on one at a time, and of those that an element has only ``checked`` and ``disabled``.
    """
    if not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent  # noqa: PLC0415 - 2 ms that no start needs

    for name in names if QAccessible.isActive() else ():
        changed = QAccessible.State()
        setattr(changed, name, True)
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))
