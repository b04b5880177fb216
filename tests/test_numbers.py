"""Numbers as people type them: the one that was meant, or a refusal, and never another one."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from micra_assistant.numbers import (
    MOST_LETTERS,
    AmbiguousError,
    NumberError,
    Numbers,
    decimal_of,
    money_of,
    tidy,
    whole_of,
    written,
)

POINT, COMMA, SPACE = Numbers
GROUPS = ("", ".", ",", " ", "'", "’", "٬", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")
MARKS = (".", ",", "٫", "،")
ZEROS = [letter for letter in map(chr, range(0x110000)) if unicodedata.decimal(letter, None) == 0]
"""The zero of every script that has decimal digits; its other digits follow it."""


VALUES = st.integers(0, 5).flatmap(lambda places: st.decimals(0, 10**9, places=places))
TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def as_written(value: Decimal, group: str, mark: str, zero: str) -> str:
    """Return a value with these signs, in the digits of the script with this zero."""
    whole, _, part = f"{value:f}".partition(".")
    text = f"{int(whole):,}".replace(",", group) + (mark + part if part else "")
    return "".join(chr(ord(zero) + int(letter)) if "0" <= letter <= "9" else letter for letter in text)


def readings_of(text: str, numbers: Numbers) -> Iterator[Decimal]:
    """Yield what a text is read as, by everything that does not refuse it."""
    for read in (decimal_of, money_of, lambda text, _: Decimal(whole_of(text))):
        with suppress(NumberError):
            yield read(tidy(text), numbers)


@given(VALUES, st.sampled_from(Numbers), st.sampled_from(GROUPS), st.sampled_from(MARKS), st.sampled_from(ZEROS))
def test_a_number_is_the_one_that_was_written_or_refused(
    value: Decimal, numbers: Numbers, group: str, mark: str, zero: str
) -> None:
    text = as_written(value, group, mark, zero)
    assume(tidy(group) != tidy(mark) and not TWO_WAYS.fullmatch(tidy(text)))
    assert all(number == value for number in readings_of(text, numbers))


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from(Numbers))
def test_three_digits_behind_one_mark_are_read_as_here_or_asked_about(
    whole: int, part: int, mark: str, numbers: Numbers
) -> None:
    text = f"{whole}{mark}{part:03}"
    measured, paid = (next(iter(_read(read, text, numbers)), None) for read in (decimal_of, money_of))
    assert measured == (Decimal(f"{whole}.{part:03}") if mark == numbers.mark else None)
    assert paid == (whole * 1000 + part if mark == numbers.group else None)
    assert whole_of(text) == whole * 1000 + part


def _read(read: Callable[[str, Numbers], Decimal], text: str, numbers: Numbers) -> Iterator[Decimal]:
    with suppress(AmbiguousError):
        yield read(text, numbers)


@pytest.mark.parametrize("numbers", Numbers)
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12.6", "12.6"),
        ("12,6", "12.6"),
        (".4", "0.4"),
        ("5,", "5"),
        ("0,200", "0.2"),
        ("1234,567", "1234.567"),
        ("1,2000", "1.2"),
        ("1 234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1'234.50", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("1 234", "1234"),
        ("٠٫٤", "0.4"),
        ("۰٫۴", "0.4"),
        ("०.४", "0.4"),
        ("０．４", "0.4"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("1٫234", "1.234"),
        ("\u200e12.6", "12.6"),
    ],
)
def test_what_can_be_read_in_one_way_is_taken_everywhere(numbers: Numbers, typed: str, value: str) -> None:
    assert decimal_of(tidy(typed), numbers) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ".",
        "1 2 3",
        "12,34,5",
        "1.2.3",
        "1,234,5",
        "1.234.5",
        "1 234 567 8",
        "1 23",
        "1,,2",
        "1e3",
        "0x10",
        "1_000",
        "+5",
        "-5",
        "9" * 25,
        "1 234 5",
    ],
)
@pytest.mark.parametrize("numbers", Numbers)
def test_what_is_no_number_is_refused(numbers: Numbers, typed: str) -> None:
    for read in (decimal_of, money_of):
        with pytest.raises(NumberError, match=r"is not a number"):
            read(typed, numbers)
    with pytest.raises(NumberError):
        whole_of(typed)


@pytest.mark.parametrize(
    ("typed", "numbers", "value"),
    [
        ("1.234", POINT, "1.234"),
        ("1,234", POINT, None),
        ("1,234", COMMA, "1.234"),
        ("1.234", COMMA, None),
        ("1,234", SPACE, "1.234"),
        ("1.234", SPACE, None),
    ],
)
def test_a_measured_value_has_three_decimals_behind_the_own_mark(
    typed: str, numbers: Numbers, value: str | None
) -> None:
    if value:
        assert decimal_of(typed, numbers) == Decimal(value)
        return
    with pytest.raises(AmbiguousError) as asked:
        decimal_of(typed, numbers)
    assert asked.value.whole == "1234"
    assert decimal_of(asked.value.decimal, numbers) == Decimal("1.234")


@pytest.mark.parametrize(
    ("typed", "numbers", "value", "ways"),
    [
        ("2,500", POINT, "2500", ""),
        ("2.500", POINT, None, "2500 or 2.50"),
        ("2.500", COMMA, "2500", ""),
        ("2,500", COMMA, None, "2500 or 2,50"),
        ("2,500", SPACE, None, "2500 or 2,50"),
        ("2.500", SPACE, None, "2500 or 2,50"),
        ("1.234", POINT, None, "1234 or two decimals at most"),
    ],
)
def test_an_amount_with_three_digits_behind_a_mark_is_asked_about(
    typed: str, numbers: Numbers, value: str | None, ways: str
) -> None:
    if value:
        assert money_of(typed, numbers) == Decimal(value)
        return
    with pytest.raises(AmbiguousError, match=f"type {ways}"):
        money_of(typed, numbers)


@pytest.mark.parametrize("typed", ["0.123", "1.2345", "1234.567"])
def test_an_amount_has_two_decimals_at_most(typed: str) -> None:
    with pytest.raises(NumberError, match="more than two decimals"):
        money_of(typed, POINT)


@pytest.mark.parametrize("typed", ["10²", "½", "1½", "¼", "①", "10⁶"])
def test_raised_digits_and_fractions_are_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NumberError, match=r"without small raised or lowered digits or fractions, such as 0\.5"):
        tidy(typed)


def test_what_is_too_long_is_refused_before_it_is_read() -> None:
    assert tidy("1" * MOST_LETTERS) == "1" * MOST_LETTERS
    with pytest.raises(NumberError, match="too long"):
        tidy("²" * 10**7)


@given(st.decimals(-(10**9), 10**9, places=4) | st.decimals(0, 1000, places=3), st.sampled_from(Numbers))
def test_what_is_written_reads_the_same_in_every_country(value: Decimal, numbers: Numbers) -> None:
    text = written(value, numbers)
    for other in Numbers:
        assert decimal_of(text.removeprefix("-"), other) == abs(value)


def test_each_way_is_shown_by_an_example() -> None:
    assert [numbers.example for numbers in Numbers] == ["1,234.5", "1.234,5", "1\N{NO-BREAK SPACE}234,5"]
    for numbers in Numbers:
        assert decimal_of(tidy(numbers.example), numbers) == Decimal("1234.5")
