"""A circuit: a picture that shows what each test point reads, in a sound circuit and with one fault."""

from msgspec import Struct

RELEASED, PRESSED = "released", "pressed"
"""The positions of a circuit's button, and the ids of what its picture shows for each."""


class Point(Struct, frozen=True, forbid_unknown_fields=True):
    """A test point of a circuit. In the picture the text of the same id is what it reads."""

    id: str
    name: str
    source: str

    @property
    def label(self) -> str:
        """How the picture names it, such as TP1."""
        return self.id.upper()


class CircuitCase(Struct, frozen=True, forbid_unknown_fields=True):
    """A circuit that is sound, or that has one fault: what each test point reads by its id, button released, pressed.

    ``says`` is what is to be seen and what it means.
    """

    id: str
    name: str
    says: str
    released: dict[str, str] = {}
    pressed: dict[str, str] = {}

    @property
    def mark(self) -> str:
        """The id of what the picture shows where the fault sits."""
        return f"at-{self.id}"

    def readings(self, *, pressed: bool) -> dict[str, str]:
        """Return what is read in one position of the button."""
        return self.pressed if pressed else self.released


class Circuit(Struct, frozen=True, tag="circuit"):
    """A picture that shows what each test point reads; the first case is the sound circuit.

    ``path`` and ``alt`` are those of a Diagram. Every case reads something at every point. ``sources`` are those of
    the picture and then those of the points.
    """

    path: str
    alt: str
    sources: tuple[str, ...]
    points: tuple[Point, ...]
    cases: tuple[CircuitCase, ...]

    def differs(self, case: CircuitCase, point: Point, *, pressed: bool) -> bool:
        """Whether the point reads in that case what it does not read in the sound circuit."""
        sound = self.cases[0]
        return case.readings(pressed=pressed)[point.id] != sound.readings(pressed=pressed)[point.id]
