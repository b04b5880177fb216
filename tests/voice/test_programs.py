"""Which voice program is taken, and how it is told to speak."""

import pytest

from micra_assistant.voice.programs import VoiceProgram, find_program
from micra_assistant.workshop.values import VoiceSpeed


def found(platform: str, *installed: str) -> VoiceProgram | None:
    """Return what is taken on a platform of what is installed."""
    return find_program(lambda name: f"/bin/{name}" if name in installed else None, platform)


@pytest.mark.parametrize(
    ("platform", "installed", "command"),
    [
        ("linux", ("spd-say", "espeak", "espeak-ng"), ["/bin/espeak-ng", "-v", "pt-br", "-s", "210", "--stdin"]),
        ("linux", ("spd-say", "espeak"), ["/bin/espeak", "-v", "pt-br", "-s", "210", "--stdin"]),
        ("linux", ("spd-say",), ["/bin/spd-say", "--wait", "--language", "pt-br", "--rate", "40", "--"]),
        ("darwin", ("say",), ["/bin/say", "-r", "230", "-f", "-"]),
    ],
)
def test_the_first_that_is_installed_is_taken(platform: str, installed: tuple[str, ...], command: list[str]) -> None:
    program = found(platform, *installed)
    assert program is not None
    assert program.command("pt_BR", VoiceSpeed.FAST) == command


def test_windows_speaks_through_powershell() -> None:
    program = found("win32", "powershell", "espeak-ng")
    assert program is not None
    *start, script = program.command("de", VoiceSpeed.SLOW)
    assert start == ["/bin/powershell", "-NoProfile", "-NonInteractive", "-Command"]
    assert "System.Speech" in script
    assert "CultureInfo]'de'" in script
    assert "$voice.Rate = -3;" in script


def test_only_spd_say_goes_on_though_its_program_was_ended() -> None:
    program, other = found("linux", "spd-say"), found("linux", "espeak-ng")
    assert program
    assert program.takes_argument
    assert program.hush == ("/bin/spd-say", "--stop")
    assert other
    assert not other.takes_argument
    assert not other.hush


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_there_may_be_none(platform: str) -> None:
    assert found(platform) is None
