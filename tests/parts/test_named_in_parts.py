"""The lines and tools that parts.toml names must be there, and of the right kind."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from tests.builders import step_file, write_guide
from tests.paper.printed import PARTS

STEP = """
    - [ ] Number on the case {: #number words }
    - [ ] Negative off {: #off }
    - [ ] Clips off {: #clips count="clip" }
    """


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("number", []),
        ("off", ["number_at names no line to write words on: “off”"]),
        ("numbr", ["number_at names no line to write words on: “numbr”: did you mean “number”?"]),
    ],
)
def test_it_is_checked(tmp_path: Path, name: str, wrong: list[str]) -> None:
    parts = PARTS.replace("rate_per_hour = 40", f'rate_per_hour = 40\n    number_at = "{name}"')
    folder = write_guide(tmp_path, {**step_file(STEP), "parts.toml": parts})
    found = [mistake for mistake in guide_mistakes(folder) if mistake.file.name == "parts.toml"]
    assert [mistake.message for mistake in found] == wrong
    assert all(mistake.line == 7 for mistake in found)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('spares = ["off"]', ["spares names no line that counts: “off”"]),
        ('spares = ["clips"]', []),
        ('used_up = ["Tape"]', ["used_up names no tool of guide.toml: “Tape”"]),
    ],
)
def test_so_are_spares_and_what_is_used_up(tmp_path: Path, line: str, wrong: list[str]) -> None:
    parts = PARTS.replace("rate_per_hour = 40", f"rate_per_hour = 40\n    {line}")
    folder = write_guide(tmp_path, {**step_file(STEP), "parts.toml": parts})
    assert [mistake.message for mistake in guide_mistakes(folder) if mistake.file.name == "parts.toml"] == wrong
