"""Qt, loaded so that it does not slow down what is loaded after it. To be imported before all else that needs Qt.

PySide puts a function of its own in the place of Python's import, which looks into the source of each module that is
loaded from then on for a wish that nobody here has (``from __feature__ import``). It is put away again.
"""

import builtins

_IMPORT = builtins.__import__

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets  # noqa: E402, F401 - see above

builtins.__import__ = _IMPORT
