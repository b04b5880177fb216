"""TOML files read into typed values, with every mistake found at once and in its line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from math import isfinite
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import fields

from micra_assistant import keptdata, limits, ownfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.kind_reading import converted
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import N_, _

T = TypeVar("T")
Found = list[tuple[Place, str]]
"""What is wrong, each with its place in the file."""

MOST_BYTES = 1_000_000
_MOST_MEANT = 100
_CONVERTING = (N_("Expected `{wanted}`, got `{found}`"), N_("Invalid enum value {found}"), N_("Expected `{wanted}`"))
"""What msgspec says of a value; the kinds that it names are those of TOML."""
_MOST_LETTERS_MEANT = 40


def read(path: Path, kind: type[T], folder: Path | None = None) -> T:
    """Return the TOML file ``path`` as ``kind``; GuideError with all its mistakes if it is not.

    ``folder`` is what the file must lie in wherever links lead, its own folder if it is not given.
    """
    return parse(read_text(path, folder), kind, path)


def read_kept(path: Path, kind: type[T]) -> T:
    """Return the same; what the file holds is kept once no mistake is found in it, for it is needed at each start."""
    text = read_text(path)
    kept = keptdata.known(path, text)
    if kept is not None:
        with suppress(msgspec.ValidationError):  # it was read as another kind
            return converted(kept, kind)
    data = _data(text, path)
    value = _converted(data, kind, text, path)
    keptdata.keep(path, text, data)
    return value


def read_text(path: Path, folder: Path | None = None) -> str:
    """Return the text of the TOML file ``path``; GuideError if it cannot be read."""
    try:
        return ownfile.read_text(path, folder or path.parent, MOST_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        from micra_assistant.unreadable import unreadable  # noqa: PLC0415 - needed for a mistake only

        raise GuideError([Mistake(path, *unreadable(error))]) from error


def parse(text: str, kind: type[T], path: Path) -> T:
    """Return the TOML ``text`` of the file ``path`` as ``kind``; GuideError with all its mistakes if it is not."""
    return _converted(_data(text, path), kind, text, path)


def _converted(data: dict[str, Any], kind: type[T], text: str, path: Path) -> T:
    try:
        value = converted(data, kind)
        found: Found = []
    except msgspec.ValidationError:
        found = list(islice(_mistakes(data, kind, ()), limits.MOST_MISTAKES))
    found += islice(_others(_number_mistakes(data, ()), found), limits.MOST_MISTAKES)
    if not found:
        return value
    lines = TomlLines(text)
    raise GuideError(Mistake(path, lines.line_of(place), message) for place, message in found)


def _data(text: str, path: Path) -> dict[str, Any]:
    """Return what ``text`` holds; GuideError if it is not TOML, or would take too long to read."""
    if mistakes := [Mistake(path, *mistake) for mistake in (*limits.line_mistakes(text), *limits.key_mistakes(text))]:
        raise GuideError(mistakes[: limits.MOST_MISTAKES])
    import tomllib  # noqa: PLC0415 - not needed for what is kept

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from micra_assistant.tomlwords import syntax_mistake  # noqa: PLC0415 - needed for a mistake only

        raise GuideError([Mistake(path, *syntax_mistake(error, text))]) from error
    except (ValueError, RecursionError) as error:  # brackets too deep
        raise GuideError([Mistake(path, 1, _("cannot be read: {error}").format(error=error))]) from error


def asking(mistake: str, meant: str) -> str:
    """Return what is wrong, and the question whether ``meant`` is what was meant, unless that is empty."""
    return _("{mistake}: did you mean “{word}”?").format(mistake=mistake, word=meant) if meant else mistake


def nearest(word: str, known: Iterable[str]) -> str:
    """Return which of the words known a word nearly is, empty if it is near none."""
    import difflib  # noqa: PLC0415 - needed for a mistake only

    if len(word) > _MOST_LETTERS_MEANT:
        return ""
    meant = (other for other in known if abs(len(other) - len(word)) <= len(word) // 2 + 1)
    return next(iter(difflib.get_close_matches(word, list(islice(meant, _MOST_MEANT)), n=1)), "")


def _mistakes(value: Any, kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every mistake of ``value``, going down so that one mistake does not hide the next."""
    if isinstance(value, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct_mistakes(value, kind, place)
    elif isinstance(value, Mapping) and get_origin(kind) is dict:
        for key, part in value.items():
            yield from _mistakes(part, get_args(kind)[1], (*place, key))
    elif isinstance(value, list) and _is_table_list(kind):
        for index, part in enumerate(value):
            yield from _mistakes(part, get_args(kind)[0], (*place, index))
    else:
        yield from _conversion_mistakes(value, kind, place)


def _is_table_list(kind: Any) -> bool:
    """Whether ``kind`` is ``tuple[SomeStruct, ...]``, which TOML writes as ``[[name]]``."""
    parts = get_args(kind) if isinstance(kind, GenericAlias) else ()
    return get_origin(kind) is tuple and isinstance(parts[0], type) and issubclass(parts[0], msgspec.Struct)


def _struct_mistakes(value: Mapping[str, Any], kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    known = {field.encode_name: field for field in fields(kind)}
    hints = get_type_hints(kind)
    sound = True
    for key in value.keys() - known.keys():
        sound = False
        yield (*place, key), asking(_("unknown key “{key}”").format(key=key), nearest(key, known))
    for name, field in known.items():
        if name in value:
            below = list(_mistakes(value[name], hints[field.name], (*place, name)))
            sound = sound and not below
            yield from below
        elif field.required:
            sound = False
            yield place, _("“{name}” is missing").format(name=name)
    if sound:
        yield from _conversion_mistakes(value, kind, place)


def _conversion_mistakes(value: Any, kind: Any, place: Place) -> Iterator[tuple[Place, str]]:
    try:
        converted(value, kind)
    except msgspec.ValidationError as error:
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        words = _converting_words(error)
        yield place, f"“{key}”: {words}" if key else words


def _converting_words(error: msgspec.ValidationError) -> str:
    """Return why a value is not as it must be; what a class says of its own is in words already."""
    said = str(error).partition(" - at `")[0]
    for words in _CONVERTING:
        pattern = re.escape(words).replace(r"\{wanted\}", "(?P<wanted>.+)").replace(r"\{found\}", "(?P<found>.+)")
        if match := re.fullmatch(pattern, said):
            return _(words).format(**match.groupdict())
    return said


def _number_mistakes(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every number that is too long, too large or too small; what nan and inf mean, those say who read them."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _number_mistakes(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _number_mistakes(part, (*place, index))
    elif _is_too_long(value):
        yield (
            place,
            _("the number is too long: at most {most_digits} digits, and {most_exponent} zeros").format(
                most_digits=limits.MOST_DIGITS, most_exponent=limits.MOST_EXPONENT
            ),
        )


def _is_too_long(value: object) -> bool:
    match value:
        case bool():
            return False
        case float():
            return isfinite(value) and not limits.is_number(value)
        case int():
            return not limits.is_number(value)
        case _:
            return False


def _others(mistakes: Iterator[tuple[Place, str]], said: Found) -> Iterator[tuple[Place, str]]:
    """Yield those of the mistakes whose place, or what it is part of, has none among those said."""
    places = {place for place, _message in said}
    for place, message in mistakes:
        if not any(place[:depth] in places for depth in range(len(place) + 1)):
            yield place, message


def line_of(text: str, place: Place) -> int:
    """Return the line of ``text`` that holds the value at ``place``, or its nearest parent's."""
    return TomlLines(text).line_of(place)
