"""Colours by meaning, the style sheet made of them, and drawings in the colours of the theme."""

import re
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from micra_assistant import assets, keptdata, tomlfile
from micra_assistant.ui.style.text_size import LETTERS

_SIZE = r"(?<!\d)(\d++(?:\.\d++)?+)([uc])\b"
_TO_FILL = r"((?<!\d)\d++(?:\.\d++)?+[uc]\b|(?<!\d)\df\b|@[a-z][a-z-]*|icon\([a-z-]{1,40}\))"
"""What is put into a rule: a size, a frame, a colour, a drawing."""
_COMPACT = ("QDialog", '[compact="true"]')
_HEX = re.compile(rb"#[0-9a-f]{6}")

_FRAMES_GROW_FROM = 1.5
"""The text size from which frames grow, too."""

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent-ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
}
_WORDS = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)
"""The colours that pale when something cannot be used."""


class ThemeName(StrEnum):
    """The themes there are."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class Theme(Struct, frozen=True):
    """The colours of one theme, and what becomes of the palette that diagrams are drawn in.

    Attributes:
        thicker: by how many pixels its frames are wider than usual.
    """

    name: ThemeName
    colours: dict[str, str]
    drawing: dict[str, str]
    thicker: int = 0

    def colour(self, meaning: str) -> QColor:
        """Return the colour for a meaning; KeyError if the theme has none."""
        return QColor(self.colours[meaning])

    def recoloured(self, drawing: bytes) -> bytes:
        """Return an SVG drawing with its palette turned into this theme's."""
        swapped = {old.encode(): new.encode() for old, new in self.drawing.items()}
        return _HEX.sub(lambda found: swapped.get(found[0], found[0]), drawing)


@cache
def load_theme(name: ThemeName) -> Theme:
    """Return a theme of ``resources/themes``, which is read once: a window asks for it five times while it opens."""
    return tomlfile.read_kept(assets.resource("themes", f"{name}.toml"), Theme)


def system_theme() -> ThemeName:
    """Return the theme that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return ThemeName.CONTRAST_DARK if dark else ThemeName.CONTRAST_LIGHT
    return ThemeName.DARK if dark else ThemeName.LIGHT


def frame_width(width: int, theme: Theme, scale: float) -> int:
    """Return how wide, in pixels, a frame of a ``width`` is in a theme at a text size: never less than that."""
    return max(width, round(width * scale / _FRAMES_GROW_FROM)) + theme.thicker


def style_sheet(theme: Theme, scale: float, compact_scale: float | None = None) -> str:
    """Return all of ``resources/styles`` in order, with sizes and colours put in.

    ``14u`` is 14 pixels at scale 1, ``14c`` is so in what is compact, ``2f`` is a frame, ``@ink`` is a colour of the
    theme, ``icon(tick)`` is a drawing. All of a dialog is compact, and of a view that says so by its property.
    """
    fixed, blanks = _rules(assets.resource("styles"), with_compact=compact_scale is not None)
    scales = {"u": scale, "c": scale if compact_scale is None else compact_scale}
    filled = {blank: _filled(blank, theme, scales) for blank in set(blanks)}
    return "".join(chain.from_iterable(zip(fixed, (*(filled[blank] for blank in blanks), ""), strict=True)))


def _filled(blank: str, theme: Theme, scales: dict[str, float]) -> str:
    """Return what is put in for a blank; ``scales`` are those of the units."""
    if blank.startswith("@"):
        return theme.colours[blank[1:]]
    if blank.startswith("icon("):
        return f'url("{assets.resource("icons", f"{blank[5:-1]}.svg").as_posix()}")'
    size, unit = blank[:-1], blank[-1]
    if unit == "f":
        return f"{frame_width(int(size), theme, scales['u'])}px"
    return f"{round(float(size) * scales[unit])}px"


@cache
def _rules(folder: Path, *, with_compact: bool) -> tuple[list[str], list[str]]:
    """Return the rules of a ``folder``, what is fixed in them, and between that what is to be filled in.

    They come once more for what is compact, if that has sizes of its own. They are kept: a start need not look
    again for what is to be filled in.
    """
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()) if file.suffix == ".qss")
    place = folder / ("compact" if with_compact else "usual")
    kept = keptdata.known(place, text)
    if kept is None:
        fixed, blanks = _parted(text + _inside_compact(text) if with_compact else text)
        kept = {"fixed": fixed, "blanks": blanks}
        keptdata.keep(place, text, kept)
    return kept["fixed"], kept["blanks"]


def _parted(rules: str) -> tuple[list[str], list[str]]:
    """Return what is fixed in rules, and between that what is to be filled in."""
    parted = re.split(_TO_FILL, _without_comments(rules))
    return parted[::2], parted[1::2]


def _inside_compact(rules: str) -> str:
    """Return rules once more, for what is in something compact: with its sizes."""
    compact = re.sub(_SIZE, r"\1c", f"QWidget {{ font-size: {LETTERS}u; }}" + _without_comments(rules))
    parted = (rule.partition("{") for rule in compact.split("}"))
    return "\n".join(f"{_in_all(selectors)} {{{body}}}" for selectors, _brace, body in parted if body)


def _without_comments(rules: str) -> str:
    before, *after = rules.split("/*")
    return before + "".join(part.partition("*/")[2] for part in after)


def _in_all(selectors: str) -> str:
    """Return selectors of what is inside of each kind of compact thing, or is one."""
    inside = [f"{holder} {selector.strip()}" for selector in selectors.split(",") for holder in _COMPACT]
    return ", ".join([*inside, *(one.strip() for one in selectors.split(",") if one.strip().startswith("QDialog"))])


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet does not reach, such as links: every colour, in every state."""
    made = QPalette(theme.colour("card"), theme.colour("window"))
    for role, meaning in _ROLES.items():
        made.setColor(role, theme.colour(meaning))
    for role in _WORDS:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled"))
    return made
