"""What earlier versions of the program kept of these settings beside the size of the window, in ``settings.ini``.

Qt wrote that file; it is only read here, as an earlier version may still be used.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from micra_assistant import limits, ownfile
from micra_assistant.workshop.values import rate_key

_MOST_BYTES = 1_000_000
_SECTION = re.compile(r"\[([^]]*)\]")
_OF_OURS = {"who": "who", "numbers": "numbers"}
_ESCAPED = r"\\(?:x([0-9a-fA-F]{1,4})|(.))"
_LETTERS = {"n": "\n", "r": "\r", "t": "\t"}


def earlier_values(file: Path) -> dict[str, Any]:
    """Return the settings that are in an earlier file, by their names; what makes no sense counts as not set."""
    texts = tuple(_texts(file))
    return _read(texts, file.parent) if texts else {}


def _read(texts: Iterable[tuple[str, str]], folder: Path) -> dict[str, Any]:
    from micra_assistant.workshop.setting_kinds import Rate, WrongValueError  # noqa: PLC0415 - few have such a file
    from micra_assistant.workshop.settings import SETTINGS  # noqa: PLC0415 - likewise

    values: dict[str, Any] = {}
    for key, text in texts:
        if key not in SETTINGS:
            continue
        kind = SETTINGS[key].kind
        said: object = limits.number(text) if isinstance(kind, Rate) else text
        try:
            values[key] = kind.read(said, folder)
        except WrongValueError:
            continue
    return values


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of the settings that are ours."""
    section = ""
    for line in _content(file).split("\n"):
        if head := _SECTION.fullmatch(line.strip()):
            section = head[1]
            continue
        name, _, value = line.partition("=")
        key = rate_key(name) if section == "rate" else _OF_OURS.get(name, "") if section == "General" else ""
        if key and (text := _unquoted(value.strip())):
            yield key, text


def _content(file: Path) -> str:
    try:
        return ownfile.read_text(file, file.parent, _MOST_BYTES)
    except (OSError, UnicodeDecodeError):
        return ""


def _unquoted(value: str) -> str:
    """Return the text that Qt wrote so; empty if it is no text, but a list or something else of Qt's."""
    is_quoted = len(value) > 1 and value[0] == value[-1] == '"'
    if not is_quoted and "," in value:
        return ""
    text = re.sub(_ESCAPED, _letter, value[1:-1] if is_quoted else value)
    if text.startswith("@"):
        return text[1:] if text.startswith("@@") else ""
    return text


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _LETTERS.get(found[2], found[2])
