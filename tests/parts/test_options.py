"""The ways to get the part, read from ``parts.toml``."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.parts.options import Option, OptionKind, PartsTable, read_parts
from tests.builders import check_guide, faults_found, write_guide

HEAD = """
part = "Tailgate button"
currency = "RUB"
market = "Russia"
priced = "2026"
source = "versa"
rate_per_hour = 1200.50
"""
ORIGINAL = """
[[options]]
id = "original"
name = "Original"
kind = "original"
price = [2500, 4000.5]
source = "versa"
minutes = 60
benefits = ["Perfect fit"]
drawbacks = ["High cost"]
note = "Order by VIN."
"""
USED = """
[[options]]
id = "used"
name = "Used"
kind = "used"
price = [300, 300]
minutes = 70
"""
SAID = 'source = "versa"\n'
OWN = """
part = "Switch"
currency = "GBP"
market = "UK"
priced = "one owner, before 2018"
year = 2017
source = "meters"
delivery = "a week"
warranty_months = 6
fails = 35
consumables = 2.5
before_paying = ["size", "pins"]
"""


def check_parts(folder: Path, text: str) -> None:
    """Check that just the faults that ``text`` points at are found in it."""
    check_guide(folder, {"parts.toml": text}, lambda guide: read_parts(guide, {"versa", "meters"}))


def test_a_table_is_read(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {"parts.toml": HEAD + ORIGINAL + USED + SAID})
    assert read_parts(folder, {"versa"}) == PartsTable(
        part="Tailgate button",
        currency="RUB",
        market="Russia",
        priced="2026",
        source="versa",
        rate_per_hour=Decimal("1200.5"),
        options=(
            Option(
                id="original",
                name="Original",
                kind=OptionKind.ORIGINAL,
                price=(Decimal(2500), Decimal("4000.5")),
                minutes=60,
                benefits=("Perfect fit",),
                drawbacks=("High cost",),
                note="Order by VIN.",
                source="versa",
            ),
            Option("used", "Used", OptionKind.USED, (Decimal(300), Decimal(300)), 70, source="versa"),
        ),
    )


def test_a_guide_may_need_no_part(tmp_path: Path) -> None:
    assert read_parts(write_guide(tmp_path, {})) is None


def test_several_faults_come_together(tmp_path: Path) -> None:
    check_parts(
        tmp_path,
        """
        part = "Tailgate button"
        currency = 5                                ◀ “currency”: Expected `str`, got `int`
        market = "Russia"
        priced = "2026"
        source = "versa"
        rate_per_hour = 1200
        colour = "red"                              ◀ unknown key “colour”

        [[options]]
        id = "original"
        name = "Original"
        kind = "orignal"                            ◀ “kind”: Invalid enum value 'orignal'
        price = [4000, 2500]
        minutes = "an hour"                         ◀ “minutes”: Expected `int`, got `str`

        [[options]]                                 ◀ “price” is missing
        id = "used"
        name = "Used"
        kind = "used"
        benefit = ["cheap"]                         ◀ unknown key “benefit”: did you mean “benefits”?
        minutes = 70

        [[options]]
        id = "clean"
        name = "Clean"
        kind = "repair"
        price = 150                                 ◀ “price”: Expected `str | array`, got `int`
        minutes = 60
        benefits = [1]                              ◀ “benefits”: Expected `str`, got `int`
        """,
    )


@pytest.mark.parametrize(
    "price",
    ["[4000, 2500]", "[-1, 2500]", "[-2, -1]", "[nan, 1]", "[1, nan]", "[0, inf]", "[0, 1e30]", "[1e30, 1e30]"],
)
def test_a_price_goes_up_from_nothing(tmp_path: Path, price: str) -> None:
    option = USED.replace("[[options]]", "[[options]] ◀ the price must go up from 0 or more")
    check_parts(tmp_path, HEAD + option.replace("[300, 300]", price))


@pytest.mark.parametrize("price", ["[1]", "[1, 2, 3]", '["a", "b"]', "300", "[true, false]"])
def test_a_price_is_two_numbers(tmp_path: Path, price: str) -> None:
    check_parts(tmp_path, HEAD + USED.replace("[300, 300]", f"{price} ◀ “price”: "))


@pytest.mark.parametrize("minutes", ["-1", "1_000_000_000"])
def test_minutes_are_a_time(tmp_path: Path, minutes: str) -> None:
    option = USED.replace("[[options]]", "[[options]] ◀ minutes must be 0 or more")
    check_parts(tmp_path, HEAD + option.replace("minutes = 70", f"minutes = {minutes}"))


@pytest.mark.parametrize("visit", ["-1", "nan", "1e30"])
def test_a_visit_is_an_amount(tmp_path: Path, visit: str) -> None:
    folder = write_guide(tmp_path, {"parts.toml": f"{HEAD}visit = {visit}\n{USED}"})
    assert [fault.message for fault in faults_found(lambda: read_parts(folder))] == ["visit must be 0 or more"]


@pytest.mark.parametrize("rate", ["-1", "nan", "inf", "-inf", "1e30"])
def test_a_rate_is_an_amount(tmp_path: Path, rate: str) -> None:
    folder = write_guide(tmp_path, {"parts.toml": HEAD.replace("1200.50", rate) + USED})
    assert [fault.message for fault in faults_found(lambda: read_parts(folder))] == ["rate_per_hour must be 0 or more"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace("RUB", "BTC") + USED, "currency “BTC” is not known; there is: RUB, EUR, GBP, USD, JPY"),
        (HEAD + USED + USED, "two options have the same id: used, used"),
    ],
)
def test_what_is_wrong_with_the_whole_table(tmp_path: Path, text: str, message: str) -> None:
    folder = write_guide(tmp_path, {"parts.toml": text})
    assert [fault.message for fault in faults_found(lambda: read_parts(folder))] == [message]


def test_the_table_of_the_first_round_needs_none_of_the_new_keys(tmp_path: Path) -> None:
    table = read_parts(write_guide(tmp_path, {"parts.toml": HEAD + ORIGINAL}))
    assert table
    (option,) = table.options
    assert (table.estimates, table.part_of(option), table.currency_of(option)) == ("", "Tailgate button", "RUB")
    assert (table.source_of(option), table.is_estimate(option), table.year_of(option)) == ("versa", False, None)
    assert (option.fails, option.warranty_months, option.with_work) == (None, None, False)


def test_an_option_may_have_all_of_its_own(tmp_path: Path) -> None:
    text = HEAD + 'estimates = "meters"\nvisit = 50\nyear = 2026\n' + USED + OWN
    table = read_parts(write_guide(tmp_path, {"parts.toml": text}), {"versa", "meters"})
    assert table
    (option,) = table.options
    assert (table.part_of(option), table.currency_of(option), table.comparable(option)) == ("Switch", "GBP", None)
    assert (table.source_of(option), table.is_estimate(option), table.year_of(option)) == ("meters", True, 2017)
    assert [table.visit, option.consumables, option.fails] == [50, Decimal("2.5"), 35]
    assert (option.delivery, option.before_paying, option.warranty_months) == ("a week", ("size", "pins"), 6)


def test_a_price_that_nobody_knows_is_said_so_and_has_no_source(tmp_path: Path) -> None:
    table = read_parts(write_guide(tmp_path, {"parts.toml": HEAD + USED.replace("[300, 300]", '"unknown"')}))
    assert table
    (option,) = table.options
    assert (option.amounts, table.comparable(option), table.source_of(option)) == (None, None, "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('currency = "BTC"', "currency “BTC” is not known"),
        ("year = 17", "17 is no year of a price"),
        ("warranty_months = -1", "warranty_months must be from 0 to 120"),
        ("warranty_months = 121", "warranty_months must be from 0 to 120"),
        ("fails = 0", "fails says how many of 100 fail within a year: from 0.1 to 99"),
        ("fails = 100", "fails says how many of 100 fail within a year: from 0.1 to 99"),
        ("fails = nan", "fails says how many of 100 fail within a year: from 0.1 to 99"),
        ("consumables = -1", "consumables must be 0 or more"),
        ("consumables = inf", "consumables must be 0 or more"),
    ],
)
def test_what_an_option_cannot_be(tmp_path: Path, line: str, message: str) -> None:
    option = USED.replace("[[options]]", f"[[options]] ◀ {message}")
    check_parts(tmp_path, HEAD + 'estimates = "meters"\n' + option + line + "\n")


@pytest.mark.parametrize("line", ["fails = 35", "warranty_months = 0", "consumables = 1"])
def test_a_guess_says_whose_it_is(tmp_path: Path, line: str) -> None:
    folder = write_guide(tmp_path, {"parts.toml": HEAD + USED + line + "\n"})
    words = "“used” has estimates: say whose in “estimates”, an entry of sources.toml"
    assert [fault.message for fault in faults_found(lambda: read_parts(folder))] == [words]


def test_every_source_of_a_price_is_one(tmp_path: Path) -> None:
    text = HEAD.replace('"versa"', '"versb" ◀ no source “versb” in sources.toml: did you mean “versa”?')
    text += 'estimates = "meter" ◀ no source “meter” in sources.toml: did you mean “meters”?\n'
    text += USED + 'source = "x" ◀ no source “x” in sources.toml\n' + ORIGINAL
    check_parts(tmp_path, text)


def test_where_the_prices_come_from_is_a_source(tmp_path: Path) -> None:
    near = HEAD.replace('"versa"', '"verso" ◀ no source “verso” in sources.toml: did you mean “versa”?')
    check_parts(tmp_path, near + USED + SAID)
    folder = write_guide(tmp_path, {"parts.toml": near + USED})
    assert faults_found(lambda: read_parts(folder, None)) == (), "not checked where the sources are not known"


def test_a_way_whose_price_is_known_says_itself_where_that_comes_from(tmp_path: Path) -> None:
    words = "“used” has a price: say in “source” where it comes from, an entry of sources.toml"
    check_parts(tmp_path, HEAD + USED.replace("price = [300, 300]", f"price = [300, 300] ◀ {words}"))
    check_parts(tmp_path / "unknown", HEAD + USED.replace("[300, 300]", '"unknown"'))
