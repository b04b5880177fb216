"""What a way costs over the years, and which comes cheapest, in words."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from micra_assistant.number_words import grouped
from micra_assistant.parts import money
from micra_assistant.parts.breakeven import ALWAYS
from micra_assistant.parts.comparison import Fitted, left_by_readings
from micra_assistant.parts.cost_chart import CostChart
from micra_assistant.parts.keeping import keep_middle, kept_range
from micra_assistant.parts.reading_rules import Effect
from micra_assistant.parts.recommending import Recommendation, recommend
from micra_assistant.words import _, ngettext

_OF = 100
_WEIGHTIEST_FIRST = (Effect.RULES_OUT, Effect.DOUBTS, Effect.FOR, Effect.TELLS)


def kept_head(years: int) -> str:
    """Return the head over what ways cost for a car that is kept so many years."""
    return ngettext("Kept {count} year", "Kept {count} years", years).format(count=years)


def kept_words(fitted: Fitted, years: int, currency: str) -> str:
    """Return what a way costs kept so many years, from the lowest to the highest price: ``3 209 – 4 264 ₽``."""
    costs = kept_range(fitted, years)
    return money.show_range(*costs, currency) if costs else _("not known")


def make_up(fitted: Fitted, years: int, currency: str) -> tuple[tuple[str, str], ...]:
    """Return what the cost at the middle of the price is made up of, as names and amounts, their sum last.

    Nothing if it cannot be worked out; what costs nothing is left out. Each amount is rounded for itself, so they may
    miss the sum by one.
    """
    kept = keep_middle(fitted, years)
    if kept is None:
        return ()
    repeats, bought = (round(_OF * expected) for expected in (kept.failures, kept.bought_again))
    amounts = {
        _("Part, at the middle of its price"): kept.part,
        _("Consumables"): kept.consumables,
        _("Work now"): kept.labour,
        _("Parts bought again, {count} for 100 cars").format(count=bought): kept.later_parts,
        _("Work and consumables again, {count} times for 100 cars").format(count=repeats): kept.later_work,
        _("Together"): kept.total,
    }
    return tuple((name, money.about(amount, currency)) for name, amount in amounts.items() if amount)


class PartAdvice(Struct, frozen=True):
    """Which way to get a part is the one to take.

    Attributes:
        told: which comes cheapest, and what readings of this car say of the ways; sentences.
        doubts: what makes that less than sure, likewise.
    """

    told: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def words(self) -> str:
        """All of it."""
        return " ".join((*self.told, *self.doubts))


def advice_words(ways: Iterable[Fitted], years: int, currency: str) -> str:
    """Return which of several ways to get one part comes cheapest, against its runner-up, and how sure that is."""
    return advice_on(ways, years, currency).words


def advice_on(ways: Iterable[Fitted], years: int, currency: str) -> PartAdvice:
    """Return the same in its two parts; what readings of this car rule out is not compared, and it is said why."""
    ways = tuple(ways)
    heard = heard_sentences(ways)
    if found := recommend(ways, years):
        told = (_cheapest_words(found, years, currency), *_basis(found, years), *heard)
        return PartAdvice(told, tuple(_doubts(found)))
    if now := recommend(ways, 0):
        unknown = _("How often these fail, nobody knows: only the first fitting is compared.")
        return PartAdvice((_cheapest_words(now, 0, currency), *heard), (unknown,))
    if _are_out(ways):
        return PartAdvice(heard, ())
    unpriced = _("No price is known in {currency}: ask for one.").format(currency=money.symbol(currency))
    return PartAdvice((*heard, unpriced), ())


def _are_out(ways: tuple[Fitted, ...]) -> bool:
    """Whether readings rule ways out and leave none that is not doubtful: there is no price to ask for."""
    left = left_by_readings(ways)
    return len(left) < len(ways) and all(way.is_heard(Effect.DOUBTS) for way in left)


def _basis(found: Recommendation, years: int) -> Iterator[str]:
    """Yield that it is estimated how often the ways fail, unless the workshop's own jobs say so of those named."""
    named = [way for way in (found.cheapest, found.runner_up) if way]
    if years and not all(way.own for way in named):
        yield _("How often each fails is our estimate.")


def heard_sentences(ways: Iterable[Fitted]) -> tuple[str, ...]:
    """Return what readings of this car say of several ways, each sentence once: first what rules ways out."""
    heard = sorted((heard for way in ways for heard in way.heard), key=lambda one: _WEIGHTIEST_FIRST.index(one.effect))
    return tuple(dict.fromkeys(one.words for one in heard))


def crossing_words(chart: CostChart) -> tuple[str, ...]:
    """Return of each crossing from when on which way is the cheapest, numbered as in the chart."""
    names = {curve.option: curve.name for curve in chart.curves}
    words = _("{number}: from {years} years on, “{way}” is the cheapest.")
    return tuple(
        words.format(number=number, years=_years(crossing.years), way=names[crossing.after])
        for number, crossing in enumerate(chart.crossings, 1)
    )


def _years(years: float) -> str:
    """Return years to a tenth, with the decimal mark of the workshop."""
    return grouped(Decimal(f"{years:.1f}"))


def _cheapest_words(found: Recommendation, years: int, currency: str) -> str:
    names = {"way": found.cheapest.option.name, "total": money.about(found.total, currency), "count": years}
    if not years:
        return _("Fitted now, “{way}” comes cheapest: about {total}.").format(**names)
    if not found.runner_up:
        return _lone_words(found, years).format(**names)
    share = max(1, round(found.pays_below * _OF)) if found.pays_below < ALWAYS else 0
    return _before_words(found, years).format(**names, other=found.runner_up.option.name, share=share)


def _lone_words(found: Recommendation, years: int) -> str:
    """Return what is said of a way with which no other can be compared."""
    if found.ruled_out and not found.left_out:
        return ngettext(
            "For a car kept {count} year, “{way}” is what this car’s readings leave: about {total}.",
            "For a car kept {count} years, “{way}” is what this car’s readings leave: about {total}.",
            years,
        )
    return ngettext(
        "For a car kept {count} year, only “{way}” can be worked out: about {total}.",
        "For a car kept {count} years, only “{way}” can be worked out: about {total}.",
        years,
    )


def _before_words(found: Recommendation, years: int) -> str:
    """Return what is said of the cheapest way against its runner-up."""
    if found.pays_below >= ALWAYS:
        return ngettext(
            "For a car kept {count} year, “{way}” comes cheapest, about {total}: "
            "it stays cheaper than “{other}” however often it fails.",
            "For a car kept {count} years, “{way}” comes cheapest, about {total}: "
            "it stays cheaper than “{other}” however often it fails.",
            years,
        )
    return ngettext(
        "For a car kept {count} year, “{way}” comes cheapest, about {total}: "
        "it stays cheaper than “{other}” as long as fewer than {share} in 100 of it fail within a year.",
        "For a car kept {count} years, “{way}” comes cheapest, about {total}: "
        "it stays cheaper than “{other}” as long as fewer than {share} in 100 of it fail within a year.",
        years,
    )


def _doubts(found: Recommendation) -> Iterable[str]:
    if found.overlaps and found.runner_up:
        words = _("Their ranges overlap: at other prices “{other}” is the cheaper one.")
        yield words.format(other=found.runner_up.option.name)
    if count := len(found.left_out):
        words = ngettext(
            "{count} way is left out: its price here or how often it fails is not known.",
            "{count} ways are left out: their price here or how often they fail is not known.",
            count,
        )
        yield words.format(count=count)
