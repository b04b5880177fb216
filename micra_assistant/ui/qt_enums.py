"""The enums of Qt, made in half the time: as the standard library makes its own.

Of each enum of a class of Qt, PySide makes one of Python when the class is first touched: three thousand values before
anything is painted. Python looks at each for what only a person could do wrong; ``enum._simple_enum`` does not.
"""

import enum
from enum import Enum, EnumType, FlagBoundary
from typing import Any

_CHECKED: Any = getattr(EnumType, "_create_", None)
_UNCHECKED: Any = getattr(enum, "_simple_enum", None)


class _Body:
    """What the standard library asks of the class that an enum is made of: a real one takes longer, and stays."""

    __slots__ = ("__dict__", "__name__")

    def __init__(self, name: str, values: list[tuple[str, int]]) -> None:
        self.__name__ = name
        self.__dict__ = dict(values)


def make_quickly() -> None:
    """Let the enums of Qt be made so from now on; as ever, if this Python has another way to make them."""
    if _CHECKED and _UNCHECKED:
        EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(cls: type[Enum], class_name: str, names: Any, **how: Any) -> Any:
    """Make an enum without looking at its values if it is PySide that wants it: it has said neither type nor module."""
    is_of_qt = how.get("boundary") is FlagBoundary.KEEP and how.get("module") is None and how.get("type") is None
    if not (is_of_qt and names and isinstance(names, list) and isinstance(names[0], tuple)):
        return _CHECKED(cls, class_name, names, **how)
    made = _UNCHECKED(cls, boundary=FlagBoundary.KEEP)(_Body(class_name, names))
    made.__doc__ = None
    for name, member in made.__members__.items():
        type.__setattr__(made, name, member)  # asked for without a detour
    return made
