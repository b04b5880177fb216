"""The enums of Qt, made in a third of the time: as the standard library makes its own, and filled at once.

Of each enum of a class of Qt, PySide makes one of Python when the class is first touched: three thousand values before
anything is painted. Python looks at each for what only a person could do wrong; ``enum._simple_enum`` does not. What
is no flag has nothing else to be worked out, so that its values need not be made one by one.
"""

import enum
import sys
from enum import Enum, EnumType, Flag, FlagBoundary
from typing import Any

_CHECKED: Any = getattr(EnumType, "_create_", None)
_UNCHECKED: Any = getattr(enum, "_simple_enum", None)
_IS_FILLED_HERE = sys.version_info < (3, 13)
"""Whether an enum of this Python holds no more than what ``_fill`` puts in."""

_Values = list[tuple[str, int]]


class _Body:
    """What the standard library asks of the class that an enum is made of: a real one takes longer, and stays."""

    __slots__ = ("__dict__", "__name__")

    def __init__(self, name: str, values: _Values) -> None:
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
    is_filled_here = _IS_FILLED_HERE and not issubclass(cls, Flag)
    made = _UNCHECKED(cls, boundary=FlagBoundary.KEEP)(_Body(class_name, [] if is_filled_here else names))
    made.__doc__ = None
    if is_filled_here:
        _fill(made, names)
    for name, member in made.__members__.items():
        type.__setattr__(made, name, member)  # asked for without a detour
    return made


def _fill(made: Any, values: _Values) -> None:
    """Put its values into an enum that has none; a second name of a value means the same."""
    by_value, by_name, order = made._value2member_map_, made._member_map_, made._member_names_
    new, given = made._new_member_, made._use_args_
    for name, value in values:
        member = by_value.get(value)
        if member is None:
            by_value[value] = member = new(made, value) if given else new(made)
            member._value_, member._name_, member.__objclass__, member._sort_order_ = value, name, made, len(order)
            order.append(name)
        by_name[name] = member
