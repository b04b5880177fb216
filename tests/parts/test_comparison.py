"""What each option costs once it is fitted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.parts import money
from micra_assistant.parts.comparison import compare, dearest_part
from micra_assistant.parts.options import Option, OptionKind, PartsTable


def table(*options: Option) -> PartsTable:
    """Return a table of these options."""
    return PartsTable("Button", "RUB", "Russia", "2026", "versa", Decimal(1200), options)


def option(name: str, low: int, high: int, minutes: int) -> Option:
    """Return an option at this price."""
    return Option(name, name.title(), OptionKind.USED, (Decimal(low), Decimal(high)), minutes)


def drawn(parts: PartsTable, rate: int) -> list[str]:
    """Return each option with its fitted price as a price tag shows it."""
    return [
        f"{fitted.option.name}: {money.show_range(fitted.low, fitted.high, 'RUB')}".replace("\N{NO-BREAK SPACE}", " ")
        for fitted in compare(parts, Decimal(rate))
    ]


def test_labour_is_added_to_each_end() -> None:
    parts = table(option("original", 2500, 4000, 60), option("used", 300, 700, 70), option("clean", 0, 150, 0))
    assert drawn(parts, 1200) == [
        "Original: 3 700 – 5 200 ₽",
        "Used: 1 700 – 2 100 ₽",
        "Clean: 0 – 150 ₽",
    ]
    assert drawn(parts, 0) == ["Original: 2 500 – 4 000 ₽", "Used: 300 – 700 ₽", "Clean: 0 – 150 ₽"]


def test_a_third_of_an_hour_loses_nothing_that_can_be_seen() -> None:
    assert drawn(table(option("used", 0, 0, 20)), 100) == ["Used: 33 ₽"]


def test_the_dearest_part_ends_the_price_bars() -> None:
    assert dearest_part(table(option("used", 300, 700, 0), option("original", 2500, 4000, 0))) == 4000
    assert dearest_part(table()) == 0


@given(low=st.integers(0, 10**8), more=st.integers(0, 10**8), minutes=st.integers(0, 10**6), rate=st.integers(0, 10**6))
def test_fitted_is_part_and_labour(low: int, more: int, minutes: int, rate: int) -> None:
    (fitted,) = compare(table(option("used", low, low + more, minutes)), Decimal(rate))
    labour = rate * minutes / 60
    assert [float(fitted.labour), float(fitted.low), float(fitted.high)] == pytest.approx(
        [labour, low + labour, low + more + labour]
    )
