"""What a circuit reads, as the table that stands below its picture on paper."""

from msgspec import Struct

from micra_assistant.guide.circuit_model import Circuit, CircuitCase, Point


class SheetReading(Struct, frozen=True):
    """What one point reads in one case, released and pressed; ``unlike`` is whether it tells of a fault."""

    words: str
    unlike: bool


class SheetCase(Struct, frozen=True):
    """A row of the table."""

    name: str
    says: str
    readings: tuple[SheetReading, ...]


class SheetPoint(Struct, frozen=True):
    """The head of a column."""

    label: str
    name: str
    source: str


class SheetCircuit(Struct, frozen=True, tag="circuit"):
    """A picture, and the table below it."""

    path: str
    alt: str
    sources: tuple[str, ...]
    points: tuple[SheetPoint, ...]
    cases: tuple[SheetCase, ...]


def sheet_circuit(circuit: Circuit) -> SheetCircuit:
    """Return the circuit as it is printed."""
    points = tuple(SheetPoint(point.label, point.name, point.source) for point in circuit.points)
    cases = tuple(
        SheetCase(case.name, case.says, tuple(_reading(circuit, case, point) for point in circuit.points))
        for case in circuit.cases
    )
    return SheetCircuit(circuit.path, circuit.alt, circuit.sources, points, cases)


def _reading(circuit: Circuit, case: CircuitCase, point: Point) -> SheetReading:
    words = both(case.released[point.id], case.pressed[point.id])
    return SheetReading(words, any(circuit.differs(case, point, pressed=pressed) for pressed in (False, True)))


def both(released: str, pressed: str) -> str:
    """Return two readings as one: ``12 → 0 V``, ``0 V → 12 V pulse``, or just ``0 V`` if they are alike.

    A pulse such as ``0→12→0 V`` tells by itself what it begins and ends with.
    """
    if released == pressed:
        return released
    number, _, unit = released.rpartition(" ")
    first, *more = (part.strip() for part in pressed.split("→"))
    if more and first == number:
        return " → ".join((first, *more))
    is_same_unit = bool(number) and unit == pressed.rpartition(" ")[2]
    return f"{number if is_same_unit else released} → {pressed}"
