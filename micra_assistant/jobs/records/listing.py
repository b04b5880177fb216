"""The list of jobs: a row each, made of the job's events, with the words that it is found by."""

from typing import Any

from msgspec import Struct

from micra_assistant.jobs.events import (
    Blanked,
    Closed,
    Described,
    Event,
    GuideTaken,
    Opened,
    OptionChosen,
    PartAwaited,
    PartCame,
    Reopened,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.job_query import folded
from micra_assistant.jobs.records.schema import EARLIEST
from micra_assistant.jobs.state import JobState
from micra_assistant.lookalikes import plate

CHANGES_ROW = (Opened, Described, GuideTaken, Closed, Reopened, Blanked, PartAwaited, PartCame, OptionChosen)
"""The acts that change more of a row than when the job was worked on; so does what undoes one of them."""


class Job(Struct, frozen=True):
    """A job; ``number`` is its short name in this workshop."""

    number: int
    id: str

    @property
    def name(self) -> str:
        """The number as it is written: ``0042``."""
        return f"{self.number:04}"


class JobRow(Job, frozen=True):
    """A job as the list shows it.

    ``begun`` and ``worked``, when it was begun and last worked on, are as Event.at; what happened while a clock was
    plainly wrong is left aside, and they are empty if that is all there is. ``held`` is what its outcome says,
    empty while the job is open; ``left_open`` how many things are open on the car, or were when it was closed;
    ``blanked`` whether the customer's data was taken out of the records; ``waits_for`` the part that it waits for, and
    ``waits_since`` when that was ordered, as Event.at.
    """

    guide: str = ""
    title: str = ""
    car: str = ""
    customer: str = ""
    mileage: int | None = None
    complaint: str = ""
    begun: str = ""
    worked: str = ""
    closed: bool = False
    held: str = ""
    left_open: int = 0
    blanked: bool = False
    waits_for: str = ""
    waits_since: str = ""


COLUMNS = JobRow.__struct_fields__
"""The columns of a row, in the order of its fields."""


def row_values(number: int, events: tuple[Event, ...]) -> dict[str, Any]:
    """Return what the row of a job says but for its number and id, ``words`` to be found by among it."""
    state = History(events).state
    times = [event.at for event in events if event.at >= EARLIEST]
    outcome = state.outcome
    return {
        "guide": state.guide,
        "title": state.title,
        "car": state.car,
        "customer": state.customer,
        "mileage": state.mileage,
        "complaint": state.complaint,
        "begun": times[0] if times else "",
        "worked": times[-1] if times else "",
        "closed": int(state.is_closed),
        "held": outcome.held.value if outcome else "",
        "left_open": len(outcome.left_open) if outcome else 0,
        "blanked": int(state.blanked),
        "waits_for": "" if state.is_closed else state.waits_for,
        "waits_since": "" if state.is_closed else state.waits_since,
        "words": _words(number, state),
    }


def _words(number: int, state: JobState) -> str:
    """Return all that a job is to be found by."""
    car = state.car, state.car.replace(" ", ""), plate(state.car), state.vin
    mileage = "" if state.mileage is None else str(state.mileage)
    outcome = (state.outcome.cause, state.outcome.repair) if state.outcome else ()
    return folded(" ".join((f"{number:04}", *car, state.customer, state.complaint, state.title, mileage, *outcome)))
