"""The voice programs that systems have, and how each is told to speak."""

import shutil
import sys
from collections.abc import Callable

from msgspec import Struct

from micra_assistant.workshop.values import VoiceSpeed


class VoiceProgram(Struct, frozen=True):
    """A voice program that is installed.

    Attributes:
        command: how it is started for a language and a speed; what it is to say comes through its standard input.
        takes_argument: whether what it is to say is its last argument instead.
        hush: what ends the voice where it goes on though its program was ended; empty if it does not.
    """

    name: str
    command: Callable[[str, VoiceSpeed], list[str]]
    takes_argument: bool = False
    hush: tuple[str, ...] = ()


Which = Callable[[str], str | None]
"""Gives the path of a program, None if it is not installed."""


def find_program(which: Which = shutil.which, platform: str = sys.platform) -> VoiceProgram | None:
    """Return the first voice program that is installed, None if there is none; this looks at the disk."""
    for name, program in _known(platform):
        if path := which(name):
            return program(path)
    return None


def _known(platform: str) -> list[tuple[str, Callable[[str], VoiceProgram]]]:
    if platform == "win32":
        return [("powershell", _powershell), ("pwsh", _powershell)]
    if platform == "darwin":
        return [("say", _say), ("espeak-ng", _espeak)]
    return [("espeak-ng", _espeak), ("espeak", _espeak), ("spd-say", _spd_say)]


def _espeak(path: str) -> VoiceProgram:
    words_a_minute = {VoiceSpeed.SLOW: "130", VoiceSpeed.NORMAL: "160", VoiceSpeed.FAST: "210"}
    return VoiceProgram(
        "espeak-ng", lambda language, speed: [path, "-v", _voice(language), "-s", words_a_minute[speed], "--stdin"]
    )


def _spd_say(path: str) -> VoiceProgram:
    rates = {VoiceSpeed.SLOW: "-30", VoiceSpeed.NORMAL: "0", VoiceSpeed.FAST: "40"}
    return VoiceProgram(
        "spd-say",
        lambda language, speed: [path, "--wait", "--language", _voice(language), "--rate", rates[speed], "--"],
        takes_argument=True,
        hush=(path, "--stop"),
    )


def _say(path: str) -> VoiceProgram:
    words_a_minute = {VoiceSpeed.SLOW: "130", VoiceSpeed.NORMAL: "175", VoiceSpeed.FAST: "230"}
    return VoiceProgram("say", lambda _language, speed: [path, "-r", words_a_minute[speed], "-f", "-"])


def _powershell(path: str) -> VoiceProgram:
    rates = {VoiceSpeed.SLOW: "-3", VoiceSpeed.NORMAL: "0", VoiceSpeed.FAST: "3"}

    def command(language: str, speed: VoiceSpeed) -> list[str]:
        script = _SAPI.format(rate=rates[speed], culture=_voice(language))
        return [path, "-NoProfile", "-NonInteractive", "-Command", script]

    return VoiceProgram("Windows Speech", command)


_SAPI = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = {rate}; "
    "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'{culture}') }} catch {{ }}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""Speaks what comes in through System.Speech; where there is no voice of the language, the one that was chosen."""


def _voice(language: str) -> str:
    """Return a language as voices are named: ``pt-br``."""
    return language.replace("_", "-").lower()
