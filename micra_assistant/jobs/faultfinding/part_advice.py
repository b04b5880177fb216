"""What the parts table says of the part that a repair takes: the same words in the finder as in the table."""

from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.part_choice import own_failures
from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar
from micra_assistant.parts.comparison import by_part
from micra_assistant.parts.cost_words import advice_on


def part_advice(inquiry: Inquiry) -> tuple[str, ...]:
    """Return which way to get the part of the repair comes cheapest, and what readings of this car say; sentences."""
    job, repair = inquiry.open_job, inquiry.repair
    table = job.ways
    if table is None or repair is None or not repair.option:
        return ()
    here, rate = job.workshop(), inquiry.case.rate_per_hour
    ways = WaysOnCar(job.guide, job.parts).compared(table, rate, job.state, own_failures(job), here.exchange)
    groups = by_part(table, ways).values()
    group = next((ways for ways in groups if any(way.option.id == repair.option for way in ways)), ())
    return advice_on(group, here.kept_years, table.currency).told
