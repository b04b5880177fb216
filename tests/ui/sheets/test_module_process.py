"""A module in a process of its own: nothing is left of it once it was let go."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from micra_assistant.ui.sheets.module_process import ModuleProcess


@pytest.mark.parametrize("module", ["micra_assistant.no_such_module", "micra_assistant.paper.setting_process"])
def test_nothing_is_left_of_one_that_was_let_go(qtbot: QtBot, module: str) -> None:
    """Let one go that has ended of itself, and one that still runs."""
    parent = QObject()
    process = ModuleProcess(parent)
    process.ended.connect(process.let_go)
    process.begin(module, "en")
    if module.endswith("setting_process"):
        assert process.waitForStarted()
        process.let_go()
    qtbot.waitUntil(lambda: not parent.findChildren(ModuleProcess), timeout=20_000)
