"""Qt as it is loaded at a start: whole, and without what nobody uses."""

import subprocess
import sys

LOADED = """
import builtins, sys
own, before = builtins.__import__, set(sys.modules)
from micra_assistant.ui import qt_loading
print(builtins.__import__ is own)
print(*set(sys.modules) - before)
seldom = [module for name, module in sys.modules.items() if "shibokensupport" in name and "__getattr__" in vars(module)]
print(*(module.__name__.rpartition(".")[2] for module in seldom))
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

class Told(QObject):
    told = Signal(str)

heard = []
told = Told()
told.told.connect(heard.append)
told.told.emit("heard")
print(*heard, Qt.AlignmentFlag.AlignLeft.name, QSizePolicy.Policy.Expanding.name)
for wrong in ("wide", "high"):
    try:
        QSize(wrong)
    except TypeError as error:
        print("Supported signatures" in str(error))
print(*("__getattr__" in vars(module) for module in seldom))
print("self" in QSize.width.__doc__)
import shiboken6, tempfile
import PySide6.support.feature as feature
print(shiboken6.tempfile.gettempdir() == tempfile.gettempdir(), callable(shiboken6.traceback.print_exc), feature.info())
"""


def test_qt_works_and_what_is_seldom_wanted_is_read_when_it_is() -> None:
    said = subprocess.check_output([sys.executable, "-c", LOADED], text=True).splitlines()
    assert said[0] == "True"
    assert not {"argparse", "logging", "inspect", "tempfile", "traceback"} & set(said[1].split())
    assert {"mapping", "parser", "layout", "errorhandler", "pyi_generator", "feature"} <= set(said[2].split())
    assert said[3:6] == ["heard AlignLeft Expanding", "True", "True"]
    assert "True" not in said[6]
    assert said[7:] == ["True", "True True []"]
