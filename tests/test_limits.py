"""What a number, a line and a key of a guide may be."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant import limits, tomlfile
from micra_assistant.guide import judging
from micra_assistant.guide.model import Reading
from tests.builders import check_guide, faults_found, step_file

HOSTILE = [
    "9e999999999",
    "-9e999999999",
    "1e-999999999",
    "0e999999999",
    "1e13",
    "1e-13",
    "9" * 21,
    "nan",
    "inf",
    "sNaN",
    "",
]


@pytest.mark.parametrize("said", ["0", "-0.5", "1e12", "1e-12", "9" * 13, "0." + "3" * 20, "+4.20"])
def test_a_number_that_a_guide_may_have(said: str) -> None:
    assert limits.number(said) == Decimal(said)


@pytest.mark.parametrize("said", HOSTILE)
def test_a_number_that_a_guide_may_not_have(said: str) -> None:
    assert limits.number(said) is None


@pytest.mark.parametrize("said", [said for said in HOSTILE if said])
@pytest.mark.parametrize("end", ["min", "max"])
def test_a_limit_of_a_reading_is_such_a_number(tmp_path: Path, said: str, end: str) -> None:
    item = f"- [ ] Leads[^meters] {{: #leads unit=V {end}={said} }} ◀ is not a number such as 0.5\n"
    check_guide(tmp_path, step_file(item))


@given(st.decimals(allow_nan=False, allow_infinity=False) | st.text(alphabet="0123456789eE.-", max_size=30).map(str))
def test_what_is_a_number_can_be_shown_and_judged(said: Decimal | str) -> None:
    value = limits.number(str(said))
    if value is not None:
        reading = Reading(id="a", label=(), unit="V", low=value)
        assert len(judging.limits(reading)) < 100
        judging.judge(reading, Decimal(10**9), Decimal("0.001"))


@pytest.mark.parametrize(
    "said", ["9" * 14, "-" + "9" * 30, "1e300", "1e-300", "0x" + "f" * 1900, "0.1234567890123456e-20"]
)
@pytest.mark.parametrize("text", ["a = {}", "a = [1, {}]", "[a]\nb = {}", "[[a]]\nb = {{ c = {} }}"])
def test_a_number_of_a_toml_file_is_refused_in_its_line(tmp_path: Path, said: str, text: str) -> None:
    file = tmp_path / "any.toml"
    file.write_text("# words\n" + text.format(said))
    (fault,) = faults_found(lambda: tomlfile.read(file, dict[str, object]))
    assert fault.line == text.count("\n") + 2
    assert fault.message.startswith("the number is too long")


def test_a_line_that_is_too_long_is_named(tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_text(f"a = '{'x' * 1994}'\nb = '{'x' * 1995}'\n")
    (fault,) = faults_found(lambda: tomlfile.read(file, dict[str, str]))
    assert (fault.line, fault.message) == (2, "cannot be read: the line has more than 2000 letters")


@pytest.mark.parametrize(
    "line",
    [
        f"{'a.' * 12}b = 1",
        f"[{'a.' * 12}b]",
        f"[[ {'a . ' * 12}b ]]",
        f"x = {{ y = 1, {'a.' * 12}b = 1 }}",
        '"a".' * 12 + "b = 1",
        "'a=[,'." * 12 + "b = 1",
    ],
)
def test_a_key_of_many_parts_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "any.toml"
    file.write_text(f"# words\n{line}\n")
    (fault,) = faults_found(lambda: tomlfile.read(file, dict[str, object]))
    assert (fault.line, fault.message) == (2, "cannot be read: the key has more than 12 parts")


@pytest.mark.parametrize(
    "line",
    [
        f"{'a.' * 11}b = 1",
        f"x = '{'Wait. ' * 50}'",
        f'x = "{"a.b = 1. " * 20}"',
        f"x = [{'1.5, ' * 50}]",
        f"# {'a.' * 99}",
    ],
)
def test_dots_that_are_no_key_are_let_through(tmp_path: Path, line: str) -> None:
    file = tmp_path / "any.toml"
    file.write_text(line)
    assert faults_found(lambda: tomlfile.read(file, dict[str, object])) == ()


def test_so_many_faults_are_enough(tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_text("".join(f"a{number} = 1\n" for number in range(1000)))
    assert len(faults_found(lambda: tomlfile.read(file, dict[str, str]))) == limits.MOST_MISTAKES
