"""What mechanics type, over the guides as they are shipped."""

import tomllib
from pathlib import Path

import pytest
from msgspec import Struct, convert

from micra_assistant.search.index import SearchIndex

FIRST = 3


class Typed(Struct, frozen=True, forbid_unknown_fields=True):
    """A line, and the step that it must find; in any guide that draws it in, if none is said."""

    typed: str
    step: str
    guide: str = ""


def lines() -> list[Typed]:
    """Return all lines of ``queries.toml``."""
    content = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))
    return convert(content["queries"], list[Typed])


@pytest.mark.parametrize("wanted", lines(), ids=lambda wanted: wanted.typed)
def test_what_is_typed_finds_the_right_step(shipped: SearchIndex, wanted: Typed) -> None:
    found = [(hit.guide if wanted.guide else "", hit.step) for hit in shipped.search(wanted.typed).hits]
    assert (wanted.guide, wanted.step) in found[:FIRST]


def test_there_are_lines_enough() -> None:
    assert len(lines()) >= 48
