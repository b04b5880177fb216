"""All there is to say of one way to get the part, and what its cost over the years is made up of."""

from collections.abc import Iterator

from micra_assistant.guide.html import escape
from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.cost_words import make_up
from micra_assistant.parts.option_words import option_lines, origin_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.price_age import age_words
from micra_assistant.words import _, ngettext


def details_html(table: PartsTable, fitted: Fitted, years: int, this_year: int) -> str:
    """Return what is told below the table of the option that was tapped, kept so many ``years``."""
    head = f"<b>{escape(fitted.option.name)}</b>"
    return "<br>".join(
        [" ".join([head, *map(escape, _said(table, fitted, this_year))]), *_made_up(table, fitted, years)]
    )


def _said(table: PartsTable, fitted: Fitted, this_year: int) -> Iterator[str]:
    option = fitted.option
    if origin := origin_words(table, option):
        age = age_words(table, option, this_year)
        words = _("Price: {origin}, {age}.") if age else _("Price: {origin}.")
        yield words.format(origin=origin, age=age)
    if option.benefits:
        yield _("For it: {benefits}.").format(benefits=", ".join(option.benefits))
    if option.drawbacks:
        yield _("Against it: {drawbacks}.").format(drawbacks=", ".join(option.drawbacks))
    if option.note:
        yield option.note
    yield from option_lines(fitted)


def _made_up(table: PartsTable, fitted: Fitted, years: int) -> Iterator[str]:
    """Yield the make-up of the cost over the years, in one line; nothing if it cannot be worked out."""
    if amounts := make_up(fitted, years, table.currency):
        head = ngettext("Kept {count} year:", "Kept {count} years:", years).format(count=years)
        rows = (f"{escape(name)} <b>{escape(amount)}</b>" for name, amount in amounts)
        yield f"{escape(head)} {' · '.join(rows)}"
