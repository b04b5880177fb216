"""What rules about readings name must be there: lines of the right kind, values, ways, tests and their answers."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from tests.builders import step_file, write_guide
from tests.paper.printed import PARTS
from tests.ui.diagnosis.finder import FAULTY_GUIDE

STEP = """
    - [ ] Number on the case {: #number words }
    - [ ] Negative off {: #off }
    - [ ] Clips off {: #clips count="clip" }
    - [ ] Pressed[^versa] {: #pressed unit="Ω" max="1" }
    """
LOST = "no line of the guide is called “presed”: did you mean “pressed”?"


def mistakes(folder: Path) -> list[tuple[int, str]]:
    """Return the line and the words of each mistake of parts.toml."""
    found = [mistake for mistake in guide_mistakes(folder) if mistake.file.name == "parts.toml"]
    return [(mistake.line, mistake.message) for mistake in found]


@pytest.mark.parametrize(
    ("when", "says", "ways", "wrong"),
    [
        ("{ pressed = { over = 10 } }", "{pressed}.", "new", []),
        ('{ off = "done", number = "written" }', "{number}.", "new", []),
        (
            "{ presed = { over = 10 } }",
            "So.",
            "new",
            [(20, "no line of the guide is called “presed”: did you mean “pressed”?")],
        ),
        ('{ pressed = "done" }', "So.", "new", [(20, "“pressed” is a reading: say from, to, over or under")]),
        ("{ off = { over = 1 } }", "So.", "new", [(20, '“off” is a tick: say "done"')]),
        ('{ number = "done" }', "So.", "new", [(20, '“number” is a line for words: say "written"')]),
        ("{ clips = { over = 1 } }", "So.", "new", [(20, "“clips” is a count, which says nothing of a part")]),
        ('{ off = "done" }', "{off}.", "new", [(21, "{off} stands for no value of a line in “when”")]),
        ("{ pressed = { over = 10 } }", "So.", "nev", [(19, "no way is called “nev”: did you mean “new”?")]),
    ],
)
def test_lines_values_and_ways_are_checked(
    tmp_path: Path, when: str, says: str, ways: str, wrong: list[tuple[int, str]]
) -> None:
    rules = f'\n    [[readings]]\n    when = {when}\n    says = "{says}"\n    rules_out = ["{ways}"]\n'
    assert mistakes(write_guide(tmp_path, {**step_file(STEP), "parts.toml": PARTS + rules})) == wrong


@pytest.mark.parametrize(
    ("answered", "wrong"),
    [
        ('ohms = "dead"', []),
        ('ohm = "dead"', ["no test of a fault model is called “ohm”: did you mean “ohms”?"]),
        ('ohms = "deaf"', ["test “ohms” has no answer “deaf”: did you mean “dead”?"]),
    ],
)
def test_tests_and_their_answers_are_checked(tmp_path: Path, answered: str, wrong: list[str]) -> None:
    folder = write_guide(tmp_path, FAULTY_GUIDE)
    table = (folder / "parts.toml").read_text(encoding="utf-8")
    rules = f'\n[[readings]]\nanswered = {{ {answered} }}\nsays = "So."\nabout = ["used"]\n'
    (folder / "parts.toml").write_text(table + rules, encoding="utf-8")
    assert [words for _line, words in mistakes(folder)] == wrong
