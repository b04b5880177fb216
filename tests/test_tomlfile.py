"""TOML files read into typed values, every fault in its line."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from micra_assistant import tomlfile
from tests.builders import compare_faults, faults_found, literal


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a whole."""

    name: str
    price: Decimal = Decimal(0)
    marks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.price < 0:
            raise ValueError("the price is below 0")


class Whole(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole of parts."""

    title: str
    parts: tuple[Part, ...] = ()


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., None]:
    """Return what checks that just the faults that a text points at are found in it."""

    def check(text: str, kind: type[object] = Whole) -> None:
        file = tmp_path / "whole.toml"
        file.write_text("\n".join(line.split("◀")[0] for line in literal(text).split("\n")), encoding="utf-8")
        faults = faults_found(lambda: tomlfile.read(file, kind))
        compare_faults(faults, {"whole.toml": text})

    return check


def test_a_file_is_read_to_its_type(tmp_path: Path) -> None:
    file = tmp_path / "whole.toml"
    file.write_text('title = "T"\n[[parts]]\nname = "A"\nprice = 0.1\nmarks = [1, 2]\n[[parts]]\nname = "B"\n')
    assert tomlfile.read(file, Whole) == Whole("T", (Part("A", Decimal("0.1"), (1, 2)), Part("B")))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('title = "T"', id="sound"),
        pytest.param("title = 5 ◀ “title”: Expected `str`, got `int`", id="wrong type"),
        pytest.param("parts = [] ◀ “title” is missing", id="missing at the top is in line 1"),
        pytest.param('title = "T"\n# words\npart = [] ◀ unknown key “part”: did you mean “parts”?', id="near miss"),
        pytest.param(
            """
            title = "T"

            [[parts]]
            name = "A"

            [[parts]]           ◀ “name” is missing
            price = 5
            nmae = "B"          ◀ unknown key “nmae”: did you mean “name”?
            marks = [1, "two"]  ◀ “marks”: Expected `int`, got `str`

            [[parts]]           ◀ “parts”: the price is below 0
            name = "C"
            price = -1
            """,
            id="the place among several",
        ),
        pytest.param('title = "T"\nparts = "A" ◀ “parts”: Expected `array`, got `str`', id="no list"),
        pytest.param('title = "T"\n[parts] ◀ “parts”: Expected `array`, got `object`\nname = "A"', id="one bracket"),
        pytest.param('title = "T"\nparts = [{name = 5}] ◀ “name”: Expected `str`, got `int`', id="in a line"),
        pytest.param('title = "T" # a \u2028 b \x85 c\ntool = 5 ◀ unknown key “tool”', id="line breaks that are none"),
        pytest.param('title = "T"\n\n= 5 ◀ is not TOML: a line is written key = value', id="syntax"),
        pytest.param('title = "T"\n\ntitle = "T" ◀ is not TOML: this key stands twice', id="twice"),
        pytest.param('title = "T"\nparts = [ ◀ is not TOML', id="not closed"),
        pytest.param("title = 2026-02-30 ◀ is not TOML: Invalid date or datetime", id="no such day"),
        pytest.param(
            f"title = {'9' * 5000} ◀ cannot be read: the line has more than 2000 letters", id="a number too long"
        ),
        pytest.param(f"title = {'[' * 1500} ◀ cannot be read: ", id="brackets too deep"),
    ],
)
def test_faults_are_found_in_their_lines(check: Callable[..., None], text: str) -> None:
    check(text)


def test_a_table_of_tables_is_checked_table_by_table(check: Callable[..., None]) -> None:
    check(
        """
        [one]
        name = "A"

        ["two.b"]
        name = 5        ◀ “name”: Expected `str`, got `int`

        [three]         ◀ “name” is missing
        """,
        dict[str, Part],
    )


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("change", ["\n", "\r\n"])
def test_any_editor_will_do(tmp_path: Path, mark: str, change: str) -> None:
    file = tmp_path / "whole.toml"
    file.write_text(f'{mark}title = "T"{change}parts = []{change}', encoding="utf-8", newline="")
    assert tomlfile.read(file, Whole) == Whole("T")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "whole.toml"
    file.write_bytes(b'title = "K\xfchlung"')
    said = '◀ is not saved as UTF-8: “title = "Kühlung"” seems to be in Windows-1252'
    compare_faults(faults_found(lambda: tomlfile.read(file, Whole)), {"whole.toml": said})
    compare_faults(faults_found(lambda: tomlfile.read(tmp_path, Whole)), {tmp_path.name: "◀ cannot be read: "})


KEY = st.sampled_from(["title", "parts", "name", "price", "marks", "other", "[parts]", "[[parts]]", "[a.b]"])
VALUE = st.sampled_from(
    ['"T"', "5", "-5", "[]", "[1]", "[[1]]", "{}", "nan", "inf", "true", "1979-05-27", '"""\na = 1\n"""']
)
LINE = st.builds("{} = {}".format, KEY, VALUE) | KEY | st.text(max_size=10)


@given(st.lists(LINE, max_size=8).map("\n".join))
def test_any_text_is_a_value_or_faults_in_its_lines(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text(text, encoding="utf-8", newline="")
    lines = file.read_text(encoding="utf-8").count("\n") + 1
    assert all(1 <= fault.line <= lines for fault in faults_found(lambda: tomlfile.read(file, Whole)))


@pytest.mark.parametrize(
    ("word", "meant"),
    [("titel", "title"), ("title", "title"), ("engine", ""), ("", "")],
)
def test_a_near_miss_is_guessed(word: str, meant: str) -> None:
    assert tomlfile.nearest(word, ["title", "parts"]) == meant


def test_what_may_be_meant_is_asked_behind_the_mistake() -> None:
    assert tomlfile.asking("no step “of”", "off") == "no step “of”: did you mean “off”?"
    assert tomlfile.asking("no step “of”", "") == "no step “of”"
