"""What the window tells a screen reader arrives: the real window on a real X server, asked over AT-SPI.

Needs Xvfb, D-Bus and AT-SPI, which ``.ci/setup test`` installs where it may; elsewhere this test is skipped.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import write_guide
from tests.ui.at_spi import Listener, Told
from tests.ui.small_guide import GUIDE

TOOLS = ("Xvfb", "dbus-daemon", "gdbus")
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
LONG_MS = 120_000
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (all(map(shutil.which, TOOLS)) and SERVICE.exists()),
        reason="needs Xvfb, dbus-daemon, gdbus and at-spi2-core, see .ci/setup",
    ),
]


def begun(stack: ExitStack, command: list[str], **more: object) -> "subprocess.Popen[str]":
    """Return a process that is ended with the others, the last one first."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **more)  # type: ignore[call-overload]
    stack.callback(process.wait, 30)
    stack.callback(process.terminate)
    stack.callback(process.stdout.close)
    return process  # type: ignore[no-any-return]


def first_line(process: "subprocess.Popen[str]") -> str:
    """Return the first line that a process says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


class Desk:
    """A desktop with the window on it, its keys, and somebody who listens."""

    def __init__(self, listener: Listener, keys: IO[str]) -> None:
        self.listener = listener
        self._keys = keys

    def type(self, words: str) -> None:
        """Type words into the window, and Enter."""
        self._keys.write(f"{words}\n")
        self._keys.flush()

    def wait_for(self, qtbot: QtBot, role: str, name: str) -> Told:
        """Return an element once it is there."""
        found: list[Told] = []

        def is_found() -> bool:
            found.extend(filter(None, [self.listener.find(role, name)]))
            return bool(found)

        qtbot.waitUntil(is_found, timeout=LONG_MS)
        return found[0]

    def wait_to_hear(self, qtbot: QtBot, words: str) -> str:
        """Return what is said with these words in it, once it is said."""
        qtbot.waitUntil(lambda: any(words in said for said in self.listener.announced), timeout=LONG_MS)
        return next(said for said in self.listener.announced if words in said)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desktop of its own with the window on it."""
    shutil.copytree(write_guide(tmp_path, GUIDE), tmp_path / "guides" / "another")
    with ExitStack() as stack:
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        surroundings |= {"DISPLAY": f":{first_line(begun(stack, screen))}", "QT_QPA_PLATFORM": "xcb"}
        session = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = first_line(begun(stack, session, env=surroundings))
        surroundings["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        listener = Listener(bus_of(surroundings))
        command = [sys.executable, "-m", "tests.ui.at_spi_probe", str(tmp_path / "guides")]
        window = begun(stack, command, env=surroundings, stdin=subprocess.PIPE)
        assert window.stdin is not None
        yield Desk(listener, window.stdin)
        window.stdin.close()
        assert window.wait(30) == 0


def bus_of(surroundings: dict[str, str]) -> str:
    """Return the address of the bus that screen readers listen on; asking for it starts it."""
    where = ("--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")
    command = ["gdbus", "call", *where, "--method", "org.a11y.Bus.GetAddress"]
    said = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True, timeout=30).stdout
    found = re.search(r"'([^']+)'", said)
    assert found, said
    return found[1]


def test_what_is_told_arrives(desk: Desk, qtbot: QtBot) -> None:
    assert desk.wait_for(qtbot, "panel", "Home")
    desk.listener.press(desk.wait_for(qtbot, "push button", "Open the guide"))
    desk.wait_to_hear(qtbot, "Look at the car.")
    doors = desk.wait_for(qtbot, "check box", "Doors lock")
    assert doors.states >= {"checkable", "selected"}
    assert "checked" not in doors.states
    desk.listener.press(doors)
    desk.wait_to_hear(qtbot, "Doors lock: done.")
    assert "checked" in desk.wait_for(qtbot, "check box", "Doors lock").states
    desk.type("11")
    assert "TOO LOW" in desk.wait_to_hear(qtbot, "Battery, rested. 11 volts.")
    assert desk.wait_for(qtbot, "panel", "Battery, rested").description.startswith("wrong TOO LOW")
    assert desk.wait_for(qtbot, "heading", "Look at the car")
    assert desk.wait_for(qtbot, "graphic", "The tailgate from behind")
    said = desk.listener.announced
    assert len(said) == len(set(said))
