"""The real voice program, where it is installed, takes what we tell it."""

import subprocess
import wave
from pathlib import Path

import pytest

from micra_assistant.voice.programs import find_program
from micra_assistant.workshop.values import VoiceSpeed

PROGRAM = find_program(platform="linux")

pytestmark = pytest.mark.skipif(
    PROGRAM is None or PROGRAM.name != "espeak-ng", reason="espeak-ng is not installed here"
)

TEXTS = {
    "en": "Leads. 0 point 3 ohms. TOO HIGH.",
    "de": "Messleitungen. 0 Komma 3 Ohm. ZU HOCH.",
    "ru": "Щупы. 0 целых 3 ома. СЛИШКОМ МНОГО.",
}


def seconds(language: str, speed: VoiceSpeed, file: Path) -> float:
    """Return how long it is spoken."""
    assert PROGRAM is not None
    command = [*PROGRAM.command(language, speed), "-w", str(file)]
    subprocess.run(command, input=TEXTS[language].encode(), check=True, capture_output=True, timeout=60)
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


@pytest.mark.parametrize("language", TEXTS)
def test_it_speaks_our_languages(language: str, tmp_path: Path) -> None:
    assert seconds(language, VoiceSpeed.NORMAL, tmp_path / "said.wav") > 1


def test_it_speaks_as_fast_as_it_is_told(tmp_path: Path) -> None:
    slow, fast = (seconds("en", speed, tmp_path / speed) for speed in (VoiceSpeed.SLOW, VoiceSpeed.FAST))
    assert fast < slow
