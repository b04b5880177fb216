"""A circuit as a table."""

from pathlib import Path

import pytest

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.paper.circuit_table import both, sheet_circuit
from tests.builders import blocks_of, write_guide
from tests.circuits import CIRCUIT, PICTURE


@pytest.mark.parametrize(
    ("released", "pressed", "shown"),
    [
        ("12 V", "0 V", "12 → 0 V"),
        ("0 V", "0 V", "0 V"),
        ("0 V", "12 V pulse", "0 V → 12 V pulse"),
        ("0 V", "0→12→0 V", "0 → 12 → 0 V"),
        ("12 V", "0→12→0 V", "12 → 0→12→0 V"),
        ("OL", "0.4 Ω", "OL → 0.4 Ω"),
        ("OL", "low", "OL → low"),
    ],
)
def test_two_readings_stand_in_one_cell(released: str, pressed: str, shown: str) -> None:
    assert both(released, pressed) == shown


def test_each_case_is_a_row_and_tells_what_is_unlike_the_sound_circuit(tmp_path: Path) -> None:
    write_guide(tmp_path, CIRCUIT)
    (block,) = blocks_of(tmp_path, PICTURE)
    assert isinstance(block, Circuit)
    circuit = sheet_circuit(block)
    assert [(point.label, point.source) for point in circuit.points] == [("TP1", "versa"), ("TP2", "meters")]
    rows = [[f"{'!' if cell.unlike else ''}{cell.words}" for cell in case.readings] for case in circuit.cases]
    assert rows == [["12 → 0 V", "0 V"], ["!0 V", "0 V"], ["!12 V", "!0 → 12 V"]]
    assert circuit.cases[1].says == "Nothing reaches the button, pressed or not."
