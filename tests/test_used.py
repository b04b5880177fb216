"""What nobody uses is not there: each function, class and constant of a module is wanted by the program itself."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tests.source import nodes, trees

pytestmark = pytest.mark.thorough

ONLY_FOR_TESTS = {
    ("paper/typeset.py", "svg_pages"),  # a sheet without the way round another process
}


def defined(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Yield what a module defines for others and for itself."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node
            case ast.Assign(targets=targets):
                yield from ((target.id, node) for target in targets if isinstance(target, ast.Name))


def read(code: Iterable[ast.AST]) -> Counter[str]:
    """Return how often a piece of code reads each name, also in a quoted type."""
    found: Counter[str] = Counter()
    for node in code:
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                found[name] += 1
            case ast.Constant(value=str(words)) if len(words) < 80:
                found.update("".join(letter if letter.isidentifier() else " " for letter in words).split())
    return found


def wanted_by_others() -> set[str]:
    """Return the names that files import from others, or look for in a module or an object."""
    everything = [node for file in trees() for node in nodes(file)]
    imports = {alias.name for node in everything if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imports | {node.attr for node in everything if isinstance(node, ast.Attribute)}


def unused() -> Iterator[tuple[str, str]]:
    """Yield, with its file, what no other file wants and its own does not use outside of it."""
    by_others = wanted_by_others()
    for file, tree in trees().items():
        everywhere = read(nodes(file))
        for name, where in defined(tree):
            if name in by_others or name.startswith("__"):
                continue
            if everywhere[name] == read(ast.walk(where))[name]:
                yield file, name


def test_nothing_is_there_that_nobody_uses() -> None:
    assert set(unused()) == ONLY_FOR_TESTS
