"""What is loaded when: tests/cli/test_main.py shows that only the window knows Qt, this that it starts light."""

import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Return the modules that are loaded once the window's code is."""
    code = "import sys, micra_assistant.cli, micra_assistant.app; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", code], text=True).split())


@pytest.mark.parametrize(
    "module",
    [
        *("typst", "markdown", "platformdirs", "difflib", "PySide6.QtPrintSupport"),
        *("micra_assistant.guide.reader", "micra_assistant.paper.sheets", "micra_assistant.ui.notes.photo_intake"),
    ],
)
def test_what_is_seldom_wanted_is_not_loaded_at_the_start(loaded: set[str], module: str) -> None:
    assert "PySide6.QtWidgets" in loaded
    assert module not in loaded
