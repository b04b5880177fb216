"""A sheet is set with the templates that it needs, and no others."""

import pytest

from micra_assistant import assets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.templates import templates_of

ALL = {file.name: file.read_bytes() for file in assets.resource("print").glob("*.typ")}


@pytest.mark.parametrize("kind", SheetKind)
def test_its_own_is_the_main_one(kind: SheetKind) -> None:
    assert templates_of(kind)["main.typ"] == ALL[f"{kind}.typ"]


def test_what_others_need_comes_too() -> None:
    assert templates_of("put-back").keys() >= {"frame.typ", "signs.typ", "heads.typ", "data.typ"}


def test_what_it_does_not_need_is_left_out() -> None:
    assert templates_of("checklist").keys().isdisjoint({"report.typ", "ways.typ", "checklist.typ"})


def test_each_template_is_needed_by_a_sheet() -> None:
    needed = {name for kind in SheetKind for name in (f"{kind}.typ", *templates_of(kind))}
    assert needed == {*ALL, "main.typ"}
