"""Themes and the style sheet made of them."""

import re
from pathlib import Path

import pytest

from micra_assistant import assets, keptdata
from micra_assistant.guide.model import SignalWord
from micra_assistant.ui.style.theme import (
    Theme,
    ThemeName,
    _rules,
    _without_comments,
    frame_width,
    load_theme,
    palette,
    style_sheet,
)

THEMES = [load_theme(name) for name in ThemeName]
STYLES = {file.name: file.read_text(encoding="utf-8") for file in assets.resource("styles").glob("*.qss")}

WORDS_ON = {
    "window": ("ink", "muted", "accent", "good", "bad"),
    "card": ("ink", "muted", "accent", "good"),
    "soft": ("ink", "muted", "accent", "good"),
    "field": ("ink", "muted", "bad"),
    "accent": ("accent-ink",),
    "accent-strong": ("accent-ink",),
    "bar": ("bar-ink", "bar-muted"),
    "bar-raised": ("bar-ink",),
    "bar-ink": ("bar",),
    "strip": ("strip-ink",),
    "bad-soft": ("ink", "muted", "bad"),
    **{f"{signal}-soft": ("ink", "accent", signal.value) for signal in SignalWord},
}
"""The colours of words, by what they stand on in the style sheets. Disabled buttons are left out, as WCAG does; what is
painted is measured in test_contrast.py."""

SIGNS_ON = {
    "field": ("muted", "field-edge"),
    "card": ("good", "bad", "accent", "field-edge"),
    "soft": ("field-edge",),
    "track": ("accent",),
    "good": ("good-ink",),
    "bad": ("card",),
    "strip": ("strip-ink",),
    **{f"{signal}-soft": (signal.value,) for signal in SignalWord},
}
"""The colours of signs and bars, by what they stand on."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(theme: Theme, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    """Return the pairs of less contrast than ``least``."""
    return [
        f"{front} on {back}: {contrast(theme.colours[front], theme.colours[back]):.2f}"
        for back, fronts in pairs.items()
        for front in fronts
        if contrast(theme.colours[front], theme.colours[back]) < least
    ]


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read(theme: Theme) -> None:
    assert faint(theme, WORDS_ON, 7) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_signs_can_be_made_out(theme: Theme) -> None:
    assert faint(theme, SIGNS_ON, 3) == []


def test_the_pairs_name_every_colour_of_words_in_the_style_sheets() -> None:
    used = set(re.findall(r"[{;\s]color: @([a-z-]+)", "\n".join(STYLES.values())))
    listed = {front for fronts in WORDS_ON.values() for front in fronts}
    assert used - listed == {"disabled"}


def test_the_pairs_name_every_background_in_the_style_sheets() -> None:
    used = set(re.findall(r"background: @([a-z-]+)", "\n".join(STYLES.values())))
    assert used - WORDS_ON.keys() == {"field-edge", "good", "ink", "track"}


def test_all_themes_have_the_same_colours() -> None:
    first, *others = (theme.colours.keys() for theme in THEMES)
    assert [first] * len(others) == others


@pytest.mark.parametrize("file", STYLES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_a_style_sheet_is_in_the_theme(theme: Theme, file: str) -> None:
    used = set(re.findall(r"@([\w-]+)", STYLES[file]))
    assert used
    assert used <= theme.colours.keys()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_nothing_is_left_open_in_the_style_sheet(theme: Theme) -> None:
    assert re.findall(r"@\w+|\d+u\b", style_sheet(theme, 1)) == []


def test_every_drawing_that_a_style_sheet_names_is_there() -> None:
    files = re.findall(r'url\("(.*?)"\)', style_sheet(THEMES[0], 1))
    assert files
    assert [file for file in files if not Path(file).is_file()] == []
    assert all(b"#7a8699" in Path(file).read_bytes() for file in files)
    assert all(contrast("#7a8699", theme.colours[back]) >= 3 for theme in THEMES for back in ("card", "soft"))


@pytest.mark.parametrize(("scale", "size"), [(0.85, "13px"), (1, "15px"), (1.5, "22px")])
def test_sizes_follow_the_text_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scale: float, size: str) -> None:
    (tmp_path / "a.qss").write_text("QLabel { color: @ink; font-size: 15u; border: 1px }")
    monkeypatch.setattr(assets, "resource", lambda *_: tmp_path)
    ink = THEMES[0].colours["ink"]
    assert style_sheet(THEMES[0], scale) == f"QLabel {{ color: {ink}; font-size: {size}; border: 1px }}"


@pytest.mark.parametrize("compact", [None, 0.85])
def test_a_style_sheet_is_parted_once_for_its_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, compact: float | None
) -> None:
    (tmp_path / "a.qss").write_text("QLabel { color: @ink; font-size: 15u }")
    monkeypatch.setattr(assets, "resource", lambda *_: tmp_path)
    keptdata.keep_in(tmp_path / "cache")
    try:
        first = style_sheet(THEMES[0], 1, compact)
        _rules.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr("micra_assistant.ui.style.theme._TO_FILL", None)
            assert style_sheet(THEMES[0], 1, compact) == first
        _rules.cache_clear()
        (tmp_path / "a.qss").write_text("QLabel { font-size: 30u }")
        assert style_sheet(THEMES[0], 1, compact).startswith("QLabel { font-size: 30px }")
    finally:
        keptdata.keep_in(None)
        _rules.cache_clear()


def test_a_style_sheet_is_kept_apart_from_that_of_what_is_compact(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.qss").write_text("QLabel { font-size: 15u }")
    monkeypatch.setattr(assets, "resource", lambda *_: tmp_path)
    keptdata.keep_in(tmp_path / "cache")
    try:
        sheets = style_sheet(THEMES[0], 1), style_sheet(THEMES[0], 1, 0.85)
        _rules.cache_clear()
        assert (style_sheet(THEMES[0], 1), style_sheet(THEMES[0], 1, 0.85)) == sheets
    finally:
        keptdata.keep_in(None)
        _rules.cache_clear()
    assert sheets[0] == "QLabel { font-size: 15px }"
    assert "13px" in sheets[1]


def test_a_colour_that_is_in_no_theme_is_no_style(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.qss").write_text("QLabel { color: @inc; }")
    monkeypatch.setattr(assets, "resource", lambda *_: tmp_path)
    with pytest.raises(KeyError, match="inc"):
        style_sheet(THEMES[0], 1)


def test_the_palette_has_the_colours_of_the_theme() -> None:
    for theme in THEMES:
        assert palette(theme).link().color().name() == theme.colours["accent"]
        assert palette(theme).window().color().name() == theme.colours["window"]


def test_drawings_are_recoloured_for_the_dark() -> None:
    light, dark = (load_theme(name) for name in (ThemeName.LIGHT, ThemeName.DARK))
    drawing = b'<path fill="#1d2530" stroke="#ffffff"/><path fill="#123456" stroke="none"/>'
    assert light.recoloured(drawing) == drawing
    assert dark.recoloured(drawing) == b'<path fill="#e7ebf2" stroke="#10151d"/><path fill="#123456" stroke="none"/>'


def test_a_recoloured_drawing_can_still_be_read() -> None:
    for drawing in (theme.drawing for theme in THEMES if theme.name is not ThemeName.LIGHT):
        for papers in ("#f4f6fa", "#ffffff", "#dfe6ef"):
            assert contrast(drawing["#1d2530"], drawing.get(papers, papers)) >= 7


@pytest.mark.parametrize(
    ("name", "scale", "widths"),
    [
        (ThemeName.LIGHT, 1.0, [1, 2, 3]),
        (ThemeName.LIGHT, 2.5, [2, 3, 5]),
        (ThemeName.CONTRAST_DARK, 1.0, [2, 3, 4]),
        (ThemeName.CONTRAST_LIGHT, 2.5, [3, 4, 6]),
    ],
)
def test_frames_are_wider_in_high_contrast_and_in_large_text(name: ThemeName, scale: float, widths: list[int]) -> None:
    assert [frame_width(width, load_theme(name), scale) for width in (1, 2, 3)] == widths


def test_high_contrast_is_black_and_white_and_tells_nothing_by_a_tint() -> None:
    for name in (ThemeName.CONTRAST_LIGHT, ThemeName.CONTRAST_DARK):
        theme = load_theme(name)
        meanings = ("window", "card", "field", "soft", "track", "strip", "bad-soft")
        grounds = {theme.colours[meaning] for meaning in (*meanings, *(f"{signal}-soft" for signal in SignalWord))}
        assert len(grounds) == 1
        assert contrast(theme.colours["ink"], *grounds) == pytest.approx(21)


def test_what_is_compact_has_a_size_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.qss").write_text("/* all */ QLabel, QDialog#x { font-size: 15u; padding: 2c; border: 1f }")
    monkeypatch.setattr(assets, "resource", lambda *_: tmp_path)
    theme = THEMES[0]
    assert "QDialog" not in style_sheet(theme, 2.0).replace("QDialog#x", "")
    sheet = style_sheet(theme, 2.0, 1.0)
    assert "QLabel, QDialog#x { font-size: 30px; padding: 2px; border: 1px }" in sheet
    inside = 'QDialog QLabel, [compact="true"] QLabel, QDialog QDialog#x, [compact="true"] QDialog#x, QDialog#x'
    assert f"{inside} {{ font-size: 15px; padding: 2px; border: 1px }}" in sheet
    assert 'QDialog QWidget, [compact="true"] QWidget { font-size: 15px; }' in sheet


COMMON = ("QLabel", "QPushButton", "QToolButton", "QFrame", "QLineEdit", "QWidget")
"""What there is much of in a window."""


@pytest.mark.parametrize("name", STYLES)
def test_no_rule_looks_through_all_that_a_common_widget_lies_in(name: str) -> None:
    selectors = [
        one.strip() for rule in re.findall(r"([^{}]+)\{", _without_comments(STYLES[name])) for one in rule.split(",")
    ]
    assert [selector for selector in selectors if is_looked_for_far_and_wide(selector)] == []


def is_looked_for_far_and_wide(selector: str) -> bool:
    """Return whether a selector is about something common in whatever it lies, however deep, without its name."""
    *around, last = selector.replace(" > ", ">").split(" ")
    described = last.rpartition(">")[2]
    kind = re.split(r"[\[:#]", described)[0]
    return bool(around) and ">" not in last and kind in COMMON and "#" not in described
