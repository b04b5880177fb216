"""Words are marked so that a catalogue can have them: as literals, with placeholders that have names."""

import ast
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from tests.source import nodes, trees
from tests.unmarked import MARKS

pytestmark = pytest.mark.thorough


Marked = tuple[str, list[ast.expr], bool]


def files() -> list[str]:
    """Return the modules that mark words, not the one that looks them up."""
    return [file for file in trees() if file != "words.py"]


@cache
def marked(file: str) -> list[Marked]:
    """Return where words are marked, them, and whether they are looked up while the file is imported."""
    return list(_marked_in(file))


def _marked_in(file: str) -> Iterator[Marked]:
    inside = {
        id(node)
        for function in nodes(file)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for part in ([function.body] if isinstance(function, ast.Lambda) else function.body)
        for node in ast.walk(part)
    }
    for node in nodes(file):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            place = f"{file}:{node.lineno}"
            yield place, node.args[: MARKS[node.func.id]], node.func.id != "N_" and id(node) not in inside


def glued(file: str) -> Iterator[str]:
    """Yield where words are put together in the order of English: ``_("…") + x``, ``_(" and ").join(…)``."""
    for node in nodes(file):
        for part in _put_together(node):
            if _is_looked_up(part):
                yield f"{file}:{part.lineno}"


def _put_together(node: ast.AST) -> list[ast.expr]:
    """Return what ``a + b``, ``a += b`` or ``a.join(b)`` puts together."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [left, right]
        case ast.AugAssign(op=ast.Add(), value=value):
            return [value]
        case ast.Call(func=ast.Attribute(value=value, attr="join")):
            return [value]
    return []


def _is_looked_up(node: ast.expr) -> bool:
    """Whether it is the words that a mark gives, or those with something put in."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in MARKS
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            return _is_looked_up(value)
    return False


def placeholders(words: str) -> list[str]:
    """Return the names of the placeholders in words; ValueError if they are no sound format."""
    return [name for _text, name, _format, _conversion in Formatter().parse(words) if name is not None]


def test_what_is_marked_is_a_literal_unless_a_table_has_marked_it() -> None:
    wrong = [
        place
        for file in files()
        for place, words, _is_early in marked(file)
        for one in words
        if isinstance(one, ast.JoinedStr | ast.BinOp) or (isinstance(one, ast.Call) and len(words) > 1)
    ]
    assert wrong == []


def test_nothing_is_looked_up_before_the_language_is_known() -> None:
    assert [place for file in files() for place, _words, is_early in marked(file) if is_early] == []


def test_every_placeholder_has_a_name() -> None:
    for file in files():
        for place, words, _is_early in marked(file):
            for one in words:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    assert all(name.isidentifier() for name in placeholders(one.value)), place


def test_words_are_whole_sentences_or_none() -> None:
    """A part of a sentence cannot be put into the order of another language."""
    assert [place for file in files() for place in glued(file)] == []
    for file in files():
        for place, words, _is_early in marked(file):
            for one in words:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    assert one.value.strip(" ") == one.value, place
                    assert not one.value.startswith((":", ";", ",", ".")), place
