"""The sheets about parts: the comparison with its chart, the shopping list, the quotation."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Bought,
    Described,
    Entered,
    Opened,
    OptionChosen,
    PiecesChanged,
    QuoteAdded,
    Ticked,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.ways_of_job import ways_of
from micra_assistant.paper.chart_sheet import sheet_chart
from micra_assistant.paper.quotation import quotation
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.comparison import Minutes, compare
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.options import OptionKind, read_parts
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.workshop.values import Workshop
from tests.builders import step_file, write_guide
from tests.paper.printed import PARTS, PRINTED, history_of, pages_of
from tests.parts.ways import EXAMPLE, RATE, option, plain, table, unknown

pytestmark = pytest.mark.thorough

LEEDS = Quote("Leeds Spares", Decimal(120), "GBP", OptionKind.ORIGINAL, tax=Tax.IN, number="25570", warranty_months=12)
CHOSEN = OptionChosen("quote-e001")
EURO = ExchangeRate("EUR", Decimal("0.80"), "GBP", date(2026, 11, 1))


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide with a part."""
    return read_guide(write_guide(tmp_path, {**step_file("- [ ] Off {: #off }"), "parts.toml": PARTS}))


def sheet_of(guide: Guide, kind: SheetKind, history: History, workshop: Workshop | None = None) -> Sheet:
    """Return a sheet of job 0042 in a workshop."""
    here = workshop or Workshop(tax=Decimal(20))
    maker = SheetMaker(guide, history, "0042", exchange=here.exchange, tax=here.tax)
    ways = ways_of(read_parts(guide.folder), history.state, here)
    return maker.sheet(kind, PaperSize.A4, ways, Decimal(40), PRINTED)


def said_on(guide: Guide, kind: SheetKind, *acts: AnyAct, workshop: Workshop | None = None) -> str:
    """Return the words of a sheet."""
    history = history_of(Opened("button", "1", "A 123"), *acts)
    return plain(" ".join(pages_of(sheet_of(guide, kind, history, workshop), guide)))


def test_the_comparison_has_table_advice_and_quotes(guide: Guide) -> None:
    said = said_on(guide, SheetKind.PARTS, QuoteAdded(LEEDS), CHOSEN)
    assert "What the part costs" in said
    assert "Leeds Spares chosen" in said
    assert "£120 quote, undated" in said
    assert "“New one” comes cheapest" in said


def test_the_chart_is_that_of_the_screen() -> None:
    chart = sheet_chart(compare(EXAMPLE, RATE), "RUB", 3)
    assert chart is not None
    assert (chart.years, [curve.name for curve in chart.curves]) == (5, ["Original", "Analogue", "Used", "Clean"])
    assert [crossing.words for crossing in chart.crossings] == ["1: from 2.5 years on, “Analogue” is the cheapest."]
    assert chart.marks[0] == (0.0, "0\N{NO-BREAK SPACE}₽")
    assert chart.marks[-1][0] >= max(amount for curve in chart.curves for _years, amount in curve.points)
    assert chart.curves[0].points[-1][0] == 5


def test_names_at_the_ends_of_lines_never_collide() -> None:
    chart = sheet_chart(compare(EXAMPLE, RATE), "RUB", 3)
    assert chart is not None
    heights = sorted(curve.label for curve in chart.curves)
    assert min(above - below for below, above in pairwise(heights)) >= 0.07 * chart.marks[-1][0]


def test_one_way_alone_has_no_chart() -> None:
    assert sheet_chart(compare(table(option("used", 300, 700, fails=35.0), unknown("pad")), RATE), "RUB", 3) is None


def test_the_quotation_says_what_it_costs_with_and_without_tax(guide: Guide) -> None:
    """By hand: £120 with 20 % in it are £100; half an hour at £40 is £20, with tax £24; together £120 and £144."""
    customer = Described("A 123", "Ann")
    said = said_on(guide, SheetKind.QUOTATION, QuoteAdded(LEEDS), OptionChosen("quote-e001"), customer)
    assert "Button £100.00 £120.00" in said
    assert "Work £20.00 £24.00" in said
    assert "Together £120.00 £144.00" in said
    assert "Of that tax, 20 per cent: £24.00" in said
    assert "Valid until 2026-12-05." in said
    assert "Warranty on the part: 12 months." in said
    assert "Customer Ann" in said
    assert "Leeds" not in said


def test_the_price_of_the_guide_is_a_range_and_says_so(guide: Guide) -> None:
    said = said_on(guide, SheetKind.QUOTATION, OptionChosen("new"), workshop=Workshop())
    assert "Button: New one" in said
    assert "Together £40.00 to £50.00" in said
    assert "With tax" not in said
    assert "No tax is added" in said
    assert "is a range, not yet that of a supplier" in said


def test_nothing_chosen_or_no_price_is_said(guide: Guide) -> None:
    assert "No way to get the part was chosen" in said_on(guide, SheetKind.QUOTATION)
    yen = Quote("Tokyo", Decimal(900), "JPY")
    assert "The price of this part is not known yet." in said_on(guide, SheetKind.QUOTATION, QuoteAdded(yen), CHOSEN)


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 100, places=1), st.sampled_from(Tax))
def test_a_price_with_its_tax_in_it_is_asked_once(price: Decimal, percent: Decimal, tax: Tax) -> None:
    quote = Quote("Leeds", price, "GBP", OptionKind.USED, tax=tax)
    ways = ways_of(table(option("a", 1, 1, 0)), history_of(QuoteAdded(quote)).state, Workshop(tax=percent))
    assert ways is not None
    made = quotation(
        ways,
        compare(ways, RATE, exchange=[ExchangeRate("GBP", Decimal(1), "RUB", PRINTED)]),
        "quote-e000",
        percent,
        PRINTED,
    )
    paid = plain(made.lines[-1].with_tax).removesuffix(" ₽").replace(" ", "")
    assert Decimal(paid) == quote.asked(percent)


def test_the_shopping_list_has_what_is_in_the_basket_and_its_sum(guide: Guide) -> None:
    acts = (
        QuoteAdded(LEEDS),
        BasketFilled(BasketThing(ThingKind.PART, "Button: Leeds Spares", option="quote-e001")),
        BasketFilled(BasketThing(ThingKind.SPARE, "Clip", 3)),
        BasketFilled(BasketThing(ThingKind.TOOL, "Torch")),
        Bought("e003"),
    )
    said = said_on(guide, SheetKind.SHOPPING_LIST, *acts)
    assert "Button: Leeds Spares 25570" in said
    assert "Clip, 3 pieces" in said
    assert "Tool to borrow Torch" in said
    assert "Together at most £120" in said


def test_more_pieces_cost_more_and_say_what_one_does(guide: Guide) -> None:
    thing = BasketFilled(BasketThing(ThingKind.PART, "Button", option="quote-e001"))
    said = said_on(guide, SheetKind.SHOPPING_LIST, QuoteAdded(LEEDS), thing, PiecesChanged("e002", 3))
    assert "Button, 3 pieces" in said
    assert "£120 each" in said
    assert "Together at most £360" in said


READ = """
    [[readings]]
    when = { off = "done" }
    says = "It is off, so buy nothing."
    rules_out = ["new"]
    """


def test_what_readings_of_the_car_say_stands_on_comparison_and_report(tmp_path: Path) -> None:
    parts = {"parts.toml": PARTS + READ}
    guide = read_guide(write_guide(tmp_path, {**step_file("- [ ] Off {: #off }"), **parts}))
    said = said_on(guide, SheetKind.PARTS, Ticked("off"))
    assert "Button It is off, so buy nothing." in said
    assert "→ ruled out by this car’s readings" in said
    report = said_on(guide, SheetKind.REPORT, Ticked("off"), OptionChosen("new"))
    assert "Readings of this car It is off, so buy nothing." in report
    assert "Readings of this car" not in said_on(guide, SheetKind.REPORT, OptionChosen("new"))


def test_comparison_and_shopping_list_say_whether_the_number_is_that_of_the_old_part(tmp_path: Path) -> None:
    parts = PARTS.replace("rate_per_hour = 40", 'rate_per_hour = 40\n    number_at = "number"')
    files = {**step_file("- [ ] Number on the case {: #number words }"), "parts.toml": parts}
    guide = read_guide(write_guide(tmp_path, files))
    acts = (QuoteAdded(LEEDS), Entered("number", "25571"))
    check = "Check before you pay: the quote says 25570, the old part 25571."
    assert check in said_on(guide, SheetKind.PARTS, *acts)
    thing = BasketFilled(BasketThing(ThingKind.PART, "Button", option="quote-e001"))
    assert check in said_on(guide, SheetKind.SHOPPING_LIST, *acts, thing)


@pytest.mark.parametrize(("left", "is_said"), [(60, False), (31, True)])
def test_a_quotation_of_work_begun_says_what_is_in_it(left: int, is_said: bool) -> None:
    minutes = {"used": Minutes(Decimal(left), Decimal(60))}
    ways = compare(table(option("used", 300, 700)), RATE, minutes)
    made = quotation(table(option("used", 300, 700)), ways, "used", None, PRINTED)
    assert ("It is for the whole repair: the work that is done already is in it." in made.remarks) is is_said
    whole = quotation(
        table(option("used", 300, 700)), compare(table(option("used", 300, 700)), RATE), "used", None, PRINTED
    )
    assert made.lines == whole.lines, "a quotation is the same whenever it is printed"


def test_a_sum_of_two_currencies_says_what_it_rests_on_or_lacks(guide: Guide) -> None:
    thing = BasketFilled(BasketThing(ThingKind.PART, "Button", option="quote-e001"))
    acts = (QuoteAdded(Quote("Köln", Decimal(10), "EUR")), thing)
    said = said_on(guide, SheetKind.SHOPPING_LIST, *acts)
    assert "What is in € is not in this sum: type a rate of exchange to £ in the settings." in said
    said = said_on(guide, SheetKind.SHOPPING_LIST, *acts, workshop=Workshop(exchange=(EURO,)))
    assert "Together at most £8" in said
    assert "Exchanged at a rate of 2026-11-01, typed by hand." in said


def test_an_empty_basket_is_said(guide: Guide) -> None:
    assert "Nothing is in the basket of this job." in said_on(guide, SheetKind.SHOPPING_LIST)


def test_the_report_has_the_basket_and_not_what_suppliers_ask(guide: Guide) -> None:
    acts = (QuoteAdded(LEEDS), BasketFilled(BasketThing(ThingKind.SPARE, "Clip", 3)), Bought("e002"))
    said = said_on(guide, SheetKind.REPORT, *acts)
    assert "Bought and borrowed" in said
    assert "✓ Clip, 3 pieces" in said


def test_a_guide_that_needs_no_part_says_so(tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, step_file("- [ ] Off {: #off }")))
    assert "This guide needs no part." in said_on(guide, SheetKind.PARTS)
