"""The sound of the bell: a WAV file that every system plays."""

import io
import wave
from array import array

from micra_assistant.bell.tone import bell_sound


def test_it_is_a_short_sound_that_is_heard_and_ends_softly() -> None:
    with wave.open(io.BytesIO(bell_sound())) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert 1 < file.getnframes() / file.getframerate() < 5
        samples = array("h", file.readframes(file.getnframes()))
    assert max(map(abs, samples)) > 10_000
    assert max(map(abs, samples[-20:])) < 500


def test_it_is_always_the_same() -> None:
    assert bell_sound() == bell_sound()
