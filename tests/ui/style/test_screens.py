"""The screen that something is seen on."""

import gc
import re
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

import micra_assistant
from micra_assistant.ui.style.screens import screen_of

MODULES = [*Path(micra_assistant.__file__).parent.rglob("*.py"), *Path(__file__).parent.parent.rglob("*.py")]


def test_a_window_is_on_the_only_screen_wherever_it_is() -> None:
    window = QWidget()
    window.move(-5000, -5000)
    assert screen_of(window) is QGuiApplication.primaryScreen()


def test_the_screen_outlives_a_window_that_asked_for_it() -> None:
    screen = QGuiApplication.primaryScreen()
    gone: list[bool] = []
    screen.destroyed.connect(lambda: gone.append(True))
    window = QWidget()
    window.its = [window, screen_of(window)]  # type: ignore[attr-defined]  # a ring, which only the collector opens
    del window, screen
    gc.collect()
    assert not gone


def test_no_widget_is_asked_for_its_screen_itself() -> None:
    asked = re.compile(r"\w\.screen\(\)")
    assert [path.name for path in MODULES if asked.search(path.read_text(encoding="utf-8"))] == ["screens.py"]
