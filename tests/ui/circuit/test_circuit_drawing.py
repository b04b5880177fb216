"""The drawing of a circuit in its states."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.ui.circuit.circuit_drawing import CircuitState, drawn
from tests.builders import blocks_of, literal, write_guide
from tests.circuits import CIRCUIT, DRAWING, PICTURE

FILE = literal(DRAWING).encode()


@pytest.fixture
def circuit(tmp_path: Path) -> Circuit:
    """Return the small circuit."""
    write_guide(tmp_path, CIRCUIT)
    (circuit,) = blocks_of(tmp_path, PICTURE)
    assert isinstance(circuit, Circuit)
    return circuit


def in_state(circuit: Circuit, case: int, *, pressed: bool) -> dict[str, ET.Element]:
    """Return the parts of the drawing in a state, by id."""
    root = ET.fromstring(drawn(FILE, circuit, CircuitState(circuit.cases[case], pressed)))  # noqa: S314 - our own
    return {element.get("id", ""): element for element in root.iter()}


def shown(parts: dict[str, ET.Element]) -> Iterator[str]:
    """Yield the ids of the groups that are shown."""
    for name, part in parts.items():
        if part.tag.endswith("}g") and part.get("display") != "none":
            yield name


@pytest.mark.parametrize(
    ("case", "pressed", "readings", "groups"),
    [
        (0, False, ["12 V", "0 V"], ["released"]),
        (0, True, ["0 V", "0 V"], ["pressed"]),
        (1, False, ["! 0 V", "0 V"], ["released", "at-open"]),
        (1, True, ["0 V", "0 V"], ["pressed", "at-open"]),
        (2, False, ["12 V", "0 V"], ["released", "at-stuck"]),
        (2, True, ["! 12 V", "! 12 V"], ["pressed", "at-stuck"]),
    ],
)
def test_a_state_shows_its_readings_and_its_groups(
    circuit: Circuit, case: int, pressed: bool, readings: list[str], groups: list[str]
) -> None:
    parts = in_state(circuit, case, pressed=pressed)
    assert ["".join(parts[point.id].itertext()) for point in circuit.points] == readings
    assert list(shown(parts)) == groups


def test_what_is_unlike_the_sound_circuit_is_bold_and_red(circuit: Circuit) -> None:
    parts = in_state(circuit, 1, pressed=False)
    assert (parts["tp1"].get("font-weight"), parts["tp1"].get("fill")) == ("700", "#c4122f")
    assert parts["tp2"].get("font-weight") is None
    assert in_state(circuit, 1, pressed=True)["tp1"].get("fill") == "#0b63d1"


def test_qt_draws_it_in_the_size_of_the_file(circuit: Circuit) -> None:
    before, after = (
        QSvgRenderer(QByteArray(file)) for file in (FILE, drawn(FILE, circuit, CircuitState(circuit.cases[1])))
    )
    assert after.isValid()
    assert after.defaultSize() == before.defaultSize()


def test_links_inside_the_drawing_are_kept_as_qt_knows_them(circuit: Circuit) -> None:
    link = '<linearGradient xmlns:xlink="http://www.w3.org/1999/xlink" id="a" xlink:href="#b"/></svg>'
    file = FILE.decode().replace("</svg>", link).encode()
    assert b'xlink:href="#b"' in drawn(file, circuit, CircuitState(circuit.cases[0]))


@pytest.mark.parametrize("file", [b"", b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_a_drawing_that_was_spoilt_since_is_no_stumbling_block(circuit: Circuit, file: bytes) -> None:
    assert b"0 V" not in drawn(file, circuit, CircuitState(circuit.cases[1]))
