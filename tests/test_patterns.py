"""No regular expression of the program takes more than a multiple of the letters that it is given."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import micra_assistant
from tests.patterns import slow_places

PACKAGE = Path(micra_assistant.__file__).parent
SEARCHES = {"search", "sub", "subn", "split", "findall", "finditer"}
CALLS = SEARCHES | {"match", "fullmatch"}


class Found(NamedTuple):
    """A pattern of the program, and whether it is tried from each letter on."""

    pattern: str
    flags: int
    searched: bool


def modules() -> Iterator[str]:
    """Yield the names of all modules of the program that can be loaded without doing anything."""
    for module in pkgutil.walk_packages([str(PACKAGE)], "micra_assistant."):
        if not module.name.endswith("__main__"):
            yield module.name


Call = tuple[str, str, ast.expr | None]


def calls_in(file: Path) -> Iterator[Call]:
    """Yield each call such as ``_NAME.search(…)`` or ``re.sub(…)``: of what, how, and its first argument."""
    text = file.read_text(encoding="utf-8")
    if any(f".{how}(" in text for how in CALLS):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                of = node.func.value
                name = of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else ""
                yield name, node.func.attr, node.args[0] if node.args else None


FOUND = [call for file in sorted(PACKAGE.rglob("*.py")) for call in calls_in(file) if call[1] in CALLS]
SEARCHED = {name for name, how, _ in FOUND if how in SEARCHES}
"""The names of the patterns that are searched for."""


def compiled() -> Iterator[Found]:
    """Yield every pattern that a module holds."""
    for name in modules():
        for called, value in vars(importlib.import_module(name)).items():
            for entry in value if isinstance(value, tuple) else (value,):
                pattern = entry[0] if isinstance(entry, tuple) and entry else entry
                if isinstance(pattern, re.Pattern):
                    said = pattern.pattern
                    yield Found(
                        said.decode("latin-1") if isinstance(said, bytes) else said,
                        pattern.flags & ~re.UNICODE if isinstance(said, bytes) else pattern.flags,
                        called in SEARCHED,
                    )


def literal() -> Iterator[Found]:
    """Yield every pattern that stands in a call of ``re``."""
    for name, how, first in FOUND:
        if name == "re" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Found(first.value, 0, how in SEARCHES)


PATTERNS = sorted({*compiled(), *literal()})


def test_patterns_are_found() -> None:
    patterns = {found.pattern for found in PATTERNS}
    assert len(patterns) > 50
    assert r"h[1-6]" in patterns


@pytest.mark.parametrize("found", PATTERNS, ids=lambda found: found.pattern[:40])
def test_a_pattern_takes_its_letters_in_one_way(found: Found) -> None:
    assert slow_places(found.pattern, found.flags, searched=found.searched) == []


@pytest.mark.parametrize(
    ("pattern", "searched"),
    [
        (r"\s*\s*", False),
        (r"\s*[\w ]*x", False),
        (r"[\s:|-]*-[\s:|-]*", False),
        (r"(a+)*", False),
        (r"(?:a|b+)*b*", False),
        (r"\d+(?:-?\d+)*", False),
        (r"(?:ab)*(?:ab)*c", False),
        (r"(?:x(\w+))?\w*-", False),
        (r"\s+$", True),
        (r"\d+\.", True),
        (r"<[^>]*>", True),
        (r"a?(?:x|\d*-)", True),
        (r"\d++(?!x)", True),
    ],
)
def test_a_slow_pattern_is_noticed(pattern: str, searched: bool) -> None:
    assert slow_places(pattern, searched=searched)


@pytest.mark.parametrize(
    ("pattern", "searched"),
    [
        (r"\s*+\s*", False),
        (r"\s*-\s*", False),
        (r"\d+(?:[.,]\d+)*", False),
        (r"\s*\w+\s*=", False),
        (r"(?>a+)a*b", False),
        (r"\s+", True),
        (r"(?<!\s)\s+$", True),
        (r"<[^<>]*>", True),
        (r"[0-9]+(?:\.[0-9]+)?", True),
        (r"\s{1,9}$", True),
    ],
)
def test_a_quick_pattern_is_let_through(pattern: str, searched: bool) -> None:
    assert slow_places(pattern, searched=searched) == []
