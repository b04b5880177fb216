"""A desktop is asked over D-Bus to leave the screen on; a bus and a desktop of our own answer here."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus")

_PATIENCE = 60
"""Seconds."""
_ASKS = """
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

from micra_assistant.ui.awake.desktop import DesktopAwake

application = QCoreApplication([])


def loop_until(done):
    while not done():
        application.processEvents()


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Desktop(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        print("asked by", who, "because", why)
        asked.append(why)
        return 7


asked, refused = [], []
desktop = Desktop()
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
if HAS_DESKTOP:
    bus.registerObject("/org/freedesktop/ScreenSaver", desktop, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.registerService("org.freedesktop.ScreenSaver")
before = set(bus.interface().registeredServiceNames().value()) if bus.isConnected() else set()
awake = DesktopAwake(lambda: refused.append(True))
awake.hold("a reason")
loop_until(lambda: asked or refused)
print("refused" if refused else "held")
awake.let_go()
if bus.isConnected():
    loop_until(lambda: set(bus.interface().registeredServiceNames().value()) == before)
    print("nobody holds it any more")
"""


def ask(*, has_desktop: bool, has_bus: bool = True) -> list[str]:
    """Return what is said when a desktop is asked, on a bus that nobody else is on."""
    command = [sys.executable, "-c", f"HAS_DESKTOP = {has_desktop}\n{_ASKS}"]
    bus = ["dbus-run-session", "--"] if has_bus else []
    address = {} if has_bus else {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    environment = {**os.environ, **address}
    done = subprocess.run(
        [*bus, *command], capture_output=True, text=True, timeout=_PATIENCE, env=environment, check=True
    )
    return done.stdout.splitlines()


def test_a_desktop_is_asked_and_left_again() -> None:
    said = ["asked by Micra Assistant because a reason", "held", "nobody holds it any more"]
    assert ask(has_desktop=True) == said


def test_a_bus_without_a_desktop_refuses() -> None:
    assert ask(has_desktop=False) == ["refused", "nobody holds it any more"]


def test_so_does_no_bus_at_all() -> None:
    assert ask(has_desktop=False, has_bus=False) == ["refused"]
