"""An error in words that hold nothing a person has typed: its kind, and the places in the program it came through.

The text of an error is left out, as it may quote a customer's name or a reading; so are values and lines of code. What
an error says beside its text is told where it can only come from the program or the system.
"""

import errno
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

_MOST_PLACES = 40
_MOST_CAUSES = 8
_ROOTS = ("micra_assistant", "tests", "site-packages", "dist-packages", "lib")
"""The folders that a place is told from: what stands above them may be a person's name."""


def error_lines(error: BaseException) -> list[str]:
    """Return the lines that tell an error and those behind it, the first of all first."""
    lines: list[str] = []
    for number, behind in enumerate(reversed(_chain(error))):
        lines += [f"{'then ' if number else ''}{error_name(behind)}", *_places(behind.__traceback__)]
    return lines


def error_name(error: BaseException) -> str:
    """Return the kind of an error, and what can be told about it safely."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    detail = _detail(error)
    return f"{name} ({detail})" if detail else name


def place_of(error: BaseException) -> str:
    """Return the last place of our own that an error came through, else the very last; empty if there is none."""
    places = [place.strip() for place in _all_places(error.__traceback__)]
    ours = [place for place in places if place.startswith("micra_assistant/")]
    return (ours or places or [""])[-1]


def told_place(file: str, line: int, function: str) -> str:
    """Return a place in code, told from the package on."""
    parts = PurePath(file.replace("\\", "/")).parts
    root = max((number for number, part in enumerate(parts) if part in _ROOTS), default=len(parts) - 1)
    kept = parts[root + (parts[root] not in _ROOTS[:2]) :] if len(parts) - root > 1 else parts[-1:]
    return f"{'/'.join(kept)}:{line} in {function}"


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error and what it came from, the last first."""
    chain: list[BaseException] = []
    behind: BaseException | None = error
    while behind is not None and behind not in chain and len(chain) < _MOST_CAUSES:
        chain.append(behind)
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return chain


def _detail(error: BaseException) -> str:
    """Return what an error says beside its text: the number of the system, or a name that stands in the code."""
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return errno.errorcode.get(error.errno, "")
    name = getattr(error, "name", None) if isinstance(error, AttributeError | NameError | ImportError) else None
    return name if isinstance(name, str) and name in _names_in_code(error.__traceback__) else ""


def _names_in_code(trace: TracebackType | None) -> tuple[str, ...]:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_names if trace else ()


def _places(trace: TracebackType | None) -> list[str]:
    """Return the places, the middle left out where there are very many."""
    places = list(_all_places(trace))
    if len(places) <= _MOST_PLACES:
        return places
    half = _MOST_PLACES // 2
    return [*places[:half], f"    ... {len(places) - 2 * half} more", *places[-half:]]


def _all_places(trace: TracebackType | None) -> Iterator[str]:
    while trace:
        code = trace.tb_frame.f_code
        yield f"    {told_place(code.co_filename, trace.tb_lineno, code.co_qualname)}"
        trace = trace.tb_next
