"""JSON from outside read as what it should be; where it is not, what is wrong with it in words."""

import re
from typing import Any

import msgspec
from msgspec import Raw

from micra_assistant.jobs.jobfile.refusal import UnusableError, shown

_WORDS = {
    "int": "a whole number",
    "float": "a fraction",
    "str": "a text",
    "bool": "true or false",
    "decimal": "an amount",
    "null": "nothing",
    "array": "a list",
    "object": "a group of values",
}


def decoded(content: bytes | Raw, kind: Any, where: str) -> Any:
    """Return ``content`` as ``kind``; UnusableError, which names it as ``where``, if it is not that."""
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError as error:
        raise UnusableError(f"{where}: {_in_words(error)}") from error
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnusableError(f"{where} is no JSON") from error


def known(content: bytes | Raw, kind: Any, where: str) -> Any:
    """Return ``content`` as ``kind``, a struct or one of several; UnusableError if it has one field more than that."""
    value = decoded(content, kind, where)
    fields: dict[str, Raw] = decoded(content, dict[str, Raw], where)
    for name in sorted(fields.keys() - {*value.__struct_encode_fields__, value.__struct_config__.tag_field}):
        raise newer(f"{where} says {shown(name)}, which this program does not know")
    return value


def newer(why: str) -> UnusableError:
    """Return the error over something that only a newer program can have written."""
    return UnusableError(f"{why}: a newer one wrote it", "install the newer program")


def _in_words(error: msgspec.ValidationError) -> str:
    message, _, place = str(error).partition(" - at `$")
    name = shown(place.strip("`.")) if place else "it"
    if missing := re.fullmatch("Object missing required field `([^`]++)`", message):
        return f"“{missing[1]}” is missing"
    if found := re.fullmatch("Expected `([^`]++)`, got `([^`]++)`", message):
        wanted, got = (" or ".join(_WORDS.get(part, part) for part in found[i].split(" | ")) for i in (1, 2))
        return f"{name} must be {wanted}, not {got}"
    return f"{name} is not as it must be: {shown(message)}"
