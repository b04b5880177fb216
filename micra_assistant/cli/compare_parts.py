"""Say what each way to get the part costs, bought, fitted and over the years."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from micra_assistant.cli.arguments import job_or_guide, records_to_read, workshop
from micra_assistant.errors import MicraError
from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import check_number
from micra_assistant.parts.comparison import Fitted, by_part, fitted_words
from micra_assistant.parts.comparison_csv import save_comparison
from micra_assistant.parts.cost_chart import chart_years, cost_chart
from micra_assistant.parts.cost_words import advice_words, kept_head, kept_words, make_up
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.keeping import keep_middle, kept_range
from micra_assistant.parts.lifetime import MOST_YEARS
from micra_assistant.parts.money import rounded
from micra_assistant.parts.option_limits import Span
from micra_assistant.parts.option_words import heard_words, option_lines, origin_words, price_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import _


class NoPartsError(MicraError):
    """A guide needs no part."""


def run(options: argparse.Namespace) -> int:
    """Write what the ways of a guide cost, with the quotes of a job if one is named."""
    with records_to_read(options) as store:
        open_job, here = job_or_guide(options, store), workshop(options)
        table = open_job.ways
        if table is None:
            raise NoPartsError(_("The guide “{guide}” needs no part.").format(guide=options.guide))
        years = _years(options, here.kept_years)
        on_car, rate = WaysOnCar(open_job.guide, open_job.parts), open_job.rate_per_hour
        ways = on_car.compared(table, rate, open_job.state, open_job.own_failures, here.exchange)
        if options.csv:
            save_comparison(table, ways, years, options.csv, here.numbers)
        told = _as_json(open_job, table, ways, years) if options.json else "".join(_told(open_job, table, ways, years))
    sys.stdout.write(told)
    return 0


def _years(options: argparse.Namespace, usual: int) -> int:
    said = usual if options.keep_years is None else options.keep_years
    if not 0 <= said <= MOST_YEARS:
        options.misused(_("a car is kept from 0 to {most} years").format(most=MOST_YEARS))
    return int(said)


def _told(open_job: OpenJob, table: PartsTable, ways: tuple[Fitted, ...], years: int) -> Iterator[str]:
    for part, group in by_part(table, ways).items():
        yield f"{part}\n{advice_words(group, years, table.currency)}\n"
        for way in group:
            yield from _way_told(open_job, table, way, years)
        yield "\n"


def _way_told(open_job: OpenJob, table: PartsTable, way: Fitted, years: int) -> Iterator[str]:
    option, origin = way.option, origin_words(table, way.option)
    chosen = _("(chosen)") if option.id == open_job.state.option else ""
    price = price_words(table, option)
    name = " ".join(filter(None, (option.name, chosen, _in_brackets(heard_words(way)))))
    yield f"  {name}: {price} {_in_brackets(origin)}".rstrip() + "\n"
    fitted, kept = fitted_words(way, table.currency), kept_words(way, years, table.currency)
    yield f"      {_('Fitted now: {amount}').format(amount=fitted)}; {kept_head(years)}: {kept}\n"
    lines = [option.note, *option_lines(way)]
    if isinstance(option, QuotedOption):
        lines.append(check_number(table, open_job.state, option.quote).words)
    yield from (f"      {line}\n" for line in lines if line)


def _in_brackets(words: str) -> str:
    return f"({words})" if words else ""


def _as_json(open_job: OpenJob, table: PartsTable, ways: tuple[Fitted, ...], years: int) -> str:
    content = {
        "guide": open_job.guide.id,
        "job": open_job.job.number if open_job.job else None,
        "currency": table.currency,
        "rate_per_hour": str(open_job.rate_per_hour),
        "kept_years": years,
        "parts": [
            {
                "part": part,
                "advice": advice_words(group, years, table.currency),
                "ways": [_way_as_json(open_job, table, way, years) for way in group],
                "crossings": [
                    {"years": round(crossing.years, 2), "before": crossing.before, "after": crossing.after}
                    for crossing in cost_chart(group, chart_years(years)).crossings
                ],
            }
            for part, group in by_part(table, ways).items()
        ],
    }
    return json.dumps(content, ensure_ascii=True, indent=2) + "\n"


def _way_as_json(open_job: OpenJob, table: PartsTable, way: Fitted, years: int) -> dict[str, Any]:
    option, kept = way.option, keep_middle(way, years)
    return {
        "id": option.id,
        "name": option.name,
        "kind": option.kind,
        "price": _span(option.amounts, table.currency_of(option)),
        "currency": table.currency_of(option),
        "source": table.source_of(option) or None,
        "origin": origin_words(table, option),
        "is_estimate": table.is_estimate(option),
        "fitted": _span(way.total, table.currency),
        "kept": _span(kept_range(way, years), table.currency),
        "kept_middle": str(rounded(kept.total, table.currency)) if kept else None,
        "make_up": dict(make_up(way, years, table.currency)),
        "readings": [{"effect": heard.effect, "words": heard.words} for heard in way.heard],
        "failures_a_year": way.failures,
        "failed_here": {"failed": way.own.failed, "fitted": way.own.fitted} if way.own else None,
        "chosen": option.id == open_job.state.option,
        "before_paying": list(option.before_paying),
        "number": _number(open_job, table, way),
    }


def _span(span: Span | None, currency: str) -> list[str] | None:
    return [str(rounded(end, currency)) for end in span] if span else None


def _number(open_job: OpenJob, table: PartsTable, way: Fitted) -> dict[str, str] | None:
    """Return what came of comparing the number of a quote with that on the old part; None if it is no quote."""
    if not isinstance(way.option, QuotedOption):
        return None
    found = check_number(table, open_job.state, way.option.quote)
    return {"agreement": found.agreement, "named": found.named, "on_the_old_part": found.written}
