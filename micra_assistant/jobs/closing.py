"""Closing a job: only while nothing is open on the car, or with a reason why all the same."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist, Opening
from micra_assistant.jobs.events import Closed
from micra_assistant.jobs.given_reasons import is_reason
from micra_assistant.jobs.rate import Priced, with_rate
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop


class StillOpenError(MicraError):
    """A job cannot be closed as finished: something is open on the car and nobody has said why that may be."""


class Unfinished(Struct, frozen=True):
    """A step that was begun and has lines that are not done; ``gates`` are those of them that hold others."""

    step: Step
    done: int
    of: int
    gates: int


def settled(closed: Closed, openings: Sequence[Opening]) -> Closed:
    """Return an outcome as it is kept: it names what is open on the car, and why, whatever it said before.

    StillOpenError if anything is open and ``closed`` gives no reason.
    """
    if not openings:
        return replace(closed, left_open=(), override="")
    left_open = tuple(dict.fromkeys(opening.words for opening in openings))
    if not is_reason(closed.override):
        words = _("Still open on the car: {openings}. Put it back, or say why the job is closed all the same.")
        raise StillOpenError(words.format(openings=", ".join(left_open)))
    return replace(closed, left_open=left_open, override=closed.override.strip())


def settled_at(
    closed: Closed, openings: Sequence[Opening], workshop: Workshop, priced: Priced | None, former: Closed | None
) -> Closed:
    """Return an outcome as it is kept, with what an hour of work costs then; StillOpenError as ``settled``."""
    return with_rate(settled(closed, openings), workshop, priced, former)


def unfinished(guide: Guide, checklist: Checklist) -> tuple[Unfinished, ...]:
    """Return the steps that were begun and not finished, in the order of the guide."""
    begun = (_of_step(step, checklist) for step in guide.steps)
    return tuple(step for step in begun if 0 < step.done < step.of)


def _of_step(step: Step, checklist: Checklist) -> Unfinished:
    lines = [checklist.line(item.id) for item in step.items]
    gates = sum(line.item.gate and not line.is_right for line in lines)
    return Unfinished(step, sum(line.done for line in lines), len(lines), gates)
