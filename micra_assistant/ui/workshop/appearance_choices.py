"""The choices of how the window looks, declared as the settings of the workshop are."""

from enum import StrEnum
from typing import Any

from micra_assistant.number_words import in_one
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.words import N_
from micra_assistant.workshop.setting_kinds import ChoiceKind
from micra_assistant.workshop.settings import Setting, Subject

THEME, SCALE = "theme", "scale"
_OPEN = "open"
"""Nothing chosen by hand: desktop and screen are followed."""

Themes = StrEnum("Themes", {"OPEN": _OPEN, **{name.name: name.value for name in ThemeName}})  # type: ignore[misc]
Scales = StrEnum("Scales", {"OPEN": _OPEN, **{f"X{scale}": str(scale) for scale in SCALES}})  # type: ignore[misc]
_THEME_WORDS = {
    _OPEN: N_("As on the desktop"),
    ThemeName.LIGHT.value: N_("Light"),
    ThemeName.DARK.value: N_("Dark"),
    ThemeName.CONTRAST_LIGHT.value: N_("High contrast: black on white"),
    ThemeName.CONTRAST_DARK.value: N_("High contrast: white on black"),
}
_SCALE_WORDS = {_OPEN: N_("As suits the screen"), **{str(scale): in_one(f"{scale * 100:.0f}", "%") for scale in SCALES}}

APPEARANCE_SETTINGS = (
    Setting(THEME, N_("Colours"), ChoiceKind(Themes, _THEME_WORDS), subject=Subject.APPEARANCE),
    Setting(SCALE, N_("Size of the text"), ChoiceKind(Scales, _SCALE_WORDS), subject=Subject.APPEARANCE),
)


def chosen_of(setting: Setting, appearance: Appearance) -> StrEnum:
    """Return what is chosen now."""
    value: Any = appearance.theme if setting.key == THEME else appearance.scale
    return _enum_of(setting)(str(value) if value else _OPEN)


def nothing_chosen(setting: Setting) -> StrEnum:
    """Return the choice that follows desktop and screen."""
    return _enum_of(setting)(_OPEN)


def theme_of(choice: str) -> ThemeName | None:
    """Return the theme that was chosen, None for that of the desktop."""
    return None if choice == _OPEN else ThemeName(choice)


def scale_of(choice: str) -> float | None:
    """Return the text size that was chosen, None for one that suits the screen."""
    return None if choice == _OPEN else float(choice)


def _enum_of(setting: Setting) -> type[StrEnum]:
    assert isinstance(setting.kind, ChoiceKind)  # noqa: S101 - as they are declared above
    return setting.kind.values
