"""What there is to say of a way to get the part: its price, where that comes from, warranty, how often it fails."""

from collections.abc import Mapping
from decimal import Decimal

from micra_assistant.guide.source import Source
from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.parts.reading_rules import Effect
from micra_assistant.words import N_, _, ngettext

_EFFECT_WORDS = {
    Effect.RULES_OUT: N_("ruled out by this car’s readings"),
    Effect.DOUBTS: N_("doubtful by this car’s readings"),
    Effect.FOR: N_("this car’s readings speak for it"),
}


def price_words(table: PartsTable, option: Option) -> str:
    """Return the price of an option in its own currency: ``£140 with the work``, ``not known``.

    One that is no range was said by somebody, and stays as it was: ``1 200.50 €``.
    """
    if option.amounts is None:
        return _("not known")
    low, high = option.amounts
    currency = table.currency_of(option)
    price = money.show_exactly(low, currency) if low == high else money.show_range(low, high, currency)
    return _("{price} with the work").format(price=price) if option.with_work else price


def origin_words(table: PartsTable, option: Option) -> str:
    """Return where and when a price was true: ``Russia, undated``; that it is our estimate; empty if there is none."""
    if option.amounts is None:
        return ""
    if table.is_estimate(option):
        return _("our estimate")
    when = option.priced or table.priced
    return _("{market}, {when}").format(market=option.market or table.market, when=when)


def short_origin(table: PartsTable, option: Option, sources: Mapping[str, Source]) -> str:
    """Return the badge of the source of a price, where and in which year it was true: ``A? Russia, undated``."""
    if option.amounts is None:
        return ""
    source = sources.get(table.source_of(option))
    origin = _("our estimate")
    if not table.is_estimate(option):
        words = _("{market}, {when}")
        origin = words.format(market=option.market or table.market, when=table.year_of(option) or _("undated"))
    return f"{source.badge} {origin}" if source else origin


def warranty_words(option: Option) -> str:
    """Return how long one that fails is replaced, by our estimate; that it is counted as none if there is none."""
    months = option.warranty_months
    if months is None:
        return _("Warranty not known: counted as none.")
    if isinstance(option, QuotedOption):
        return _("Warranty, as the supplier says: {months}.").format(months=months_words(months))
    if months == 0:
        return _("No warranty, our estimate.")
    words = ngettext("Warranty {count} month, our estimate.", "Warranty {count} months, our estimate.", months)
    return words.format(count=months)


def months_words(months: int) -> str:
    """Return so many months."""
    return ngettext("{count} month", "{count} months", months).format(count=months)


def failing_words(fitted: Fitted) -> str:
    """Return how often it fails and who says so; that nobody knows, if there is not even an estimate."""
    if fitted.own:
        words = _("Failed: {failed} of {fitted} here.")
        return words.format(failed=fitted.own.failed, fitted=fitted.own.fitted)
    if fitted.option.fails is None:
        return _("How often it fails, nobody knows.")
    words = _("{share} in 100 fail within a year: our estimate, nobody has counted.")
    return words.format(share=f"{fitted.option.fails:g}")


def heard_words(fitted: Fitted) -> str:
    """Return in a few words what readings of this car do to a way; empty if they judge nothing of it."""
    effects = {heard.effect for heard in fitted.heard}
    return next((_(words) for effect, words in _EFFECT_WORDS.items() if effect in effects), "")


def option_lines(fitted: Fitted) -> tuple[str, ...]:
    """Return what there is to say of an option beside its note: what to check, delivery, warranty, failures."""
    option = fitted.option
    delivery = _("Delivery: {delivery}.").format(delivery=option.delivery) if option.delivery else ""
    before = "; ".join(option.before_paying)
    check = _("Before you pay: {checks}.").format(checks=before) if before else ""
    lines = (check, _exchanged_words(fitted), delivery, *_reliability(fitted))
    return tuple(line for line in lines if line)


def _exchanged_words(fitted: Fitted) -> str:
    rate = fitted.exchanged
    if rate is None:
        return ""
    words = _("Compared at {amount} for {one}, a rate of {date}.")
    amount, one = money.show_exactly(rate.amount, rate.other), money.show(Decimal(1), rate.currency)
    return words.format(amount=amount, one=one, date=rate.on.isoformat())


def _reliability(fitted: Fitted) -> tuple[str, ...]:
    option = fitted.option
    if option.warranty_months is None and option.fails is None and not fitted.own:
        return (_("Warranty, and how often it fails: not known."),)
    return warranty_words(option), failing_words(fitted)
