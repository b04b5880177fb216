"""TOML files read into typed values, with every fault found at once and in its line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import fields

from micra_assistant.errors import Fault, GuideError

T = TypeVar("T")
Place = tuple[str | int, ...]
"""Where in the data: keys and list indices from the top."""


def read(path: Path, kind: type[T]) -> T:
    """Return the TOML file ``path`` as ``kind``; GuideError with all its faults if it is not."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise GuideError([Fault(path, 1, f"cannot be read: {reason(error)}")]) from error
    except tomllib.TOMLDecodeError as error:
        raise GuideError([Fault(path, _syntax_line(error, text), f"is not TOML: {error}")]) from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise GuideError([Fault(path, 1, f"cannot be read: {error}")]) from error
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        faults = [Fault(path, line_of(text, place), message) for place, message in _faults(data, kind, ())]
        raise GuideError(faults) from error


def reason(error: Exception) -> str:
    """Return why a file could not be read, in words."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def near_miss(word: str, known: Iterable[str]) -> str:
    """Return ``: did you mean “x”?`` for a word that is nearly one of those known, else nothing."""
    import difflib  # noqa: PLC0415 - needed for a fault only

    near = difflib.get_close_matches(word, list(known), n=1)
    return f": did you mean “{near[0]}”?" if near else ""


def _syntax_line(error: tomllib.TOMLDecodeError, text: str) -> int:
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else text.count("\n") + 1


def _faults(value: Any, kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every fault of ``value``, going down so that one fault does not hide the next."""
    if isinstance(value, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct_faults(value, kind, place)
    elif isinstance(value, Mapping) and get_origin(kind) is dict:
        for key, part in value.items():
            yield from _faults(part, get_args(kind)[1], (*place, key))
    elif isinstance(value, list) and _is_table_list(kind):
        for index, part in enumerate(value):
            yield from _faults(part, get_args(kind)[0], (*place, index))
    else:
        yield from _conversion_faults(value, kind, place)


def _is_table_list(kind: Any) -> bool:
    """Whether ``kind`` is ``tuple[SomeStruct, ...]``, which TOML writes as ``[[name]]``."""
    parts = get_args(kind) if isinstance(kind, GenericAlias) else ()
    return get_origin(kind) is tuple and isinstance(parts[0], type) and issubclass(parts[0], msgspec.Struct)


def _struct_faults(value: Mapping[str, Any], kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    known = {field.encode_name: field for field in fields(kind)}
    hints = get_type_hints(kind)
    sound = True
    for key in value.keys() - known.keys():
        sound = False
        yield (*place, key), f"unknown key “{key}”{near_miss(key, known)}"
    for name, field in known.items():
        if name in value:
            below = list(_faults(value[name], hints[field.name], (*place, name)))
            sound = sound and not below
            yield from below
        elif field.required:
            sound = False
            yield place, f"“{name}” is missing"
    if sound:
        yield from _conversion_faults(value, kind, place)


def _conversion_faults(value: Any, kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        yield place, f"“{key}”: {str(error).split(' - at `')[0]}" if key else str(error)


_HEADER = re.compile(r"\s*\[(\[)?\s*([\w\s.\"-]+?)\s*\]")


def line_of(text: str, place: Place) -> int:
    """Return the line of ``text`` that holds the value at ``place``, or its nearest parent's."""
    table: Place = ()
    seen: dict[str, int] = {}
    here: Place
    best, best_depth = 1, 0
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            name = header[2].strip('"')
            seen[name] = seen.get(name, -1) + 1
            table = (name, seen[name]) if header[1] else (name,)
            here = table
        else:
            key = re.match(r"\s*([\w-]+)\s*=", line)
            here = (*table, key[1]) if key else ()
        if len(here) > best_depth and place[: len(here)] == here:
            best, best_depth = number, len(here)
    return best
