"""What is open on the car in the order in which a hand must know it: first what the work rests on."""

from msgspec import Struct

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist, Opening
from micra_assistant.jobs.put_back import open_now
from micra_assistant.jobs.state import JobState


class CarLine(Struct, frozen=True):
    """What is open, each thing once; the first ``firm`` of them are states that warnings ask for, such as no power."""

    openings: tuple[Opening, ...]
    firm: int


def car_line(guide: Guide, state: JobState, checklist: Checklist | None = None) -> CarLine:
    """Return what is open on the car: of the states that gates bring about the latest first, then as it came off."""
    gated = {item.state for item in guide.items if item.gate and item.state}
    openings = sorted(open_now(guide, state, checklist), key=lambda opening: state.since.get(opening.item.id, 0))
    firm = [opening for opening in reversed(openings) if opening.item.state in gated]
    rest = [opening for opening in openings if opening.item.state not in gated]
    return CarLine((*firm, *rest), len(firm))
