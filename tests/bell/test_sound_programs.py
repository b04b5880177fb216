"""What plays the bell, by system."""

from collections.abc import Callable

import pytest

from micra_assistant.bell.sound_programs import find_player


def having(*names: str) -> Callable[[str], str | None]:
    """Return where the programs of a system are that has these."""
    return lambda name: f"/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "has", "command"),
    [
        ("linux", ("pw-play", "paplay", "aplay"), ("/bin/pw-play", "a b.wav")),
        ("linux", ("paplay", "aplay"), ("/bin/paplay", "a b.wav")),
        ("linux", ("aplay",), ("/bin/aplay", "-q", "a b.wav")),
        ("linux", ("afplay", "powershell"), ()),
        ("darwin", ("afplay",), ("/bin/afplay", "a b.wav")),
        ("win32", (), ()),
    ],
)
def test_the_first_program_that_is_installed_plays_it(
    platform: str, has: tuple[str, ...], command: tuple[str, ...]
) -> None:
    assert find_player("a b.wav", having(*has), platform) == command


def test_windows_plays_it_and_a_quote_in_the_path_ends_no_command() -> None:
    path, *_options, script = find_player("C:\\O'Brien\\bell.wav", having("powershell"), "win32")
    assert path == "/bin/powershell"
    assert script == "(New-Object System.Media.SoundPlayer 'C:\\O''Brien\\bell.wav').PlaySync()"
