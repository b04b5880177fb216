"""What the program is written in, read and parsed once for all tests that judge it."""

import ast
import gc
from functools import cache
from pathlib import Path

import micra_assistant

PACKAGE = Path(micra_assistant.__file__).parent


@cache
def sources() -> dict[str, str]:
    """Return the text of every module, by its path in the package."""
    return {
        file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def trees() -> dict[str, ast.Module]:
    """Return the syntax tree of every module, by its path in the package; whoever reads it leaves it as it is."""
    return _parsed(sources())


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Return all nodes of a module's syntax tree."""
    return tuple(ast.walk(trees()[module]))


def _parsed(sources: dict[str, str]) -> dict[str, ast.Module]:
    """Parse modules while Python looks for nothing that can go: half a million nodes stay to the end."""
    gc.disable()
    try:
        return {module: ast.parse(source) for module, source in sources.items()}
    finally:
        gc.freeze()
        gc.enable()
