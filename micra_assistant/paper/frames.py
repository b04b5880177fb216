"""Messages in a pipe: the length of each in four bytes, then the message as MessagePack."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

_HEAD = 4


def framed(message: Any) -> bytes:
    """Return a message as it goes into a pipe."""
    content = msgspec.msgpack.encode(message)
    return len(content).to_bytes(_HEAD, "big") + content


def read_frames(pipe: BinaryIO) -> Iterator[bytes]:
    """Yield what is in each message of a pipe, until it ends; half a message is none."""
    while len(head := pipe.read(_HEAD)) == _HEAD:
        content = pipe.read(length := int.from_bytes(head, "big"))
        if len(content) < length:
            return
        yield content


class Frames:
    """Puts messages together that come in pieces."""

    def __init__(self) -> None:
        self._pieces = bytearray()

    def take(self, piece: bytes) -> Iterator[bytes]:
        """Yield what is in each message that is whole with this piece."""
        self._pieces += piece
        while len(self._pieces) >= _HEAD:
            end = _HEAD + int.from_bytes(self._pieces[:_HEAD], "big")
            if len(self._pieces) < end:
                return
            content = bytes(self._pieces[_HEAD:end])
            del self._pieces[:end]
            yield content
