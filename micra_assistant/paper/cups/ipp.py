"""What CUPS is asked for and says, in the protocol that it speaks: IPP 2.0 (RFC 8010), as far as it is needed here."""

import struct
from collections.abc import Iterator, Mapping, Sequence

Attributes = dict[str, tuple[int | str, ...]]
"""Values by the name of their attribute; those of kinds that are not needed here are left out."""

PRINTER, JOB = 0x04, 0x02
"""Groups of attributes that an answer has."""
_OPERATION, _END = 0x01, 0x03
_NUMBERS, _WORDS = (0x21, 0x23), (0x41, 0x42, 0x44, 0x45)
_CHARSET, _LANGUAGE, _KEYWORD, _URI, _NUMBER = 0x47, 0x48, 0x44, 0x45, 0x21
_FIRST_VALUE = 0x10
_HEAD = struct.Struct(">2sHI")
_VERSION = b"\x02\x00"
_BAD_FROM = 0x0400


class IppError(Exception):
    """An answer that says no, or makes no sense."""


def request(operation: int, uri: str, wanted: Sequence[str], numbers: Mapping[str, int] | None = None) -> bytes:
    """Return what asks for the ``wanted`` attributes of the printer at ``uri``; ``numbers`` such as that of a job."""
    said = [
        _value(_CHARSET, "attributes-charset", b"utf-8"),
        _value(_LANGUAGE, "attributes-natural-language", b"en"),
        _value(_URI, "printer-uri", uri.encode()),
        *(_value(_NUMBER, name, struct.pack(">i", number)) for name, number in (numbers or {}).items()),
        *(
            _value(_KEYWORD, "" if place else "requested-attributes", name.encode())
            for place, name in enumerate(wanted)
        ),
    ]
    return b"".join((_HEAD.pack(_VERSION, operation, 1), bytes([_OPERATION]), *said, bytes([_END])))


def groups(answer: bytes, kind: int) -> list[Attributes]:
    """Return each group of a kind, such as ``PRINTER``; IppError if CUPS says no, or says nothing that makes sense."""
    try:
        _version, status, _number = _HEAD.unpack_from(answer)
        found = list(_groups(answer, _HEAD.size))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError("no answer of a print service") from error
    if status >= _BAD_FROM:
        raise IppError(f"status {status:#06x}")
    return [attributes for group, attributes in found if group == kind]


def _value(tag: int, name: str, value: bytes) -> bytes:
    words = name.encode()
    return bytes([tag]) + struct.pack(">H", len(words)) + words + struct.pack(">H", len(value)) + value


def _groups(answer: bytes, place: int) -> Iterator[tuple[int, Attributes]]:
    kind, attributes, last = 0, Attributes(), ""
    while (tag := answer[place]) != _END:
        if tag < _FIRST_VALUE:
            yield kind, attributes
            kind, attributes, place = tag, {}, place + 1
            continue
        name, place = _sized(answer, place + 1)
        value, place = _sized(answer, place)
        last = name.decode() or last
        if (read := _read(tag, value)) is not None:
            attributes[last] = (*attributes.get(last, ()), read)
    yield kind, attributes


def _sized(answer: bytes, place: int) -> tuple[bytes, int]:
    (size,) = struct.unpack_from(">H", answer, place)
    end = place + 2 + size
    return answer[place + 2 : end], end


def _read(tag: int, value: bytes) -> int | str | None:
    if tag in _NUMBERS:
        return int(struct.unpack(">i", value)[0])
    return value.decode() if tag in _WORDS else None
