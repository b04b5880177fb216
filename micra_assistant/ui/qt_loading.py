"""Qt, loaded so that it does not slow down what is loaded after it. To be imported before all else that needs Qt.

PySide puts a function of its own in the place of Python's import, which looks into the source of each module that is
loaded from then on for a wish that nobody here has (``from __feature__ import``). It is put away again. PySide also
compiles, at each start, that function, what words its complaints of wrong arguments and what its makers write stub
files with: a third of the time that all of Qt takes. That is read when it is wanted; so is what PySide loads of Python
for those who pack programs.
"""

import builtins
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from micra_assistant.ui.qt_enums import make_quickly

_IMPORT = builtins.__import__
_SUPPORT = "shibokensupport"
_SIGNATURES = f"{_SUPPORT}.signature"
_SELDOM = (
    *(f"{_SIGNATURES}.{name}" for name in ("mapping", "errorhandler", "layout", "parser")),
    *(f"{_SIGNATURES}.lib.{name}" for name in ("tool", "enum_sig", "pyi_generator")),
    f"{_SUPPORT}.feature",
)
_CALLED = {f"{_SIGNATURES}.mapping": "update_mapping"}
"""What PySide calls without asking the module for it."""
_UNHEARD = {f"{_SUPPORT}.feature": ("feature_import", "feature_imported")}
"""What it calls at each import to look for that wish."""
_FOR_PACKERS = ("tempfile", "traceback")


class _Awaited(ModuleType):
    """Stands for a module of Python that is loaded when something in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_IMPORT(self.__name__), name)


def _import_seldom_later(name: str, *about: Any, **named: Any) -> ModuleType:
    """Import as Python does; let wait what is seldom wanted, once it can be found."""
    if name == _SIGNATURES:
        builtins.__import__ = _import_later
        for seldom in _SELDOM:
            _let_wait(seldom)
    return _import_later(name, *about, **named)


def _import_later(name: str, *about: Any, **named: Any) -> ModuleType:
    """Import as Python does, but for what nobody uses."""
    is_awaited = name in _FOR_PACKERS and name not in sys.modules
    return _Awaited(name) if is_awaited else _IMPORT(name, *about, **named)


def _let_wait(name: str) -> None:
    """Let a module be there now, and be read when something in it is asked for."""
    found = find_spec(name)
    if found:
        sys.modules[name] = made = _waiting(found)
        if called := _CALLED.get(name):
            setattr(made, called, _called_later(made, called))
        for unheard in _UNHEARD.get(name, ()):
            setattr(made, unheard, _hear_nothing)


def _waiting(found: ModuleSpec) -> ModuleType:
    name, loader, made = found.name, found.loader, ModuleType(found.name)

    def read(attribute: str) -> Any:
        del made.__getattr__
        published, made.__spec__ = made.__spec__, ModuleSpec(name, loader)  # PySide names it anew: not found by that
        if loader:
            loader.exec_module(made)
        made.__spec__ = published
        return getattr(made, attribute)

    made.__spec__ = found
    made.__getattr__ = read  # type: ignore[method-assign]
    return made


def _called_later(module: ModuleType, name: str) -> Callable[[], Any]:
    """Return what reads the module, and calls what it has in the place of this."""

    def call() -> Any:
        if getattr(module, name) is call:
            delattr(module, name)
        return getattr(module, name)()

    return call


def _hear_nothing(*_about: Any, **_named: Any) -> None:
    """Stand for what looks for a wish that nobody here has."""


make_quickly()
builtins.__import__ = _import_seldom_later

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets  # noqa: E402, F401 - see above

builtins.__import__ = _IMPORT
