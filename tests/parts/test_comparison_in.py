"""A comparison that comes back from a spreadsheet: what has another price than before is a quote of today."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.numbers import Numbers
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.comparison_csv import save_comparison
from micra_assistant.parts.comparison_in import read_any_table
from micra_assistant.parts.joined_quotes import with_quotes
from micra_assistant.parts.options import OptionKind, PartsTable
from micra_assistant.parts.quotes import Quote
from micra_assistant.parts.quotes_csv import QuotesFileError, QuotesRead, save_quotes
from tests.parts.ways import RATE, option, table, unknown

TODAY = date(2026, 11, 29)
WAYS = table(
    option("original", 2500, 4000),
    option("used", 300, 700),
    unknown("pad"),
    option("latch", 900, 900, part="Latch"),
)
IVANOV = Quote("Ivanov", Decimal(450), "RUB", OptionKind.USED)


def saved(tmp_path: Path, numbers: Numbers = Numbers.POINT, ways: PartsTable = WAYS) -> Path:
    """Return the comparison as it is saved."""
    file = tmp_path / "comparison.csv"
    save_comparison(ways, compare(ways, RATE), 3, file, numbers)
    return file


def changed(file: Path, *pairs: tuple[str, str]) -> Path:
    """Return the file with some cells typed over."""
    text = file.read_text(encoding="utf-8-sig")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    return file


def read(file: Path, numbers: Numbers = Numbers.POINT, ways: PartsTable = WAYS) -> QuotesRead:
    """Return what is new in a table."""
    return read_any_table(file, ways, numbers, TODAY)


@pytest.mark.parametrize("numbers", Numbers)
def test_what_was_not_changed_is_nothing_new(tmp_path: Path, numbers: Numbers) -> None:
    assert read(saved(tmp_path, numbers), numbers) == QuotesRead((), ())


@pytest.mark.parametrize(
    ("numbers", "before", "after"),
    [(Numbers.POINT, "300.00,700.00", "640,"), (Numbers.COMMA, "300,00;700,00", "640,00;640,00")],
)
def test_another_price_is_a_quote_of_today(tmp_path: Path, numbers: Numbers, before: str, after: str) -> None:
    found = read(changed(saved(tmp_path, numbers), (before, after)), numbers)
    assert found == QuotesRead((Quote("Used", Decimal(640), "RUB", OptionKind.USED, on=TODAY),), ())


def test_a_price_for_what_had_none_and_one_of_another_part(tmp_path: Path) -> None:
    file = changed(saved(tmp_path), ("Pad,repair,,", "Pad,repair,75,"), ("900.00,900.00", "850,850"))
    assert [(quote.supplier, quote.price, quote.part) for quote in read(file).quotes] == [
        ("Pad", Decimal(75), ""),
        ("Latch", Decimal(850), "Latch"),
    ]


def test_quotes_of_the_job_are_known(tmp_path: Path) -> None:
    ways = with_quotes(WAYS, {"1": IVANOV})
    assert read(saved(tmp_path, ways=ways), ways=ways) == QuotesRead((), ())


def test_a_bad_row_is_named_and_the_others_come_in(tmp_path: Path) -> None:
    file = changed(saved(tmp_path), ("2500.00,4000.00", "2.500,2.500"), ("300.00,700.00", "640,640"))
    found = read(file)
    assert [quote.supplier for quote in found.quotes] == ["Used"]
    assert [(row.line, row.why) for row in found.bad] == [
        (2, "Price: “2.500” can be read in two ways: type 2500 or 2.50.")
    ]


def test_a_range_is_asked_for_one_amount(tmp_path: Path) -> None:
    (bad,) = read(changed(saved(tmp_path), ("300.00,700.00", "400,700"))).bad
    assert bad.why == "Price: A supplier asks one amount, not a range: type the one of today."


def test_a_table_of_quotes_comes_in_as_ever(tmp_path: Path) -> None:
    save_quotes([IVANOV], tmp_path / "quotes.csv", Numbers.POINT)
    assert read(tmp_path / "quotes.csv") == QuotesRead((IVANOV,), ())


def test_what_is_neither_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Phone\nIvanov,1\n", encoding="utf-8")
    with pytest.raises(QuotesFileError, match="no table of quotes"):
        read(tmp_path / "list.csv")


def test_a_quotation_mark_that_is_not_closed_is_named(tmp_path: Path) -> None:
    file = changed(saved(tmp_path), ("Used,used,300.00", '"Used,used,300.00'))
    assert [row.line for row in read(file).bad] == [3]
