"""The ways to get a part as they stand on the screen: words and figures, the same as on paper and in a terminal."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from micra_assistant.guide.html import escape
from micra_assistant.guide.source import Source
from micra_assistant.numbers import Numbers
from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted, by_part, fitted_words
from micra_assistant.parts.cost_chart import CostChart, chart_years, cost_chart
from micra_assistant.parts.cost_words import advice_on, kept_words, make_up
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.keeping import middle
from micra_assistant.parts.option_words import heard_words, option_lines, origin_words, price_words, short_origin
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.price_age import STRENGTH, age_of, age_words
from micra_assistant.parts.quote_words import quote_facts
from micra_assistant.parts.reading_rules import Effect
from micra_assistant.parts.recommending import recommend
from micra_assistant.parts.way_order import WayOrder, in_order
from micra_assistant.words import _, ngettext

Span = tuple[float, float]
"""From and to, as shares of the longest price bar."""


class PartsFigures(Struct, frozen=True):
    """What the ways of a guide cost in a workshop.

    Attributes:
        ways: those of ``table``, compared with labour at ``rate_per_hour``.
        years: how long the car is kept.
        this_year: by which prices age.
        checks: by quote, how its part number agrees with the one on the old part.
    """

    table: PartsTable
    ways: tuple[Fitted, ...]
    rate_per_hour: Decimal
    years: int
    this_year: int
    numbers: Numbers = Numbers.POINT
    checks: Mapping[str, str] = {}


class WayShown(Struct, frozen=True):
    """A row: all that is said of one way.

    Attributes:
        pros, cons: what speaks for it and against it, in a line each.
        bar: where its price lies between nothing and the dearest way to get the same part; None if that is not known.
        strength: how strongly the price is drawn for its age, from 0 to 1.
        source: the id of the source of its price, empty if it has none to be told.
        is_guess: whether the price is our own estimate.
        is_fitted_known: whether it is known what it costs fitted.
        basis: what the cost over the years rests on, in a few words; empty if it is not known.
        is_cheapest: whether it comes cheapest over the years.
        heard: what readings of this car do to it, in a few words; empty if nothing.
        is_supported: whether they speak for it.
        curve: its number in the chart, None if it has no line there.
        is_quote: whether a supplier asks it on this job.
        details: all the rest, as HTML.
    """

    id: str
    name: str
    pros: str
    cons: str
    price: str
    bar: Span | None
    strength: float
    origin: str
    source: str
    is_guess: bool
    fitted: str
    is_fitted_known: bool
    kept: str
    basis: str
    is_cheapest: bool
    heard: str
    is_supported: bool
    curve: int | None
    is_quote: bool
    details: str

    @property
    def words(self) -> str:
        """The row in a sentence, for those who do not see it."""
        words = _("{way}. Price of the part: {price}, {origin}. Fitted now: {fitted}. Over the years: {kept}.")
        way = _("{way}, {heard}").format(way=self.name, heard=self.heard) if self.heard else self.name
        return words.format(
            way=way, price=self.price, origin=self.origin or _("from nobody"), fitted=self.fitted, kept=self.kept
        )

    @property
    def beside(self) -> str:
        """What the row says besides that: benefits, drawbacks, what the cost rests on, whether it is the cheapest."""
        cheapest = cheapest_words() if self.is_cheapest else ""
        return " · ".join(filter(None, (self.pros, self.cons, self.basis, cheapest)))


def cheapest_words() -> str:
    """Return what the row of the cheapest way says."""
    return _("cheapest")


class PartShown(Struct, frozen=True):
    """The ways to get one part.

    ``doubts`` say how sure the advice is; ``dearest`` stands at the right end of the bars, and is empty if nothing is
    known.
    """

    part: str
    advice: str
    doubts: str
    dearest: str
    ways: tuple[WayShown, ...]
    chart: CostChart


def parts_shown(figures: PartsFigures, order: WayOrder, sources: Mapping[str, Source]) -> tuple[PartShown, ...]:
    """Return what is shown of each part, its ways in an order."""
    groups = by_part(figures.table, figures.ways).items()
    return tuple(_part(figures, part, ways, order, sources) for part, ways in groups)


def _part(
    figures: PartsFigures, part: str, ways: tuple[Fitted, ...], order: WayOrder, sources: Mapping[str, Source]
) -> PartShown:
    currency, years = figures.table.currency, figures.years
    found, chart = recommend(ways, years), cost_chart(ways, chart_years(years))
    dearest = max((way.price[1] for way in ways if way.price), default=Decimal(0))
    curves = {curve.option: curve.number for curve in chart.curves}
    cheapest = found.cheapest.option.id if found else ""
    advice = advice_on(ways, years, currency)
    rows = tuple(_way(figures, way, dearest, sources, curves, cheapest) for way in in_order(ways, order, years))
    return PartShown(
        part=part,
        advice=" ".join(advice.told),
        doubts=" ".join(advice.doubts),
        dearest=money.show(dearest, currency) if dearest else "",
        ways=rows,
        chart=chart,
    )


def _way(
    figures: PartsFigures,
    way: Fitted,
    dearest: Decimal,
    sources: Mapping[str, Source],
    curves: Mapping[str, int],
    cheapest: str,
) -> WayShown:
    table, option = figures.table, way.option
    source = table.source_of(option)
    return WayShown(
        id=option.id,
        name=option.name,
        pros=" · ".join(option.benefits),
        cons=" · ".join(option.drawbacks),
        price=price_words(table, option),
        bar=_bar(way, dearest),
        strength=STRENGTH[age_of(table, option, figures.this_year)],
        origin=_aged(short_origin(table, option, sources), age_words(table, option, figures.this_year)),
        source=source if source in sources else "",
        is_guess=table.is_estimate(option),
        fitted=fitted_words(way, table.currency),
        is_fitted_known=way.total is not None,
        kept=kept_words(way, figures.years, table.currency),
        basis=_basis(way),
        is_cheapest=option.id == cheapest,
        heard=heard_words(way),
        is_supported=way.is_heard(Effect.FOR),
        curve=curves.get(option.id),
        is_quote=isinstance(option, QuotedOption),
        details="".join(_details(figures, way)),
    )


def _basis(way: Fitted) -> str:
    if way.failures is None or way.price is None:
        return ""
    if way.own:
        return _("{failed} of {fitted} failed here").format(failed=way.own.failed, fitted=way.own.fitted)
    return _("≈ our estimate")


def _aged(origin: str, age: str) -> str:
    return _("{origin}, {age}").format(origin=origin, age=age) if origin and age else origin


def _bar(way: Fitted, dearest: Decimal) -> Span | None:
    if not way.price or not dearest:
        return None
    low, high = way.price
    return float(low / dearest), float(high / dearest)


def _details(figures: PartsFigures, way: Fitted) -> Iterator[str]:
    """Yield what its cost is made up of, then what else is known of a way."""
    yield from _made_up(figures, way)
    option = way.option
    said = [origin_words(figures.table, option), option.note, *option_lines(way)]
    if isinstance(option, QuotedOption):
        said = [*quote_facts(option.quote), figures.checks.get(option.id, ""), *said[1:]]
    yield "<br>".join(escape(words) for words in said if words)


def _made_up(figures: PartsFigures, way: Fitted) -> Iterator[str]:
    currency, years = figures.table.currency, figures.years
    if amounts := make_up(way, years, currency):
        head = ngettext("Kept {count} year, at the middle:", "Kept {count} years, at the middle:", years)
        rows = (
            f"<tr><td>{escape(name)}&nbsp;&nbsp;&nbsp;</td><td align=right><b>{escape(amount)}</b></td></tr>"
            for name, amount in amounts
        )
        yield f"{escape(head.format(count=years))}<table cellspacing=0>{''.join(rows)}</table>"
    elif way.price:
        price = money.about(middle(way.price), currency)
        yield escape(_("The middle of its price is {price}.").format(price=price))
