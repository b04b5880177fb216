"""How much a price is still worth after years."""

import pytest

from micra_assistant.parts.price_age import STRENGTH, Age, age_of, age_words
from tests.parts.ways import option, table


@pytest.mark.parametrize(
    ("year", "age", "words"),
    [
        (2027, Age.FRESH, ""),
        (2026, Age.FRESH, ""),
        (2025, Age.FRESH, ""),
        (2024, Age.AGEING, "2 years old"),
        (2022, Age.AGEING, "4 years old"),
        (2018, Age.OLD, "8 years old"),
        (None, Age.UNDATED, ""),
    ],
)
def test_a_price_is_worth_less_each_year(year: int | None, age: Age, words: str) -> None:
    used = option("used", 300, 700, year=year)
    parts = table(used)
    assert (age_of(parts, used, 2026), age_words(parts, used, 2026)) == (age, words)


def test_an_option_without_a_date_of_its_own_has_that_of_the_table() -> None:
    own, other, undated = option("a", 1, 1), option("b", 1, 1, year=2018), option("c", 1, 1, priced="some day")
    parts = table(own, other, undated, year=2026)
    assert [parts.year_of(found) for found in (own, other, undated)] == [2026, 2018, None]


def test_the_older_the_paler() -> None:
    assert list(STRENGTH) == list(Age)
    assert sorted(STRENGTH.values(), reverse=True) == list(STRENGTH.values())
