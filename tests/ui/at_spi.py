"""A screen reader's view of other programs: what is on the accessibility bus of a desktop, and what is said there."""

import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_STATES = {"checked": 4, "focused": 12, "selected": 23, "showing": 25, "checkable": 41}
"""The places of states in what AT-SPI gives."""


class Place(NamedTuple):
    """Where an element is: a name on the bus, and a path."""

    owner: str
    path: str


class Told(NamedTuple):
    """What is told of an element; ``depth`` is how deep it lies."""

    place: Place
    role: str
    name: str
    description: str
    states: frozenset[str]


class Listener(QObject):
    """Asks for elements, and hears what is announced.

    Attributes:
        announced: all that was said, in order.
    """

    def __init__(self, bus: str) -> None:
        """Listen on the bus at this address."""
        super().__init__()
        self.announced: list[str] = []
        self._address = bus
        self._bus = QDBusConnection.connectToBus(bus, "a listener")
        self._call(Place(_REGISTRY, "/org/a11y/atspi/registry"), _REGISTRY, "RegisterEvent", "object:announcement")
        event = "org.a11y.atspi.Event.Object"
        assert self._bus.connect("", "", event, "Announcement", self, SLOT("on_announced(QDBusMessage)"))  # type: ignore[call-overload]  # SLOT is what it takes

    @Slot(QDBusMessage)
    def on_announced(self, message: QDBusMessage) -> None:
        """Hear an announcement."""
        self.announced.append(_unpacked(message.arguments()[3]))

    def find(self, role: str, name: str) -> Told | None:
        """Return the first element of a role and a name, None if there is none in sight."""
        in_sight = self._below(Place(_REGISTRY, _ROOT))
        return next((told for told in in_sight if (told.role, told.name) == (role, name)), None)

    def press(self, told: Told) -> None:
        """Do the first thing that can be done with an element."""
        self._call(told.place, "org.a11y.atspi.Action", "DoAction", 0)

    def _below(self, place: Place) -> Iterator[Told]:
        told = self._told(place)
        if "showing" in told.states or told.role in ("desktop frame", "application"):
            yield told
            for owner, path in re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'\)", self._ask(place, "GetChildren")):
                yield from self._below(Place(owner, path))

    def _told(self, place: Place) -> Told:
        role = self._call(place, "org.a11y.atspi.Accessible", "GetRoleName").arguments()[0]
        low, high = (int(half) for half in re.findall(r"\d+\b", self._ask(place, "GetState").replace("uint32", "")))
        states = frozenset(state for state, bit in _STATES.items() if (low | high << 32) >> bit & 1)
        return Told(place, role, self._words(place, "Name"), self._words(place, "Description"), states)

    def _words(self, place: Place, which: str) -> str:
        answer = self._call(place, "org.freedesktop.DBus.Properties", "Get", "org.a11y.atspi.Accessible", which)
        return _unpacked(answer.arguments()[0])

    def _call(self, place: Place, interface: str, method: str, *given: object) -> QDBusMessage:
        message = QDBusMessage.createMethodCall(place.owner, place.path, interface, method)
        message.setArguments(list(given))
        return self._bus.call(message)

    def _ask(self, place: Place, method: str) -> str:
        """Return what an element answers that holds lists, which PySide6 cannot unpack."""
        where = ("--address", self._address, "--dest", place.owner, "--object-path", place.path)
        command = ["gdbus", "call", *where, "--method", f"org.a11y.atspi.Accessible.{method}"]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


def _unpacked(given: object) -> str:
    return str(given.variant() if isinstance(given, QDBusVariant) else given)
