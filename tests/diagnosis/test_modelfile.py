"""The model of a complaint, read from what a mechanic has written."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.fault_model import OTHER, Access, Cost, Fault, Model, Repair
from micra_assistant.diagnosis.trust import CAP, FLOOR, floored
from micra_assistant.number_words import GAP
from tests.diagnosis.lamp import LAMP, PARTS, changed, guide_with, read_in

EURO = "{}\N{NO-BREAK SPACE}€"


def test_a_model_is_read(lamp: Callable[[str], Model]) -> None:
    model = lamp(LAMP)
    assert (model.id, model.title, model.basis) == ("plate-light", "The plate light is dark", "author's estimate")
    assert (model.currency, model.rate_per_hour) == ("EUR", Decimal(60))
    assert model.access == (Access("lens", "Take the lens off", Cost(4)),)
    assert model.faults[:2] == (Fault("bulb", "Bulb blown", 60), Fault("fuse", "Fuse blown", 37, "close"))
    assert model.repairs[0] == Repair(
        "change-bulb", "Change the bulb", Cost(2, Decimal(3)), {"bulb": CAP, "other": 0.05}, "lens", stale=("look",)
    )
    assert model.give_up.cost == Cost(30, Decimal(100))
    assert model.assumed == ()


def test_something_else_is_always_possible(lamp: Callable[[str], Model]) -> None:
    assert lamp(LAMP).shares[OTHER] == pytest.approx(0.03)
    own = changed(
        '[[tests]]\nid = "look"', '[[faults]]\nid = "other"\ntext = "Rust"\nweight = 3\n[[tests]]\nid = "look"'
    )
    assert lamp(own).faults[2:] == (Fault("other", "Rust", 3),)


def test_a_word_of_trust_says_how_often_the_expected_answer_comes(lamp: Callable[[str], Model]) -> None:
    look = lamp(LAMP).tests[0]
    assert (look.trust, look.access) == (0.95, "lens")
    assert look.likely["broken"]["bulb"] == pytest.approx(0.95)
    assert look.likely["broken"]["fuse"] == pytest.approx(0.05), "one of the others"
    assert look.likely["broken"][OTHER] == pytest.approx(0.5), "of which nothing is known"


def test_what_a_false_reading_leaves_is_shared(lamp: Callable[[str], Model]) -> None:
    text = changed('broken = "Broken" }', 'broken = "Broken", black = "Black" }')
    assert lamp(text).tests[0].likely["black"] == pytest.approx({"bulb": 0.025, "fuse": 0.025, OTHER: 1 / 3})


def test_percentages_are_taken_as_they_are(lamp: Callable[[str], Model]) -> None:
    text = changed("fuse = { blown = 100 }", "fuse = { blown = 62.5, good = 37.5 }")
    assert lamp(text).tests[1].likely["blown"]["fuse"] == pytest.approx(0.625)


def test_nothing_is_ever_quite_sure(lamp: Callable[[str], Model]) -> None:
    ohms = lamp(LAMP).tests[1]
    assert ohms.likely["good"]["fuse"] == FLOOR
    assert ohms.likely["blown"]["fuse"] == pytest.approx(1 - FLOOR)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8).filter(any))
def test_small_shares_are_raised_and_all_are_1_in_all(parts: list[int]) -> None:
    shares = floored([part / sum(parts) for part in parts])
    assert sum(shares) == pytest.approx(1, abs=1e-12)
    assert min(shares) >= FLOOR - 1e-15


@pytest.mark.parametrize(
    ("said", "share"),
    [
        *(('"always"', CAP), ('"usually"', 0.9), ('"often"', 0.7), ('"half"', 0.5), ('"sometimes"', 0.3)),
        *(("93", 0.93), ("12.5", 0.125), ("100", CAP)),
    ],
)
def test_a_repair_cures_as_often_as_is_said(lamp: Callable[[str], Model], said: str, share: float) -> None:
    assert lamp(changed('fuse = "half"', f"fuse = {said}")).repairs[1].fixes == {"fuse": pytest.approx(share)}


def test_what_a_repair_never_cures_need_not_be_said(lamp: Callable[[str], Model]) -> None:
    assert lamp(changed('fuse = "half"', 'fuse = "half", bulb = 0')).repairs[1].fixes == {"fuse": 0.5}


# what is left out


def test_missing_costs_are_the_middle_of_the_others_and_said(lamp: Callable[[str], Model]) -> None:
    model = lamp(changed("minutes = 2\nmoney = 3\n", "", changed("minutes = 3\n", "")))
    assert model.tests[1].cost == Cost(1)
    assert model.repairs[0].cost == Cost(2, Decimal(1), is_known=False)
    one = EURO.format(1)
    assert list(model.assumed) == [
        f"The time of “Ohms of the fuse?” is not given. Taken: 1{GAP}min, the middle of the others.",
        f"The price of “Change the bulb” is not known. Reckoned with: {one}, that of the dearest that is known.",
        f"The time of “Change the bulb” is not given. Taken: 2{GAP}min, the middle of the others.",
    ]


@pytest.mark.parametrize(
    ("said", "money"), [("", 2 * (80 + 2)), ("minutes = 30\n", 2 * (80 + 2) - 30), ("minutes = 200\n", 0)]
)
def test_giving_up_costs_twice_the_dearest_repair(lamp: Callable[[str], Model], said: str, money: int) -> None:
    give_up = lamp(changed("minutes = 30\nmoney = 100\n", said, changed("money = 3\n", "money = 80\n")))
    assert give_up.give_up.cost.money == money
    (words,) = give_up.assumed
    assert words.startswith("The price of “Send it to an electrician” is not given.")
    assert words.endswith(f"Taken: {EURO.format(money)}, with its time twice the dearest repair.")


def test_where_no_repair_has_a_price_none_is_taken(lamp: Callable[[str], Model]) -> None:
    model = lamp(changed("money = 1\n", "", changed("money = 3\n", "")))
    assert model.repairs[0].cost == Cost(2, Decimal("0.00"), is_known=False)


def test_where_nothing_is_known_a_usual_time_is_taken(lamp: Callable[[str], Model]) -> None:
    text = re.sub(r"^minutes = [1-4]\n", "", LAMP, flags=re.MULTILINE)
    model = lamp(text)
    assert (model.access[0].cost, model.tests[0].cost) == (Cost(15), Cost(5))
    assert [repair.cost.minutes for repair in model.repairs] == [30, 30]
    assert [words.partition("Taken: ")[2] for words in model.assumed] == [
        f"15{GAP}min, as is usual.",
        *[f"5{GAP}min, as is usual."] * 2,
        *[f"30{GAP}min, as is usual."] * 2,
    ]


def test_an_option_gives_the_price(tmp_path: Path) -> None:
    text = changed("money = 3\n", 'option = "new"\n')
    guide = guide_with(tmp_path, {"faults.toml": text})
    model = read_in(guide)
    assert (model.repairs[0].option, model.repairs[0].cost) == ("new", Cost(2, Decimal("5.5")))
    assert model.assumed == ()


def test_what_is_used_up_beside_an_option_is_in_its_price(tmp_path: Path) -> None:
    parts = PARTS.replace("[4, 7]", "[4, 7]\nconsumables = 2").replace("rate_", 'estimates = "versa"\nrate_')
    text = changed("money = 3\n", 'option = "new"\n')
    model = read_in(guide_with(tmp_path, {"faults.toml": text, "parts.toml": parts}))
    assert model.repairs[0].cost.money == Decimal("7.5")


@pytest.mark.parametrize("price", ['"unknown"', '[400, 700]\ncurrency = "JPY"'])
def test_an_option_whose_price_is_not_known_in_the_currency_gives_none(tmp_path: Path, price: str) -> None:
    text = changed("money = 3\n", 'option = "new"\n')
    guide = guide_with(tmp_path, {"faults.toml": text, "parts.toml": PARTS.replace("[4, 7]", price)})
    model = read_in(guide)
    assert any(words.startswith("The price of “Change the bulb” is not known.") for words in model.assumed)
    assert model.repairs[0].cost.money < 100


def test_the_parts_table_gives_currency_and_rate(tmp_path: Path) -> None:
    text = changed('currency = "EUR"\nrate_per_hour = 60\n', "")
    model = read_in(guide_with(tmp_path, {"faults.toml": text}))
    assert (model.currency, model.rate_per_hour) == ("EUR", Decimal(40))
