"""Which jobs of the list a query finds, and in which order, as SQL."""

import unicodedata
from enum import StrEnum
from typing import Any

from msgspec import Struct

from micra_assistant.lookalikes import latin


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
