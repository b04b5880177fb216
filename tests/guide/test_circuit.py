"""Circuits: a drawing and the table beside it, and what is wrong with either."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from micra_assistant.errors import GuideError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.circuit_model import Circuit, CircuitCase
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.guide.reader import read_guide
from tests.builders import POINTER, Files, check_guide, compare_faults, literal, step_file, write_guide
from tests.circuits import CIRCUIT, DRAWING, PICTURE, TABLE


def guide_with(folder: Path, text: str = PICTURE, files: Files = CIRCUIT) -> Guide:
    return read_guide(write_guide(folder, {**step_file(text), **files}))


def circuit_in(guide: Guide) -> Circuit:
    (circuit,) = guide.steps[0].blocks
    assert isinstance(circuit, Circuit)
    return circuit


def test_a_picture_with_a_table_beside_it_is_a_circuit(tmp_path: Path) -> None:
    circuit = circuit_in(guide_with(tmp_path))
    assert (circuit.path, circuit.alt) == ("diagrams/circuit.svg", "Button with two test points")
    assert [(point.label, point.name) for point in circuit.points] == [
        ("TP1", "Signal at the button"),
        ("TP2", "Ground at the button"),
    ]
    assert [case.name for case in circuit.cases] == ["No fault", "Signal wire broken", "Ground broken"]


def test_a_case_reads_as_the_sound_circuit_where_it_says_nothing_else(tmp_path: Path) -> None:
    circuit = circuit_in(guide_with(tmp_path))
    assert [[*case.released.values(), *case.pressed.values()] for case in circuit.cases] == [
        ["12 V", "0 V", "0 V", "0 V"],
        ["0 V", "0 V", "0 V", "0 V"],
        ["12 V", "0 V", "12 V", "12 V"],
    ]
    told = [
        (case.id, point.id, pressed)
        for case in circuit.cases
        for point in circuit.points
        for pressed in (False, True)
        if circuit.differs(case, point, pressed=pressed)
    ]
    assert told == [("open", "tp1", False), ("stuck", "tp1", True), ("stuck", "tp2", True)]


def test_its_sources_are_those_of_the_picture_and_then_of_its_points(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, f"{PICTURE}[^meters]")
    assert circuit_in(guide).sources == ("meters", "versa")
    assert list(guide.sources) == ["meters", "versa"]


def test_the_sources_of_its_points_are_enough(tmp_path: Path) -> None:
    text = PICTURE.replace("Button", "Button at 12 V")
    assert guide_mistakes(write_guide(tmp_path, {**step_file(text), **CIRCUIT})) == []


def test_a_circuit_of_a_common_page_lies_beside_that(tmp_path: Path) -> None:
    head = 'format = 1\ntitle = "B"\ncar = "K12"\nversion = "1"\ncommon = ["20-volts.md"]\n'
    files = {f"../common/{name}": text for name, text in CIRCUIT.items()}
    page = f"# Volts {{: #volts }}\n\n## Measure {{: #measure }}\n\n{PICTURE}\n"
    guide = read_guide(
        write_guide(tmp_path, {"guide.toml": head, **step_file("Words."), "../common/volts.md": page, **files})
    )
    (circuit,) = guide.step("measure").blocks
    assert isinstance(circuit, Circuit)
    assert (guide.folder / circuit.path).is_file()


def test_a_circuit_is_kept_as_it_was_read(tmp_path: Path) -> None:
    guide = guide_with(tmp_path)
    cache = GuideCache(tmp_path / "cache")
    cache.keep(guide, signature(guide.folder))
    assert cache.guide(guide.folder) == guide


def test_a_picture_without_a_table_is_just_a_picture(tmp_path: Path) -> None:
    (block,) = guide_with(tmp_path, PICTURE + "[^meters]", {"diagrams/circuit.svg": DRAWING}).steps[0].blocks
    assert isinstance(block, Diagram)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('id = "open"', f'id = "Open" {POINTER} “Open” is no id {POINTER} has no <g id="at-Open">'),
        ('id = "open"', f'id = "opened" {POINTER} picture circuit.svg has no <g id="at-opened">'),
        (
            'id = "open"',
            f'id = "sound" {POINTER} id “sound” is used twice {POINTER} picture circuit.svg has no <g id="at-sound">',
        ),
        ('source = "versa"', f'source = "versta" {POINTER} no source “versta” in sources.toml: did you mean “versa”?'),
        ('source = "versa"', f'source = "versa"\nsauce = "x" {POINTER} unknown key “sauce”: did you mean “source”?'),
        ('name = "No fault"', f'name = " " {POINTER} name is empty'),
        ('pressed = { tp1 = "0 V", tp2 = "0 V" }', f'pressed = {{ tp1 = "0 V" }} {POINTER} no reading for tp2'),
        ('released = { tp1 = "0 V" }', f'released = {{ tp11 = "0 V" }} {POINTER} no point “tp11”: did you mean “tp1”?'),
        ('released = { tp1 = "0 V" }', f'released = {{ tp1 = " " }} {POINTER} released: nothing is read at tp1'),
        ('released = { tp1 = "0 V" }', f'released = {{ tp1 = "12 V" }} {POINTER} tp1 reads 12 V in the sound circuit'),
        ('released = { tp1 = "0 V" }', f"released = {{ tp1 = 0 }} {POINTER} Expected `str`"),
    ],
)
def test_a_table_that_is_wrong(tmp_path: Path, line: str, instead: str) -> None:
    assert TABLE.count(line) == 1
    table = literal(TABLE).replace(line, instead)
    if "used twice" in instead:
        table = table.replace('id = "sound"\n', f'id = "sound" {POINTER} id “sound” is used twice\n')
    check_guide(tmp_path, {**step_file(PICTURE), **CIRCUIT, "diagrams/circuit.toml": table})


def test_a_table_with_nothing_in_it(tmp_path: Path) -> None:
    table = f"points = [] {POINTER} there are no points\ncases = [] {POINTER} there are no cases\n"
    check_guide(tmp_path, {**step_file(PICTURE), **CIRCUIT, "diagrams/circuit.toml": table})


@pytest.mark.parametrize(
    ("part", "instead", "fault"),
    [
        ('<text id="tp1"', '<text id="tp9"', 'circuit.toml:2: picture circuit.svg has no <text id="tp1">'),
        ('<g id="released"', '<g id="left"', 'circuit.toml:1: picture circuit.svg has no <g id="released">'),
        ('<g id="pressed"', '<g id="down"', 'circuit.toml:1: picture circuit.svg has no <g id="pressed">'),
        ('<g id="at-stuck"', '<g id="at-sound"', 'circuit.toml:25: picture circuit.svg has no <g id="at-stuck">'),
        ('"at-stuck" display="none"', '"at-stuck"', '<g id="at-stuck"> must have display="none"'),
        ('"pressed" display="none"', '"pressed"', '<g id="pressed"> must have display="none"'),
        ('"released"', '"released" display="none"', '<g id="released"> must not have display="none"'),
    ],
)
def test_a_drawing_that_lacks_something(tmp_path: Path, part: str, instead: str, fault: str) -> None:
    files = {**CIRCUIT, "diagrams/circuit.svg": DRAWING.replace(part, instead)}
    with pytest.raises(GuideError) as error:
        guide_with(tmp_path, files=files)
    assert fault in str(error.value)
    assert len(error.value.mistakes) == 1


def test_a_photo_is_no_circuit(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {**step_file("![Photo](photo.png)"), "photo.toml": TABLE})
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(GuideError, match=r'photo.toml:2: picture photo.png has no <text id="tp1">'):
        read_guide(folder)


def test_a_wrong_table_asks_for_no_source_of_the_picture(tmp_path: Path) -> None:
    files: Files = {
        **step_file("![Button at 12 V](diagrams/circuit.svg)"),
        **CIRCUIT,
        "diagrams/circuit.toml": TABLE.replace('"versa"', f'"verse" {POINTER} no source “verse”'),
    }
    compare_faults(tuple(guide_mistakes(write_guide(tmp_path, files))), files)


def test_the_sound_case_is_the_first(tmp_path: Path) -> None:
    sound = circuit_in(guide_with(tmp_path)).cases[0]
    assert sound == CircuitCase("sound", "No fault", "A press pulls the signal down.", sound.released, sound.pressed)
    assert sound.mark == "at-sound"
