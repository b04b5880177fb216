"""The enums of Qt are what they are without us, whichever way they are made."""

import subprocess
import sys
from enum import IntEnum

import pytest

from micra_assistant.ui.qt_enums import make_quickly

TOLD = """
import re, sys
from enum import EnumType
if sys.argv[1] == "quickly":
    from micra_assistant.ui.qt_enums import make_quickly
    make_quickly()
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

def enums(module):
    for name in sorted(dir(module)):
        found = getattr(module, name)
        yield from [found] if isinstance(found, EnumType) else inner(found) if isinstance(found, type) else ()

def inner(kind):
    return [found for _name, found in sorted(vars(kind).items()) if isinstance(found, EnumType)]

def tell(found):
    yield found.__module__, found.__qualname__, found.__doc__, [base.__name__ for base in found.__mro__], list(found)
    for name, member in found.__members__.items():
        yield name, member, str(member), member.value, member.name, member._sort_order_, vars(found).get(name) is member
        yield sorted(vars(member).items(), key=lambda item: item[0])
        yield found(member.value), hash(member) == hash(found(member.value)), member.__reduce_ex__(4)
    yield from sorted((name, value) for name, value in vars(found).items() if not callable(value))

for module in (QtCore, QtGui, QtSvg, QtWidgets):
    for found in enums(module):
        for told in tell(found):
            print(re.sub(" at 0x[0-9a-f]+", "", repr(told)))
"""


def told(how: str) -> list[str]:
    """Return all that can be told of all enums, made in a process of their own."""
    return subprocess.check_output([sys.executable, "-c", TOLD, how], text=True).splitlines()


@pytest.mark.thorough
def test_each_enum_has_the_same_values_whichever_way_it_is_made() -> None:
    quick, usual = told("quickly"), told("as ever")
    assert len(usual) > 10_000
    assert [pair for pair in zip(quick, usual, strict=True) if pair[0] != pair[1]] == []


def test_enums_of_others_are_looked_at_as_ever() -> None:
    make_quickly()
    with pytest.raises(ValueError, match="invalid enum member name"):
        IntEnum("Numbers", [("mro", 1)])


def test_flags_can_be_joined_and_parted() -> None:
    code = """if True:
        from micra_assistant.ui import qt_loading
        from PySide6.QtCore import Qt
        side = Qt.AlignmentFlag
        print(side.AlignLeft | side.AlignTop, side.AlignCenter & ~side.AlignHCenter == side.AlignVCenter, side(0).name)
        print(*Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    """
    said = subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()
    assert said[0].endswith("True None")
    assert said[1] == "KeyboardModifier.ShiftModifier KeyboardModifier.ControlModifier"
