"""What comes from outside as plain values, read as the kinds of the program: one thread at a time.

msgspec looks a kind over when it is first asked for, and calls Python in between; another thread that asks for the same
kind meanwhile is handed it half made, and ends the program without a word. While home is painted, guides are read
behind it.
"""

from collections.abc import Callable
from threading import RLock
from types import UnionType
from typing import Any, TypeVar, overload

import msgspec
from msgspec import Raw

T = TypeVar("T")
Hook = Callable[[type, Any], Any]
Content = bytes | bytearray | memoryview | Raw

_alone = RLock()


def converted(value: object, kind: type[T]) -> T:
    """Return plain values as ``kind``; ValidationError if they are not that."""
    with _alone:
        return msgspec.convert(value, kind)


def from_json(content: Content | str, kind: type[T]) -> T:
    """Return JSON as ``kind``; MsgspecError or UnicodeError if it is not that."""
    with _alone:
        return msgspec.json.decode(content, type=kind)


@overload
def from_msgpack(content: Content, kind: type[T], hook: Hook | None = None) -> T: ...
@overload
def from_msgpack(content: Content, kind: UnionType) -> Any: ...
def from_msgpack(content: Content, kind: Any, hook: Hook | None = None) -> Any:
    """Return MessagePack as ``kind``; ``hook`` makes what msgspec does not know. Errors as ``from_json``."""
    with _alone:
        return msgspec.msgpack.decode(content, type=kind, dec_hook=hook)


def json_decoder(kind: UnionType) -> msgspec.json.Decoder[Any]:
    """Return what reads JSON as ``kind`` again and again, in any thread: it has looked the kind over."""
    with _alone:
        return msgspec.json.Decoder(kind)
