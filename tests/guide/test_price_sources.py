"""The sources that the prices of a guide name are those of the guide, too."""

from pathlib import Path

import pytest

from micra_assistant.guide.price_sources import price_sources
from micra_assistant.guide.reader import read_guide
from tests.builders import step_file, write_guide

PARTS = """
    source = "versa"
    estimates = "meters"
    [[options]]
    id = "a"
    [[options]]
    source = "versa"
    [[options]]
    source = "unknown"
    """


def test_each_source_of_the_prices_is_named_once(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {"parts.toml": PARTS})
    assert price_sources(folder) == ("versa", "meters", "unknown")


def test_a_guide_knows_the_sources_of_its_prices_behind_those_of_its_pages(tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, {**step_file("Look.[^meters]\n"), "parts.toml": PARTS}))
    assert list(guide.sources) == ["meters", "versa"]
    assert guide.price_sources == {"versa"}


@pytest.mark.parametrize("text", ["source = 5", "[[options", 'options = "all"'])
def test_what_is_wrong_with_the_prices_is_said_where_they_are_read(tmp_path: Path, text: str) -> None:
    guide = read_guide(write_guide(tmp_path, {**step_file("Look.[^meters]\n"), "parts.toml": text}))
    assert list(guide.sources) == ["meters"]


def test_a_guide_without_prices_has_no_sources_of_them(tmp_path: Path) -> None:
    assert price_sources(write_guide(tmp_path, {})) == ()
