"""Qt, loaded so that it does not slow down what is loaded after it. To be imported before all else that needs Qt.

PySide puts a function of its own in the place of Python's import, which looks into the source of each module that is
loaded from then on for a wish that nobody here has (``from __feature__ import``). It is put away again. PySide also
loads what its makers write stub files with, a sixth of the time that all of Qt takes: nothing is loaded in its place.
"""

import builtins
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_IMPORT = builtins.__import__
_TOOLS = "shibokensupport.signature.lib"
_UNUSED = ("enum_sig", "pyi_generator")


def _without_tools(name: str, *about: Any, **named: Any) -> ModuleType:
    """Import as Python does, but for the tools that nobody uses here."""
    if name == _TOOLS:
        for tool in _UNUSED:
            sys.modules.setdefault(f"{_TOOLS}.{tool}", _empty(f"{_TOOLS}.{tool}"))
    return _IMPORT(name, *about, **named)


def _empty(name: str) -> ModuleType:
    made = ModuleType(name)
    made.__spec__ = ModuleSpec(name, None)
    return made


builtins.__import__ = _without_tools

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets  # noqa: E402, F401 - see above

builtins.__import__ = _IMPORT
