"""Values whose source is not said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.check import guide_mistakes
from micra_assistant.guide.evidence import value_in
from tests.builders import Files, compare_faults, step_file, write_guide

DRAWING = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text><tspan>0.4</tspan> Ω</text></svg>
    """


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Charge below 12.4 V.", "12.4 V"),
        ("It shows 0.1 to 0.5 Ω of leads", "0.1 to 0.5 Ω"),
        ("12V", "12V"),
        ("between -0.1 and 0.5 V", "-0.1 and 0.5 V"),
        ("under 1 ohm", "1 ohm"),
        ("alcohol, 90 % or stronger", "90 %"),
        ("drive under 5 km/h", "5 km/h"),
        ("wait 3 minutes", "3 minutes"),
        ("at 433.92 MHz", "433.92 MHz"),
        ("0 → 12 → 0 V", "0 → 12 → 0 V"),
        ("it costs £60", "£60"),
        ("2500 to 4000 RUB", "2500 to 4000 RUB"),
        ("4 mm² of copper", "4 mm²"),
        ("wait 3\n  minutes", "3 minutes"),
        ("a 3-minute wait", "3-minute"),
        ("12 Volts", "12 Volts"),
        ("12 VDC", "12 VDC"),
        ("a cell of 220 mAh", "220 mAh"),
        ("30 secs", "30 secs"),
        ("10 per cent", "10 per cent"),
        ("GBP 60", "GBP 60"),
    ],
)
def test_a_figure_with_a_unit_is_a_value(words: str, value: str) -> None:
    assert value_in(words) == value


@pytest.mark.parametrize(
    "words",
    [
        *("Go to step 3. A beep tells", "until 2010. A later car", "1 and 2. V-shaped", "the 1990s", "page 3, A to Z"),
        "ten presses",
        "press 10 times",
        "the K12 of 2003-2010",
        "fuse F17",
        "a CR2032",
        "5WK4 876",
        "step 2 of 4",
        "3 Vs",
    ],
)
def test_a_figure_without_a_unit_is_none(words: str) -> None:
    assert value_in(words) == ""


@given(st.text(max_size=60))
def test_any_words_will_do(words: str) -> None:
    assert value_in(words) in words


NO_SOURCE = "has no source: say where it comes from with [^id]"


@pytest.mark.parametrize(
    "text",
    [
        "Charge below 12.4 V.[^meters]",
        f"Charge below 12.4 V. ◀ 12.4 V {NO_SOURCE}",
        f"- Below 12.4 V charge. ◀ 12.4 V {NO_SOURCE}\n- Over 15 V stop.[^meters]",
        f"""
        | Reading | Means |
        |---|---|
        | 12 V | good[^meters] |
        | 10 V | bad | ◀ 10 V {NO_SOURCE}
        """,
        """
        | Pin 3 | A wire broken |
        |---|---|
        | Pin 3 | A wire broken |
        """,
        f"""
        !!! notice "Over 15 V" ◀ 15 V {NO_SOURCE}
            It boils. Stop at once.
        """,
        """
        !!! notice "Over 15 V"
            It boils.[^meters] Stop at once.
        """,
        f"""
        !!! warning "Boiling"
            It boils. Stop at once.

            - [ ] Waited 3 minutes {{: #waited }} ◀ 3 minutes {NO_SOURCE}
        """,
        f"""
        - [ ] Battery[^meters] {{: #battery unit="V" min="12.4" max="15" }}
        - [ ] Leads {{: #leads unit="Ω" max="0.5" }} ◀ 0.5 Ω {NO_SOURCE}
        - [ ] Noted {{: #noted unit="Ω" }}
        """,
        f"![Meter at 0.4 Ω](plain.svg) ◀ 0.4 Ω in picture plain.svg {NO_SOURCE}",
        f"![Meter](meter.svg) ◀ 0.4 Ω in picture meter.svg {NO_SOURCE}",
        "![Meter](meter.svg)[^meters]",
        "Words.\n\n## Wait 3 minutes {: #wait } ◀ 3 minutes has no source: a title has no room for one\n\nWords.",
    ],
)
def test_a_value_needs_a_source_beside_it(tmp_path: Path, text: str) -> None:
    plain = DRAWING.replace("0.4", "none")
    files: Files = {**step_file(text), "meter.svg": DRAWING, "plain.svg": plain}
    compare_faults(tuple(guide_mistakes(write_guide(tmp_path, files))), files)


def test_tools_have_no_room_for_values(tmp_path: Path) -> None:
    head = """
        format = 1
        title = "Button"
        car = "K12"
        version = "1"
        [[tools]]
        name = "Alcohol"
        note = "90 % or stronger" ◀ 90 % has no source: leave it to the step that needs the tool
        """
    files: Files = {"guide.toml": head, **step_file("Words.")}
    compare_faults(tuple(guide_mistakes(write_guide(tmp_path, files))), files)
