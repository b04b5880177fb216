"""A small circuit: a button with two test points, sound or with one of two faults."""

from tests.builders import Files

DRAWING = """
    <svg xmlns="http://www.w3.org/2000/svg" width="400" height="280" viewBox="0 0 400 280">
    <rect width="400" height="280" fill="#f4f6fa"/>
    <g id="released"><path d="M40 90 L80 60" stroke="#1d2530"/></g>
    <g id="pressed" display="none"><path d="M40 90 H80" stroke="#1d2530"/></g>
    <text id="tp1" x="100" y="80" fill="#0b63d1"><tspan>12</tspan> → 0 V</text>
    <text id="tp2" x="100" y="180">0 V</text>
    <g id="at-open" display="none"><path d="M200 80 H220" stroke="#c4122f"/></g>
    <g id="at-stuck" display="none"><path d="M200 180 H220" stroke="#c4122f"/></g>
    </svg>
    """
TABLE = """
    [[points]]
    id = "tp1"
    name = "Signal at the button"
    source = "versa"

    [[points]]
    id = "tp2"
    name = "Ground at the button"
    source = "meters"

    [[cases]]
    id = "sound"
    name = "No fault"
    says = "A press pulls the signal down."
    released = { tp1 = "12 V", tp2 = "0 V" }
    pressed = { tp1 = "0 V", tp2 = "0 V" }

    [[cases]]
    id = "open"
    name = "Signal wire broken"
    says = "Nothing reaches the button, pressed or not."
    released = { tp1 = "0 V" }

    [[cases]]
    id = "stuck"
    name = "Ground broken"
    says = "A press lifts the ground wire up to the signal instead of pulling the signal down to the ground."
    pressed = { tp1 = "12 V", tp2 = "12 V" }
    """
PICTURE = "![Button with two test points](diagrams/circuit.svg)"
CIRCUIT: Files = {"diagrams/circuit.svg": DRAWING, "diagrams/circuit.toml": TABLE}
"""The files of the circuit that ``PICTURE`` shows."""
