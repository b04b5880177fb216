"""The list of jobs: a row each, made of the job's events, found by words and put in order."""

import unicodedata
from enum import StrEnum
from typing import Any

from msgspec import Struct

from micra_assistant.jobs.events import (
    Blanked,
    Closed,
    Described,
    Event,
    GuideTaken,
    Opened,
    Reopened,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.schema import EARLIEST
from micra_assistant.lookalikes import latin, plate

CHANGES_ROW = (Opened, Described, GuideTaken, Closed, Reopened, Blanked)
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
    ``blanked`` whether the customer's data was taken out of the records.
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


class Shown(StrEnum):
    """Which jobs are listed."""

    ALL = "all"
    OPEN = "open"
    CLOSED = "closed"


class Order(StrEnum):
    """What the list is put in order by."""

    WORKED = "worked"
    NUMBER = "number"
    CAR = "car"
    CUSTOMER = "customer"
    COMPLAINT = "complaint"
    OUTCOME = "outcome"


class JobQuery(Struct, frozen=True):
    """Which jobs are wanted: those with all the words of ``text``, in an order."""

    text: str = ""
    shown: Shown = Shown.ALL
    order: Order = Order.WORKED
    descending: bool = True


COLUMNS = JobRow.__struct_fields__
"""The columns of a row, in the order of its fields."""

_COLUMNS_OF = {
    Order.WORKED: ("last",),
    Order.NUMBER: ("number",),
    Order.CAR: ("car COLLATE NOCASE", "number"),
    Order.CUSTOMER: ("customer COLLATE NOCASE", "number"),
    Order.COMPLAINT: ("complaint COLLATE NOCASE", "number"),
    Order.OUTCOME: ("closed", "held", "number"),
}
_MAY_BE_EMPTY = (Order.CAR, Order.CUSTOMER, Order.COMPLAINT)
_CLOSED = {Shown.OPEN: 0, Shown.CLOSED: 1}


def where(query: JobQuery) -> tuple[str, list[Any]]:
    """Return the condition of a query as SQL, with what goes into it."""
    words = [word for part in query.text.split() if (word := folded(part))]
    conditions = ["instr(words, ?) > 0"] * len(words)
    values: list[Any] = list(words)
    if query.shown in _CLOSED:
        conditions.append("closed = ?")
        values.append(_CLOSED[query.shown])
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def order_by(query: JobQuery) -> str:
    """Return the order of a query as SQL."""
    direction = "DESC" if query.descending else "ASC"
    return "ORDER BY " + ", ".join(f"{column} {direction}" for column in _COLUMNS_OF[query.order])


def pieces(query: JobQuery) -> tuple[str, ...]:
    """Return as SQL the parts that an order has: the jobs that have nothing to be put in order by come last."""
    column = _COLUMNS_OF[query.order][0]
    return (f"WHERE {column} > ''", f"WHERE {column} = ''") if query.order in _MAY_BE_EMPTY else ("",)


def folded(text: str) -> str:
    """Return text as it is looked for: no accents, no capitals, no dashes, so that AB-12 is ab12, all scripts alike."""
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return latin("".join(letters).casefold().replace("-", ""))


def row_values(number: int, events: tuple[Event, ...]) -> dict[str, Any]:
    """Return what the row of a job says but for its number and id, ``words`` to be found by among it."""
    state = History(events).state
    times = [event.at for event in events if event.at >= EARLIEST]
    outcome = state.outcome
    said = (
        f"{number:04}",
        state.car,
        state.car.replace(" ", ""),
        plate(state.car),
        state.customer,
        state.complaint,
        state.title,
    )
    mileage = "" if state.mileage is None else str(state.mileage)
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
        "words": folded(" ".join((*said, mileage, *((outcome.cause, outcome.repair) if outcome else ())))),
    }
