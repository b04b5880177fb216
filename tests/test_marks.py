"""Words are marked so that a catalogue can have them: as literals, with placeholders that have names."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import micra_assistant
from tests.unmarked import MARKS

pytestmark = pytest.mark.thorough
PACKAGE = Path(micra_assistant.__file__).parent
FILES = [file for file in sorted(PACKAGE.rglob("*.py")) if file.name != "words.py"]


def marked(file: Path) -> Iterator[tuple[str, list[ast.expr], bool]]:
    """Yield where words are marked, them, and whether they are looked up while the file is imported."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for part in ([function.body] if isinstance(function, ast.Lambda) else function.body)
        for node in ast.walk(part)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
            yield place, node.args[: MARKS[node.func.id]], node.func.id != "N_" and id(node) not in inside


def placeholders(words: str) -> list[str]:
    """Return the names of the placeholders in words; ValueError if they are no sound format."""
    return [name for _text, name, _format, _conversion in Formatter().parse(words) if name is not None]


def test_what_is_marked_is_a_literal_unless_a_table_has_marked_it() -> None:
    wrong = [
        place
        for file in FILES
        for place, words, _is_early in marked(file)
        for one in words
        if isinstance(one, ast.JoinedStr | ast.BinOp) or (isinstance(one, ast.Call) and len(words) > 1)
    ]
    assert wrong == []


def test_nothing_is_looked_up_before_the_language_is_known() -> None:
    assert [place for file in FILES for place, _words, is_early in marked(file) if is_early] == []


def test_every_placeholder_has_a_name() -> None:
    for file in FILES:
        for place, words, _is_early in marked(file):
            for one in words:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    assert all(name.isidentifier() for name in placeholders(one.value)), place
