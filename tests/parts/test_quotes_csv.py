"""Quotes to a spreadsheet and back, in the dialects of English, German and Russian offices."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.numbers import Numbers
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.parts.quotes_csv import MOST_ROWS, QuotesFileError, QuotesRead, read_quotes, save_quotes
from micra_assistant.parts.table_text import guarded, without_guard

TODAY = date(2026, 11, 29)
POINT, COMMA, SPACE = Numbers
LEEDS = Quote("Leeds", Decimal("12.50"), "GBP")
WHOLE = Quote(
    'Müller; Söhne, «Иванов» "KG"',
    Decimal("1234.50"),
    "EUR",
    OptionKind.USED,
    "Latch",
    Tax.OUT,
    Decimal("5.95"),
    "3-4 days",
    "scratched",
    "25570-AX600",
    date(2026, 11, 28),
    "+44 113 4960000",
    "=HYPERLINK(1)",
    12,
)


def read(file: Path, numbers: Numbers = POINT) -> QuotesRead:
    """Return what comes in where prices are in pounds."""
    return read_quotes(file, "GBP", numbers, TODAY)


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Return a file with this text."""
    file = tmp_path / "quotes.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("numbers", Numbers)
def test_what_goes_out_comes_in_again_equal(tmp_path: Path, numbers: Numbers) -> None:
    save_quotes([LEEDS, WHOLE], tmp_path / "quotes.csv", numbers)
    assert read(tmp_path / "quotes.csv", numbers) == QuotesRead((LEEDS, WHOLE), ())


@pytest.mark.parametrize(("numbers", "first"), [(POINT, "Supplier,Price,"), (COMMA, "Supplier;Price;")])
def test_the_dialect_is_that_of_the_spreadsheet(tmp_path: Path, numbers: Numbers, first: str) -> None:
    save_quotes([LEEDS], tmp_path / "quotes.csv", numbers)
    content = (tmp_path / "quotes.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" + first.encode())
    assert (b"12,50" if numbers is COMMA else b"12.50") in content


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    save_quotes([WHOLE], tmp_path / "quotes.csv", POINT)
    text = (tmp_path / "quotes.csv").read_text(encoding="utf-8-sig")
    assert ",'+44 113 4960000,'=HYPERLINK(1)," in text


@given(st.text(alphabet="'=+-@\tab 1", max_size=8).map(lambda text: text.strip(" ")))
def test_a_guarded_cell_is_no_formula_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t"))
    assert without_guard(guarded(cell)) == cell


@pytest.mark.parametrize(
    ("text", "encoding", "numbers", "wanted"),
    [
        ("Supplier,Price\r\nLeeds,12.50\r\n", "utf-8", POINT, LEEDS),
        ("supplier;price;currency\nMüller;1.234,50 €;\n", "cp1252", COMMA, Quote("Müller", Decimal("1234.50"), "EUR")),
        ("Supplier;Price\nИванов;1 200,50 р.\n", "cp1251", SPACE, Quote("Иванов", Decimal("1200.50"), "RUB")),
        ("Supplier\tPrice\nИванов\t1200 ₽\n", "utf-16", SPACE, Quote("Иванов", Decimal(1200), "RUB")),
        ("Supplier\tPrice\nLeeds\t12.50\n", "utf-16-le", POINT, LEEDS),
        ("sep=;\nSupplier;Price\nLeeds;12.50\n", "utf-8-sig", POINT, LEEDS),
        (
            'Price;"Supplier";Own\n12.50;"Leeds; Hull";x\n',
            "utf-8",
            POINT,
            Quote("Leeds; Hull", Decimal("12.50"), "GBP"),
        ),
        ("\nSupplier,Price\n,\nLeeds,£12.50\n,\n", "utf-8", POINT, LEEDS),
    ],
)
def test_tables_of_any_origin(tmp_path: Path, text: str, encoding: str, numbers: Numbers, wanted: Quote) -> None:
    assert read(table(tmp_path, text, encoding), numbers) == QuotesRead((wanted,), ())


def test_bad_rows_are_named_by_their_lines_and_the_good_ones_come_in(tmp_path: Path) -> None:
    bad = ',5,\nHull,-5,\nYork,free,"two\nlines"\nBath,2.500,\nAyr,1,,2\n'
    text = f"Supplier,Price,Note\nLeeds,12.50,\n{bad}Leeds,12.50,\n"
    found = read(table(tmp_path, text))
    assert found.quotes == (LEEDS, LEEDS)
    assert [(row.line, row.why.partition(":")[0]) for row in found.bad] == [
        (3, "Supplier"),
        (4, "Price"),
        (5, "Price"),
        (7, "Price"),
        (8, "This row has 4 cells, and there are 3 columns"),
    ]
    assert found.bad[3].why == "Price: “2.500” can be read in two ways: type 2500 or 2.50."


def test_a_quotation_mark_that_is_not_closed_ends_it(tmp_path: Path) -> None:
    found = read(table(tmp_path, 'Supplier,Price\nLeeds,12.50\n"Hull,5\nYork,6\n'))
    assert found.quotes == (LEEDS,)
    assert [(row.line, row.why[:14]) for row in found.bad] == [(3, "From here on t")]


def test_more_rows_than_a_job_can_have(tmp_path: Path) -> None:
    found = read(table(tmp_path, "Supplier,Price\n" + "Leeds,12.50\n" * (MOST_ROWS + 2)))
    assert len(found.quotes) == MOST_ROWS
    assert [row.line for row in found.bad] == [MOST_ROWS + 2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no table of quotes: its first line must have the columns Supplier, Price"),
        (b"a,b\n1,2\n", "no table of quotes"),
        (b"Supplier\nLeeds\n", "no table of quotes"),
        (b"\xff\xfe\x00", "it is no text"),
        (b'"', "no table of quotes"),
        (b"x" * 5_000_001, "it is too large"),
    ],
)
def test_what_is_no_table_is_refused_whole(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "quotes.csv").write_bytes(content)
    with pytest.raises(QuotesFileError) as refused:
        read(tmp_path / "quotes.csv")
    assert reason in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(QuotesFileError, match="cannot be taken in"):
        read(tmp_path / "quotes.csv")


@given(st.binary(max_size=120))
def test_whatever_a_file_holds_it_comes_in_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    for head in (b"", b"Supplier,Price\n"):
        file.write_bytes(head + content)
        with suppress(QuotesFileError):
            assert isinstance(read(file), QuotesRead)
