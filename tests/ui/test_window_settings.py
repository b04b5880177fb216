"""How the window was left."""

from pathlib import Path

import pytest

from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.window_settings import WindowSettings


def test_what_is_set_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path / "settings.ini")
    settings.theme = ThemeName.DARK
    settings.scale = 1.3
    settings.parts_shown = False
    del settings
    again = WindowSettings(tmp_path / "settings.ini")
    assert (again.theme, again.scale, again.parts_shown) == (ThemeName.DARK, 1.3, False)


def test_the_desktop_can_be_followed_again(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path / "settings.ini")
    settings.theme = ThemeName.DARK
    settings.theme = None
    del settings
    assert WindowSettings(tmp_path / "settings.ini").theme is None


@pytest.mark.parametrize(("kept", "taken"), [(250, 250), (0, 0), (99999, 600), (-5, 0)])
def test_the_parts_take_no_more_room_than_there_can_be(tmp_path: Path, kept: int, taken: int) -> None:
    WindowSettings(tmp_path / "settings.ini").parts_height = kept
    assert WindowSettings(tmp_path / "settings.ini").parts_height == taken


@pytest.mark.parametrize("scale", SCALES)
def test_every_text_size_can_be_kept(tmp_path: Path, scale: float) -> None:
    WindowSettings(tmp_path / "settings.ini").scale = scale
    assert WindowSettings(tmp_path / "settings.ini").scale == scale


@pytest.mark.parametrize("value", ["", "x", "nan", "-1", "1e999999", "@Invalid()", "@ByteArray(x)", "a, b"])
def test_what_makes_no_sense_counts_as_not_set(tmp_path: Path, value: str) -> None:
    keys = ("theme", "scale", "parts_shown", "parts_height", "geometry")
    lines = ["[General]", *(f"{key}={value}" for key in keys)]
    (tmp_path / "settings.ini").write_text("\n".join(lines), encoding="utf-8")
    settings = WindowSettings(tmp_path / "settings.ini")
    assert (settings.theme, settings.scale, settings.parts_shown) == (None, None, None)
    assert settings.parts_height == 0


def test_a_file_that_is_no_settings_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_bytes(bytes(range(256)) * 20)
    assert WindowSettings(tmp_path / "settings.ini").theme is None
