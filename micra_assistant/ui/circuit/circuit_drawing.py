"""The drawing of a circuit as it is in one case, with the button released or pressed."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from micra_assistant.guide.circuit_model import PRESSED, RELEASED, Circuit, CircuitCase

UNLIKE = "!"
"""The sign before a reading that is not that of the sound circuit."""
_RED = "#c4122f"
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"


class CircuitState(NamedTuple):
    """What of a circuit is shown."""

    case: CircuitCase
    pressed: bool = False


def drawn(drawing: bytes, circuit: Circuit, state: CircuitState) -> bytes:
    """Return the drawing with the readings of ``state`` in it and what else belongs to that state.

    A drawing that has gone or been spoilt since the guide was read comes back as it is.
    """
    try:
        root = ET.fromstring(drawing)  # noqa: S314 - the reader has passed it
    except ET.ParseError:
        return drawing
    parts = {element.get("id", ""): element for element in root.iter()}
    for point in circuit.points:
        if point.id in parts:
            reading = state.case.readings(pressed=state.pressed)[point.id]
            _write(parts[point.id], reading, unlike=circuit.differs(state.case, point, pressed=state.pressed))
    shown = {PRESSED if state.pressed else RELEASED, state.case.mark}
    for name in (PRESSED, RELEASED, *(case.mark for case in circuit.cases)):
        if name in parts:
            _show(parts[name], shown=name in shown)
    return _as_file(root)


def _write(text: ET.Element, reading: str, *, unlike: bool) -> None:
    text[:] = []
    text.text = f"{UNLIKE} {reading}" if unlike else reading
    if unlike:
        text.set("font-weight", "700")
        text.set("fill", _RED)


def _show(part: ET.Element, *, shown: bool) -> None:
    part.attrib.pop("display", None)
    if not shown:
        part.set("display", "none")


def _as_file(root: ET.Element) -> bytes:
    """Return a drawing whose names have no prefix but ``xlink``: Qt knows no other."""
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
        element.attrib = {name.replace(f"{{{_XLINK}}}", "xlink:"): value for name, value in element.items()}
    root.set("xmlns", _SVG)
    root.set("xmlns:xlink", _XLINK)
    return ET.tostring(root)
