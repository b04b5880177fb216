"""Lets a start be as that of an installed program; to be imported before all else."""

import gc
import sys

sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # it is here for the checks; who installs has none
gc.disable()  # as the command does before it loads Qt

from micra_assistant.ui import qt_loading  # noqa: E402, F401 - before all else of Qt, as in a start
