"""What is kept of a reading that is typed, and what is asked first."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from micra_assistant.guide.entering import doubt, entered, to_keep
from micra_assistant.guide.measure import OPEN, AskedError, ReadingError, parse
from micra_assistant.guide.units import PREFIXES, UNITS
from micra_assistant.numbers import Numbers

LONE = (
    "1",
    " 1",
    "1 ",
    "1.",
    "1 .",
    "1,",
    "1. . .",
    "1...",
    "1…",
    "1_",
    "1___",
    "1 _ _ _",
    "1---",
    "1 - - -",
    "+1",
    "1 —",
)
ALIKE = ("I", "l", "i", "|", "I.", "l .", "І", "Ι", "ı", "Ⅰ", "１", "١", "۱", "१", "𝟏", "１．")
WITH_UNIT = (
    "1 Ω",
    "1Ω",
    "1 \N{OHM SIGN}",
    "1. Ω",
    "I Ω",
    "1 k",
    "1k",
    "1 K",
    "1 kΩ",
    "1. kΩ",
    "1 MΩ",
    "1M",
    "1 М",
    "1 GΩ",
)


@pytest.mark.parametrize("typed", [*LONE, *ALIKE, *WITH_UNIT])
@pytest.mark.parametrize("numbers", Numbers)
def test_a_lone_one_in_ohms_is_asked_about(typed: str, numbers: Numbers) -> None:
    with pytest.raises(AskedError, match="over range") as asked:
        entered(typed, "Ω", numbers)
    over, one = asked.value.choices
    assert parse(over.typed, "Ω") == OPEN
    assert str(parse(one.typed, "Ω")).startswith(("1.0", "1000", "1.0E"))
    assert [entered(choice.typed, "Ω", numbers) for choice in (over, one)] == [over.typed, one.typed]


@pytest.mark.parametrize("typed", [*LONE, *ALIKE, *WITH_UNIT])
def test_it_is_kept_so_that_no_program_reads_it_as_a_value(typed: str) -> None:
    kept = to_keep(typed, "Ω")
    assert kept == f"{typed.strip()} ?"
    with pytest.raises(ReadingError):
        parse(kept, "Ω")
    asked = doubt(kept, "Ω")
    assert asked is not None
    assert [choice.name for choice in asked.choices] == ["over-range", "one"]
    assert to_keep(kept, "Ω") == kept


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("1.0", 1), ("1,0", 1), ("1.00", 1), ("01", 1), ("001", 1), ("1 ohm", 1), ("1 Ом", 1), ("1R", 1), ("1R0", 1)),
        *(
            ("1.0 k", 1000),
            ("1 kohm", 1000),
            ("1 megohm", 10**6),
            ("1 200", 1200),
            ("11", 11),
            ("10", 10),
            ("0.1", "0.1"),
        ),
    ],
)
def test_what_no_display_shows_for_over_range_is_a_value(typed: str, value: int | str) -> None:
    assert entered(typed, "Ω") == typed
    assert parse(typed, "Ω") == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0.l", "0.1"), (".0l", ".01"), ("0.0l", "0.01"), ("0.l Ω", "0.1 Ω"), ("0.lk", "0.1k"), ("0.l ohm", "0.1 ohm")],
)
@pytest.mark.parametrize("numbers", Numbers)
def test_a_small_l_behind_a_point_may_be_a_one(typed: str, number: str, numbers: Numbers) -> None:
    with pytest.raises(AskedError, match=f"or {number}") as asked:
        entered(typed, "Ω", numbers)
    assert [entered(choice.typed, "Ω", numbers) for choice in asked.value.choices] == ["OL", number]
    assert to_keep(typed, "Ω", numbers) == f"{typed} ?"
    assert doubt(f"{typed} ?", "Ω")


@pytest.mark.parametrize("typed", ["0.L", ".OL", ".0L", "o.l", "O.l", "ol", "0l"])
def test_what_is_read_off_a_display_is_not_asked_about(typed: str) -> None:
    assert parse(entered(typed, "Ω"), "Ω") == OPEN


def test_in_a_job_of_before_it_is_what_it_was() -> None:
    assert parse("0.l", "Ω") == OPEN


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit != "Ω"])
def test_in_other_units_a_one_is_a_one(unit: str) -> None:
    assert parse(entered("1", unit), unit) == 1


def test_what_a_job_of_before_holds_is_read_as_it_was() -> None:
    assert [parse(kept, "Ω") for kept in ("1", "1.", "1 Ω", "1k")] == [1, 1, 1, 1000]


@pytest.mark.parametrize(
    ("typed", "numbers", "kept"),
    [
        ("1.234", Numbers.POINT, "1.234"),
        ("1,234", Numbers.COMMA, "1,2340"),
        ("1,234", Numbers.SPACE, "1,2340"),
        ("1,000", Numbers.COMMA, "1,0"),
        ("-1,234 mV", Numbers.COMMA, "-0,001234"),
        ("12,6 V", Numbers.COMMA, "12,6 V"),
        ("1.234", Numbers.COMMA, "1.234 ?"),
        ("1,234", Numbers.POINT, "1,234"),
        ("good", Numbers.COMMA, "good"),
        ("", Numbers.COMMA, ""),
        (f"{' ' * 60}1", Numbers.POINT, "1 ?"),
        ("150?", Numbers.POINT, "150?"),
    ],
)
def test_what_is_kept_says_the_same_in_every_country(typed: str, numbers: Numbers, kept: str) -> None:
    assert to_keep(typed, "V", numbers) == kept


@pytest.mark.parametrize(("typed", "numbers"), [("1,234 mV", Numbers.POINT), ("1.234 mV", Numbers.COMMA)])
def test_two_numbers_are_asked_about_and_either_is_taken_everywhere(typed: str, numbers: Numbers) -> None:
    with pytest.raises(AskedError, match=r"Type 1234 or 1.234: a (comma|point) can mean either\.") as asked:
        entered(typed, "V", numbers)
    for choice, value in zip(asked.value.choices, ("1.234", "0.001234"), strict=True):
        for other in Numbers:
            assert parse(entered(choice.typed, "V", other), "V") == Decimal(value)


@pytest.mark.parametrize("kept", ["150?", "?", "good ?", "12.6", "OL"])
def test_nothing_else_is_in_doubt(kept: str) -> None:
    assert doubt(kept, "Ω") is None


@given(
    st.decimals(0, 10**6, places=3),
    st.sampled_from(["", "k", "M", "G"]),
    st.sampled_from(["", " "]),
    st.sampled_from(["", "Ω", "\N{OHM SIGN}", "ohm", "Ом", "Ohms"]),
    st.sampled_from(Numbers),
)
def test_a_reading_is_the_one_that_was_written_or_asked_about(
    value: Decimal, prefix: str, gap: str, unit: str, numbers: Numbers
) -> None:
    typed = f"{value.normalize():f}".replace(".", numbers.mark) + gap + prefix + unit
    try:
        assert parse(entered(typed, "Ω", numbers), "Ω") == value * (PREFIXES[prefix] if prefix else 1)
    except AskedError:
        assert value == 1


@given(st.text(max_size=20) | st.text("0123456789 .,'-kMmVΩIl?", max_size=10), st.sampled_from(Numbers))
@example("1,000", Numbers.COMMA)
def test_what_is_kept_is_what_was_meant_or_no_value(typed: str, numbers: Numbers) -> None:
    kept = to_keep(typed, "Ω", numbers)
    assert to_keep(kept, "Ω", numbers) == kept
    try:
        meant = parse(entered(typed, "Ω", numbers), "Ω")
    except ReadingError:
        with pytest.raises(ReadingError):
            parse(kept, "Ω")
    else:
        assert parse(kept, "Ω") == meant
