"""``workshop.toml`` line by line: each is TOML by itself, so that a bad one spoils no other."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

from micra_assistant import limits
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.tomlwords import syntax_mistake
from micra_assistant.unreadable import unreadable
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import WrongValueError
from micra_assistant.workshop.settings import SETTINGS
from micra_assistant.workshop.values import rate_key

_BOM = b"\xef\xbb\xbf"
_BEFORE_THE_VALUE = re.compile(r"""[\s"']*+([\w."'-]++)\s*+=""")


class SettingLine(Struct, frozen=True):
    """What a line says: the ``value`` of a setting, or what is ``wrong`` with it; neither if it is a remark.

    ``key`` is the name before the ``=``, also of a line that is wrong; empty if there is none.
    """

    key: str = ""
    value: Any = None
    wrong: str = ""


def lines_of(content: bytes, folder: Path) -> Iterator[tuple[bytes, SettingLine]]:
    """Yield every line of a file in ``folder``, whole with its end, and what it says."""
    taken: set[str] = set()
    for place, raw in enumerate(content.splitlines(keepends=True)):
        line = _line(raw.removeprefix(_BOM) if place == 0 else raw, folder)
        if line.key in taken and not line.wrong:
            line = SettingLine(
                line.key,
                wrong=_("“{key}” stands here again, and the line above counts: leave one").format(key=line.key),
            )
        elif line.key and not line.wrong:
            taken.add(line.key)
        yield raw, line


def _line(raw: bytes, folder: Path) -> SettingLine:
    try:
        text = raw.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        return SettingLine(wrong=unreadable(error)[1])
    named = _BEFORE_THE_VALUE.match(text)
    key = re.sub("[\"']", "", named[1]) if named else ""
    if too_long := [words for _line, words in (*limits.line_mistakes(text), *limits.key_mistakes(text))]:
        return SettingLine(key, wrong=too_long[0])
    try:
        return _said(tomllib.loads(text, parse_float=Decimal), folder)
    except tomllib.TOMLDecodeError as error:
        return SettingLine(key, wrong=syntax_mistake(error, text)[1])
    except (ValueError, RecursionError, ArithmeticError) as error:  # too many digits, brackets too deep
        return SettingLine(key, wrong=_("cannot be read: {why}").format(why=error))


def _said(data: dict[str, Any], folder: Path) -> SettingLine:
    """Return what a line of TOML says."""
    if not data:
        return SettingLine()
    key, value = _leaf(data)
    setting = SETTINGS.get(key)
    if isinstance(value, dict):
        return SettingLine(
            key,
            wrong=_(
                "“{key}” cannot be read: a line is one setting, such as rate.EUR = 54.50, without [headings]"
            ).format(key=key),
        )
    if setting is None:
        return SettingLine(key, wrong=_unknown(key))
    try:
        return SettingLine(key, setting.kind.read(value, folder))
    except WrongValueError as error:
        return SettingLine(key, wrong=_("“{key}”: {wrong}").format(key=key, wrong=error))


def _unknown(key: str) -> str:
    """Return that there is no such setting, and what may be meant, or else all that can be; a currency is a rate."""
    rate = rate_key(key)
    if meant := rate if rate in SETTINGS else nearest(key, SETTINGS):
        return asking(_("there is no setting “{key}”").format(key=key), meant)
    return _("there is no setting “{key}”; there is: {names}").format(key=key, names=", ".join(SETTINGS))


def _leaf(data: dict[str, Any]) -> tuple[str, Any]:
    """Return the one value that a line has, with its whole name; what has several or none is its own value."""
    names: list[str] = []
    value: Any = data
    while isinstance(value, dict) and len(value) == 1:
        name, value = next(iter(value.items()))
        names.append(name)
    return ".".join(names), value
