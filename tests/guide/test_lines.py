"""What a person reads of a guide, line by line."""

from pathlib import Path

from micra_assistant.guide.lines import lines_of_head, lines_of_steps
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from tests.builders import HEAD, literal, step_file, write_guide
from tests.circuits import CIRCUIT, PICTURE

STEP = """
    Set the meter to **ohms**,
    not volts.[^meters] See [above](#step).

    - One
      line
    - Another

    1. First

    | You read | Suspect |
    |---|---|
    | Over 1 Ω[^versa] | *Button* |

    ![What is   seen](diagrams/a.svg)

    !!! warning "Short circuit[^versa]"
        A spanner burns you. Undo the negative clamp only.

        - [ ] Negative off {: #off undo="Connect it" state="negative off" }
        - [ ] Code known {: #code no-return="The radio asks for its code." }

    !!! tip
        Hold still.

    - [ ] Leads[^meters] {: #leads unit="Ω" max="0.5" }
    - [ ] Pressed[^meters] {: #pressed unit="Ω" min="0" max="1" minus="leads" }
    - [ ] Any volts {: #volts unit="V" }
    - [ ] Clips out {: #clips count="clip" undo="Press home the clips" state="clips out" }
    - [ ] Clips home {: #home undoes="clips" }
    - [ ] Number {: #number words pattern="[0-9]{5}" like="5 digits" }
    - [ ] What was loose {: #loose words }
    - [ ] Waited[^meters] {: #waited wait="90 s" }
    - [ ] Power off for this {: #sure confirms="off clips off" }
    """


def guide(folder: Path) -> Guide:
    """Return a guide whose one step has a block of each kind."""
    drawing = {"diagrams/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    return read_guide(write_guide(folder, {**step_file(STEP), **drawing}))


def test_a_step_is_read_line_by_line(tmp_path: Path) -> None:
    lines = lines_of_steps(guide(tmp_path))["step"]
    assert [line.text for line in lines] == [
        "Set the meter to ohms, not volts. See above.",
        "• One line",
        "• Another",
        "1. First",
        "You read | Suspect",
        "Over 1 Ω | Button",
        "Picture: What is seen",
        "WARNING: Short circuit",
        "A spanner burns you. Undo the negative clamp only.",
        "[ ] Negative off · put back: Connect it; until then: negative off",
        "[ ] Code known · no way back: The radio asks for its code.",
        "TIP",
        "Hold still.",
        "[ ] Leads · 0.5 Ω or less",
        "[ ] Pressed · 0 to 1 Ω · less “Leads”",
        "[ ] Any volts · in V",
        "[ ] Clips out · how many clips · put back: Press home the clips; until then: clips out",
        "[ ] Clips home",
        "[ ] Number · to be written down: 5 digits",
        "[ ] What was loose · to be written down",
        "[ ] Waited · wait 1 min 30 s",
        "[ ] Power off for this · only while so: negative off, clips out",
    ]
    assert [line.picture for line in lines if line.picture] == ["diagrams/a.svg"]


def test_the_head_is_read_as_title_car_and_tools(tmp_path: Path) -> None:
    tools = '[[tools]]\nname = "Torch"\n[[tools]]\nname = "Multimeter"\nnote = "DC volts"\n'
    folder = write_guide(tmp_path, {**step_file("Words."), "guide.toml": literal(HEAD) + tools})
    assert [line.text for line in lines_of_head(read_guide(folder))] == [
        "Tailgate button",
        "Nissan Micra K12",
        "• Torch",
        "• Multimeter: DC volts",
    ]


def test_a_circuit_is_read_as_its_picture_and_what_each_case_reads(tmp_path: Path) -> None:
    circuit = read_guide(write_guide(tmp_path, {**step_file(PICTURE), **CIRCUIT}))
    picture, sound, broken, _ = lines_of_steps(circuit)["step"]
    assert (picture.text, picture.picture) == ("Picture: Button with two test points", "diagrams/circuit.svg")
    assert sound.text == (
        "No fault: A press pulls the signal down. "
        "TP1 (Signal at the button) 12 V, pressed 0 V; TP2 (Ground at the button) 0 V, pressed 0 V"
    )
    assert "TP1 (Signal at the button) 0 V, pressed 0 V" in broken.text
