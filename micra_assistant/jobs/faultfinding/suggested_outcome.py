"""What the search for the fault suggests for the outcome of a job."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case, as_move
from micra_assistant.diagnosis.cure import cure_of
from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.move_costs import cost_of, spent
from micra_assistant.jobs.events import Closed, Held
from micra_assistant.jobs.open_job import OpenJob

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.inquiry import Inquiry

_CENT = Decimal("0.01")


class SuggestedOutcome(Struct, frozen=True):
    """What may be chosen when a job is closed.

    Attributes:
        model: the file of the model that the fault was sought with, empty if there is none.
        faults: what may have been the cause, in words by id, the likeliest first.
        repairs: what may have been done, in words.
        cause, repair: what the search has come to, in words, empty if it has not come to an end.
        held: whether the car was cured by it, as far as the person said.
        price: what tests and repairs came to, in work and money, in the model's currency; None if nothing was done.
        asks_car: whether nobody has said yet which car it was.
    """

    model: str = ""
    faults: dict[str, str] = {}
    repairs: tuple[str, ...] = ()
    cause: str = ""
    repair: str = ""
    held: Held = Held.UNKNOWN
    price: Decimal | None = None
    asks_car: bool = False

    @property
    def causes(self) -> tuple[str, ...]:
        """What may have been the cause, in words."""
        return tuple(self.faults.values())

    def as_closed(self) -> Closed | None:
        """Return the outcome to begin with, None if nothing is known of it."""
        return Closed(self.cause, self.repair, self.held, price=self.price) if self.cause or self.repair else None

    def named(self, closed: Closed) -> Closed:
        """Return an outcome with the price, and the fault that its words are.

        Words of one's own are no fault that is learnt from.
        """
        fault = next((fault for fault, words in self.faults.items() if words == closed.cause), "")
        known = replace(closed, model=self.model if fault else "", fault=fault, sure=closed.sure and bool(fault))
        return replace(known, price=self.price) if self.price is not None else known


def suggestion_for(open_job: OpenJob) -> SuggestedOutcome:
    """Return what the search for the fault of a job suggests for its outcome, nothing without a sound model."""
    from micra_assistant.jobs.faultfinding.fault_search import search_on  # noqa: PLC0415 - loaded when it is wanted

    search, asks_car = search_on(open_job), not open_job.state.car
    if search is None:
        return SuggestedOutcome(asks_car=asks_car)
    inquiry = search.inquiry()
    found = suggested_outcome(inquiry.case, search.complaint.faults, _done_but_not_said(inquiry))
    return replace(found, asks_car=asks_car)


def suggested_outcome(case: Case, model: str, done: Repair | None = None) -> SuggestedOutcome:
    """Return what a search with a model, named by its file, suggests.

    ``done`` is a repair whose lines are all done, though nobody has said what it led to.
    """
    likeliest = [suspect.fault for suspect in suspects(case)]
    cure, repairs = cure_of(case), case.model.repairs
    found = SuggestedOutcome(
        model=model,
        faults={fault.id: fault.text for fault in likeliest},
        repairs=tuple(repair.text for repair in repairs),
        price=_amount(spent(case)) if case.answers or case.repairs else None,
    )
    if cure:
        return replace(found, cause=cure.fault, repair=cure.repair, held=Held.YES)
    if done:
        cause = next((fault.text for fault in likeliest if done.fixes.get(fault.id)), "")
        return replace(found, cause=cause, repair=done.text, price=_amount(spent(case) + cost_of(case, as_move(done))))
    return found


def _done_but_not_said(inquiry: "Inquiry") -> Repair | None:
    """Return the repair that is next if all lines of its steps are done, None if they are not, or it has none."""
    repair, job = inquiry.repair, inquiry.open_job
    steps = [step for name in (repair.steps if repair else ()) if (step := job.guide.find_step(name))]
    items = [item for step in steps for item in step.items]
    return repair if items and all(job.checklist.line(item.id).stands for item in items) else None


def _amount(cost: float) -> Decimal:
    return Decimal(str(cost)).quantize(_CENT, rounding=ROUND_HALF_UP)
