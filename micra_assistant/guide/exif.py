"""How the camera was held, as it notes in a photo."""

import struct

_ORIENTATION = 0x0112


def turn_in(exif: bytes) -> int:
    """Return how a photo is to be turned; 1, not at all, where that is not said or makes no sense."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 10:
        return 1
    (start,) = struct.unpack(order + "I", exif[4:8])
    (entries,) = struct.unpack(order + "H", exif[start : start + 2].ljust(2, b"\0"))
    for place in range(start + 2, min(start + 2 + 12 * entries, len(exif) - 11), 12):
        tag, kind, _count, value = struct.unpack(order + "HHIH", exif[place : place + 10])
        if tag == _ORIENTATION:
            return value if kind == 3 and value in range(1, 9) else 1
    return 1
