"""The sound of the bell: two notes that fade, made of sine waves."""

import io
import wave
from array import array
from collections.abc import Iterator
from math import exp, pi, sin

from msgspec import Struct

_RATE = 22_050
"""Samples a second."""
_LOUDEST = 24_000
_FADE = 4.5
"""How fast a note fades: after a second it is as loud as 1 / e to this."""


class _Note(Struct, frozen=True):
    """A note: how high, in hertz, and when it begins and how long it lasts, in seconds."""

    pitch: float
    begins: float
    lasts: float


_NOTES = (_Note(880, 0, 0.5), _Note(1174.66, 0.22, 1.0), _Note(880, 1.2, 0.5), _Note(1174.66, 1.42, 1.2))


def bell_sound() -> bytes:
    """Return the sound as a WAV file, 16 bits, one channel."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(array("h", _samples()).tobytes())
    return held.getvalue()


def _samples() -> Iterator[int]:
    ends = max(note.begins + note.lasts for note in _NOTES)
    for place in range(round(ends * _RATE)):
        heard = sum(_heard(note, place / _RATE - note.begins) for note in _NOTES)
        yield round(_LOUDEST * max(-1.0, min(1.0, heard)))


def _heard(note: _Note, time: float) -> float:
    """Return what is heard of a note so many seconds after it began, from -1 to 1."""
    if not 0 <= time < note.lasts:
        return 0.0
    tail = min(1.0, (note.lasts - time) / 0.05)
    wave_of_it = sin(2 * pi * note.pitch * time) + 0.3 * sin(6 * pi * note.pitch * time)
    return 0.5 * tail * exp(-_FADE * time) * wave_of_it
