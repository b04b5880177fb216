"""Qt as it is loaded at a start: whole, and without what nobody uses."""

import subprocess
import sys

LOADED = """
import builtins, sys
own, before = builtins.__import__, set(sys.modules)
from micra_assistant.ui import qt_loading
print(builtins.__import__ is own)
print(*set(sys.modules) - before)
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

class Told(QObject):
    told = Signal(str)

heard = []
told = Told()
told.told.connect(heard.append)
told.told.emit("heard")
print(*heard, Qt.AlignmentFlag.AlignLeft.name, QSizePolicy.Policy.Expanding.name)
try:
    QSize("wide")
except TypeError as error:
    print("Supported signatures" in str(error))
print("self" in QSize.width.__doc__)
"""


def test_qt_works_and_what_writes_its_stub_files_is_not_loaded() -> None:
    said = subprocess.check_output([sys.executable, "-c", LOADED], text=True).splitlines()
    assert said[0] == "True"
    assert not {"argparse", "logging"} & set(said[1].split())
    assert said[2:] == ["heard AlignLeft Expanding", "True", "True"]
