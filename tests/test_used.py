"""What nobody uses is not there: each function, class and constant of a module is wanted by the program itself."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import micra_assistant

pytestmark = pytest.mark.thorough

PACKAGE = Path(micra_assistant.__file__).parent
ONLY_FOR_TESTS = {
    ("paper/typeset.py", "svg_pages"),  # a sheet without the way round another process
}

Trees = dict[str, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Return the syntax tree of every file, by its path."""
    files = PACKAGE.rglob("*.py")
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def defined(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Yield what a module defines for others and for itself."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node
            case ast.Assign(targets=targets):
                yield from ((target.id, node) for target in targets if isinstance(target, ast.Name))


def read(code: ast.AST) -> Counter[str]:
    """Return how often a piece of code reads each name, also in a quoted type."""
    found: Counter[str] = Counter()
    for node in ast.walk(code):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                found[name] += 1
            case ast.Constant(value=str(words)) if len(words) < 80:
                found.update("".join(letter if letter.isidentifier() else " " for letter in words).split())
    return found


def wanted_by_others(trees: Trees) -> set[str]:
    """Return the names that files import from others, or look for in a module or an object."""
    nodes = [node for tree in trees.values() for node in ast.walk(tree)]
    imports = {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imports | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def unused(trees: Trees) -> Iterator[tuple[str, str]]:
    """Yield, with its file, what no other file wants and its own does not use outside of it."""
    by_others = wanted_by_others(trees)
    for file, tree in trees.items():
        everywhere = read(tree)
        for name, where in defined(tree):
            if name not in by_others and not name.startswith("__") and everywhere[name] == read(where)[name]:
                yield file, name


def test_nothing_is_there_that_nobody_uses(trees: Trees) -> None:
    assert set(unused(trees)) == ONLY_FOR_TESTS
