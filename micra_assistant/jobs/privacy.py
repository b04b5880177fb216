"""What of a job is a customer's data, and how its acts are told without it.

It is the customer, the registration, and the complaint unless it is in the words of the guide. What was done to the
car stays as it is, with its mileage and with who did it; so do notes and photos, which may show more than the car.
"""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from micra_assistant.jobs.events import Described, Event, Opened

View = Callable[[Event], Event]
"""How events are told."""


def as_kept(event: Event) -> Event:
    """Return an event as it is kept."""
    return event


def without_customer(complaints: Collection[str] = ()) -> View:
    """Return what tells events without the customer's data; ``complaints`` are those that the guide itself words."""

    def view(event: Event) -> Event:
        act = event.act
        if not isinstance(act, Opened | Described):
            return event
        complaint = act.complaint if act.complaint in complaints else ""
        return replace(event, act=replace(act, car="", customer="", complaint=complaint))

    return view


def is_same(one: Event, other: Event) -> bool:
    """Whether two records say the same of an act, or one of them the same but for the customer's data."""
    return one == other or _is_without(one, other) or _is_without(other, one)


def _is_without(one: Event, other: Event) -> bool:
    """Whether ``one`` is ``other`` without the customer's data, whatever complaints the guide words."""
    known = (one.act.complaint,) if isinstance(one.act, Opened | Described) else ()
    return one == without_customer(known)(other)
