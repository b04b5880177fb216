"""A stop of the route: one step of the guide, or something that is no step, and why it is there."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from micra_assistant.diagnosis.findings import Move
from micra_assistant.guide.model import Count, Step, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.words import N_, _


class Stand(StrEnum):
    """How far a stop is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    WAITING = "waiting"
    """It waits for a part."""
    LEFT_OUT = "left-out"


class Why(StrEnum):
    """Why a stop is on the route."""

    READY = "ready"
    COMPLAINT = "complaint"
    NEEDED = "needed"
    ADVISED = "advised"
    CHOSEN = "chosen"
    WORKED = "worked"
    """Something was done or found there."""
    GUIDE = "guide"
    """It is the next in the guide: there is no model to say more."""
    PUT_BACK = "put-back"
    PROVE = "prove"
    CLOSE = "close"


_WORDS = {
    Why.READY: N_("before anything is taken apart"),
    Why.COMPLAINT: N_("know the complaint first"),
    Why.NEEDED: N_("needed for: {goal}"),
    Why.ADVISED: N_("advised: {goal}"),
    Why.CHOSEN: N_("chosen: {goal}"),
    Why.WORKED: N_("worked on"),
    Why.GUIDE: N_("in the order of the guide"),
    Why.PUT_BACK: N_("put back what came off"),
    Why.PROVE: N_("prove that it works"),
    Why.CLOSE: N_("the last thing"),
}


class Stop(Struct, frozen=True):
    """A stop.

    Attributes:
        id: that of its step, or of what it is if it is no step; the same for all of a job.
        title: what it is called.
        stand: how far it is.
        why, goal: why it is there, and what it is there for, in words.
        step: the step of the guide, None if it is none.
        lines: its lines on this car.
        take_back: those of them whose tick is to be taken back.
        move: the test, the repair or the giving up that is asked about here, None if nothing is.
        things: the tools and parts to have ready.
        reason: why it was left out, or what it waits for.
        event: the event that left it out of the search for the fault, empty if none did.
    """

    id: str
    title: str
    stand: Stand
    why: Why
    goal: str = ""
    step: Step | None = None
    lines: tuple[Line, ...] = ()
    take_back: tuple[str, ...] = ()
    move: Move | None = None
    things: tuple[str, ...] = ()
    reason: str = ""
    event: str = ""

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """The lines that are still to be done, or to be taken back; none of a stop that is done or left out."""
        if not self.is_ahead:
            return ()
        return tuple(line for line in self.lines if line.item.id in self.take_back or _is_open(line))

    @property
    def why_words(self) -> str:
        """Why it is there, in words."""
        return _(_WORDS[self.why]).format(goal=self.goal)

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to be done."""
        return self.stand not in (Stand.DONE, Stand.LEFT_OUT)


def move_id(move: Move) -> str:
    """Return the id of a stop that is a test, a repair or giving up without a step; no step can be called so."""
    return f"{move.kind}:{move.id}"


def title_on_car(step: Step, lines: Sequence[Line]) -> str:
    """Return what the stop of a step is called: a step that only puts back is not, where nothing is put back.

    Then a gate of it is left, and that has words of its own.
    """
    only_puts_back = all(item.undoes or item.gate for item in step.items)
    if lines and only_puts_back and not any(line.item.undoes for line in lines):
        return plain(lines[0].item.label)
    return step.title


def _is_open(line: Line) -> bool:
    """Whether a line is still to be done, as one of a wrong number of things is; a reading is done, right or not."""
    return line.is_to_do or (isinstance(line.item, Count) and line.is_wrong)
