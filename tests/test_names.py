"""One name for one thing: whoever looks for a file or a class by its name finds the one there is."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import micra_assistant

pytestmark = pytest.mark.thorough

PACKAGE = Path(micra_assistant.__file__).parent
LEFT = {"bench", "desk", "net"}
"""Words of our own that were given up: OpenJob and Workbench, controllers, and BugCatcher say what they are."""

Trees = dict[Path, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Return the syntax tree of every file."""
    return {file.relative_to(PACKAGE): ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.rglob("*.py")}


def classes(tree: ast.Module) -> Iterator[str]:
    """Yield the classes of a file."""
    return (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def doubled(named: Iterator[tuple[str, Path]]) -> dict[str, list[Path]]:
    """Return the names that stand in several places, and where."""
    places = defaultdict(list)
    for name, file in named:
        places[name].append(file)
    return {name: files for name, files in places.items() if len(files) > 1}


def test_no_two_files_share_a_name(trees: Trees) -> None:
    assert doubled((file.stem, file) for file in trees if not file.stem.startswith("__")) == {}


def test_no_two_classes_share_a_name(trees: Trees) -> None:
    assert doubled((name, file) for file, tree in trees.items() for name in classes(tree)) == {}


def test_no_name_is_a_private_metaphor(trees: Trees) -> None:
    found = set()
    for file, tree in trees.items():
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        parts = {part for name in (*names, file.stem, *classes(tree)) for part in name.lower().split("_")}
        found |= {(str(file), part) for part in parts & LEFT}
    assert found == set()
