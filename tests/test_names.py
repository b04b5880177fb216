"""One name for one thing: whoever looks for a file or a class by its name finds the one there is."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from tests.source import nodes, trees

pytestmark = pytest.mark.thorough

LEFT = {"bench", "desk", "net"}
"""Words of our own that were given up: OpenJob and Workbench, controllers, and BugCatcher say what they are."""


def classes(file: str) -> Iterator[str]:
    """Yield the classes of a file."""
    return (node.name for node in nodes(file) if isinstance(node, ast.ClassDef))


def stem(file: str) -> str:
    """Return the name of a file without its ending."""
    return PurePosixPath(file).stem


def doubled(named: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names that stand in several places, and where."""
    places = defaultdict(list)
    for name, file in named:
        places[name].append(file)
    return {name: files for name, files in places.items() if len(files) > 1}


def test_no_two_files_share_a_name() -> None:
    assert doubled((stem(file), file) for file in trees() if not stem(file).startswith("__")) == {}


def test_no_two_classes_share_a_name() -> None:
    assert doubled((name, file) for file in trees() for name in classes(file)) == {}


def test_no_name_is_a_private_metaphor() -> None:
    found = set()
    for file in trees():
        names = {node.id for node in nodes(file) if isinstance(node, ast.Name)}
        parts = {part for name in (*names, stem(file), *classes(file)) for part in name.lower().split("_")}
        found |= {(file, part) for part in parts & LEFT}
    assert found == set()
