"""What a way costs over the years, and which comes cheapest, in words."""

import pytest

from micra_assistant.parts.comparison import compare
from micra_assistant.parts.cost_words import advice_words, kept_head, kept_words, make_up
from micra_assistant.parts.own_failures import OwnFailures
from tests.parts.ways import EXAMPLE, RATE, example, plain, way


def advice(years: int) -> str:
    """Return what is advised of the worked example."""
    return plain(advice_words(example().values(), years, "RUB"))


def test_the_cheapest_is_named_with_its_runner_up_and_the_limit_that_was_solved() -> None:
    assert advice(3) == (
        "For a car kept 3 years, “Analogue” comes cheapest, about 3 736 ₽: "
        "it stays cheaper than “Clean” as long as fewer than 23 in 100 of it fail within a year. "
        "How often each fails is our estimate. "
        "Their ranges overlap: at other prices “Clean” is the cheaper one."
    )
    assert advice(1) == (
        "For a car kept 1 year, “Clean” comes cheapest, about 2 159 ₽: "
        "it stays cheaper than “Used” as long as fewer than 68 in 100 of it fail within a year. "
        "How often each fails is our estimate."
    )


def test_of_the_used_and_the_original_part_the_limit_is_forty() -> None:
    ways = example()
    words = plain(advice_words([ways["original"], ways["used"]], 3, "RUB"))
    assert words.startswith(
        "For a car kept 3 years, “Used” comes cheapest, about 4 355 ₽: it stays cheaper than “Original” "
    )
    assert "as long as fewer than 40 in 100 of it fail within a year." in words


def test_fitted_now_nothing_fails() -> None:
    assert advice(0) == "Fitted now, “Clean” comes cheapest: about 1 275 ₽."


def test_what_always_pays_is_said_so() -> None:
    ways = [way("free", 0, 0, 0, fails=50.0), way("dear", 5000, 5000, fails=1.0)]
    assert plain(advice_words(ways, 2, "RUB")) == (
        "For a car kept 2 years, “Free” comes cheapest, about 0 ₽: "
        "it stays cheaper than “Dear” however often it fails. How often each fails is our estimate."
    )


def test_what_the_workshop_has_counted_itself_is_no_estimate() -> None:
    counted = {name: OwnFailures(14, 3, 20.0) for name in ("analogue", "clean", "used", "original")}
    assert "our estimate" not in advice_words(compare(EXAMPLE, RATE, own=counted), 3, "RUB")
    some = {name: counted[name] for name in ("analogue", "used", "original")}
    assert "our estimate" in advice_words(compare(EXAMPLE, RATE, own=some), 1, "RUB")


def test_one_alone_is_said_to_be_alone_and_the_others_to_be_left_out() -> None:
    ways = [way("known", 100, 100, fails=1.0), way("unrated", 1, 1), way("foreign", 1, 1, currency="GBP")]
    assert plain(advice_words(ways, 2, "RUB")) == (
        "For a car kept 2 years, only “Known” can be worked out: about 1 326 ₽. "
        "How often each fails is our estimate. "
        "2 ways are left out: their price here or how often they fail is not known."
    )


def test_where_nobody_knows_how_often_they_fail_only_the_first_fitting_is_compared() -> None:
    words = plain(advice_words([way("a", 100, 100), way("b", 200, 200)], 3, "RUB"))
    assert words == (
        "Fitted now, “A” comes cheapest: about 1 300 ₽. "
        "How often these fail, nobody knows: only the first fitting is compared."
    )


@pytest.mark.parametrize("ways", [(), (way("foreign", 1, 1, currency="GBP"),)])
def test_without_a_price_there_is_none_to_compare(ways: tuple[()]) -> None:
    assert advice_words(ways, 3, "RUB") == "No price is known in ₽: ask for one."


def test_the_cost_over_the_years_is_a_range_or_not_known() -> None:
    assert plain(kept_words(example()["analogue"], 3, "RUB")) == "3 209 – 4 264 ₽"
    assert kept_words(way("unrated", 1, 1), 3, "RUB") == "not known"
    assert [kept_head(1), kept_head(3)] == ["Kept 1 year", "Kept 3 years"]


def test_what_it_is_made_up_of_ends_with_its_sum_and_leaves_out_what_costs_nothing() -> None:
    rows = [(name, plain(amount)) for name, amount in make_up(example()["analogue"], 3, "RUB")]
    assert rows == [
        ("Part, at the middle of its price", "1 150 ₽"),
        ("Work now", "1 200 ₽"),
        ("Parts bought again, 51 for 100 cars", "583 ₽"),
        ("Work and consumables again, 67 times for 100 cars", "803 ₽"),
        ("Together", "3 736 ₽"),
    ]
    assert make_up(way("unrated", 1, 1), 3, "RUB") == ()
