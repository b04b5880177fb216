"""JSON from outside read as what it should be; where it is not, what is wrong with it in words."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw, Struct

from micra_assistant.jobs.jobfile.refusal import UnusableError, shown, unusable
from micra_assistant.kind_reading import from_json
from micra_assistant.words import N_, _, one_of

_WORDS = {
    "int": N_("a whole number"),
    "float": N_("a fraction"),
    "str": N_("a text"),
    "bool": N_("true or false"),
    "decimal": N_("an amount"),
    "null": N_("nothing"),
    "array": N_("a list"),
    "object": N_("a group of values"),
}


def decoded(content: bytes | Raw, kind: Any, where: str) -> Any:
    """Return ``content`` as ``kind``; UnusableError, which names it as ``where``, if it is not that."""
    try:
        return from_json(content, kind)
    except msgspec.ValidationError as error:
        raise unusable(where, _in_words(error)) from error
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnusableError(_("{where} is no JSON").format(where=where)) from error


def known(content: bytes | Raw, kind: Any, where: str) -> Any:
    """Return ``content`` as ``kind``, a struct or one of several; UnusableError if it has one field more than that."""
    value = decoded(content, kind, where)
    _check_fields(value, decoded(content, dict[str, Raw], where), where)
    return value


def known_within(content: bytes | Raw, kind: Any, where: str) -> Any:
    """Return ``content`` as ``known`` does; what it holds may have no field more either: it would be lost."""
    value = known(content, kind, where)
    _check_within(value, decoded(content, dict[str, Raw], where), where)
    return value


def _check_within(value: Struct, fields: Mapping[str, Raw], where: str) -> None:
    for field, name in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
        inner = getattr(value, field)
        if isinstance(inner, Struct) and name in fields:
            within: dict[str, Raw] = decoded(fields[name], dict[str, Raw], where)
            _check_fields(inner, within, where)
            _check_within(inner, within, where)


def _check_fields(value: Struct, fields: Mapping[str, Raw], where: str) -> None:
    for name in sorted(fields.keys() - {*value.__struct_encode_fields__, value.__struct_config__.tag_field or ""}):
        raise newer(_("{where} says {name}, which this program does not know").format(where=where, name=shown(name)))


def newer(why: str) -> UnusableError:
    """Return the error over something that only a newer program can have written."""
    return UnusableError(_("{why}: a newer one wrote it").format(why=why), _("install the newer program"))


def _in_words(error: msgspec.ValidationError) -> str:
    message, _mark, place = str(error).partition(" - at `$")
    name = shown(place.strip("`.")) if place else _("it")
    if missing := re.fullmatch("Object missing required field `([^`]++)`", message):
        return _("“{name}” is missing").format(name=missing[1])
    if found := re.fullmatch("Expected `([^`]++)`, got `([^`]++)`", message):
        wanted, got = (one_of(_(_WORDS.get(part, part)) for part in found[i].split(" | ")) for i in (1, 2))
        return _("{name} must be {wanted}, not {got}").format(name=name, wanted=wanted, got=got)
    return _("{name} is not as it must be: {message}").format(name=name, message=shown(message))
