"""What the parts table says of the part that a repair takes: the same words in the finder as in the table."""

from collections.abc import Sequence

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.part_choice import is_same_work, own_failures
from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar
from micra_assistant.parts.comparison import Fitted, by_part
from micra_assistant.parts.cost_words import advice_on
from micra_assistant.parts.recommending import recommend
from micra_assistant.words import _


def part_advice(inquiry: Inquiry) -> tuple[str, ...]:
    """Return which way to get the part of the repair comes cheapest, and what readings of this car say; sentences.

    Where that way is other work than the repair, they say too why the finder advises this one.
    """
    job, repair = inquiry.open_job, inquiry.repair
    table = job.ways
    if table is None or repair is None or not repair.option:
        return ()
    here, rate = job.workshop(), inquiry.case.rate_per_hour
    ways = WaysOnCar(job.guide, job.parts).compared(table, rate, job.state, own_failures(job), here.exchange)
    groups = by_part(table, ways).values()
    group = next((ways for ways in groups if any(way.option.id == repair.option for way in ways)), ())
    told = advice_on(group, here.kept_years, table.currency).told
    return (*told[:1], *_on_other_work(inquiry.case, repair, group, here.kept_years), *told[1:])


def _on_other_work(case: Case, repair: Repair, ways: Sequence[Fitted], years: int) -> tuple[str, ...]:
    """Return why another work is advised than the one of the way that the table puts first; nothing if it is that."""
    found = recommend(ways, years) or recommend(ways, 0)
    other = next((one for one in case.model.repairs if found and one.option == found.cheapest.option.fitted_as), None)
    if found is None or other is None or other == repair or is_same_work(other, repair):
        return ()
    words = (
        _("But “{way}” is other work: the finder goes by what each costs now, and how surely it cures what was found.")
        if other in case.repairs_left()
        else _("But “{way}” is other work, which was done, left out, or does not fit what was found.")
    )
    return (words.format(way=found.cheapest.option.name),)
