"""What of a job is a customer's data, and how its acts are told without it.

It is the customer, the registration, the VIN, and the complaint unless it is in the words of the guide. What was done
to the car stays as it is, with its mileage and with who did it. Notes and photos, with the note of the outcome, the
part that a job waited for, who offered parts, what is in the basket, and the reasons why it was closed all the same or
something left out, may show more than the car: they stay unless it is said that they go too.
"""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Closed,
    Described,
    Diagnosed,
    Event,
    Noted,
    Opened,
    PartAwaited,
    PhotoAdded,
    QuoteAdded,
    QuoteChanged,
    StopLeftOut,
    WaitLeftOut,
)

View = Callable[[Event], Event]
"""How events are told."""


def as_kept(event: Event) -> Event:
    """Return an event as it is kept."""
    return event


def without_customer(complaints: Collection[str] = (), *, notes: bool = False) -> View:
    """Return what tells events without the customer's data; ``complaints`` are those that the guide itself words.

    With ``notes``, notes and photos are left out too; the acts stay, and say nothing.
    """

    def view(event: Event) -> Event:
        act = event.act
        if isinstance(act, Opened | Described):
            complaint = act.complaint if act.complaint in complaints else ""
            return replace(event, act=replace(act, car="", vin="", customer="", complaint=complaint))
        return replace(event, act=_without_remarks(act)) if notes else event

    return view


def _without_remarks(act: AnyAct) -> AnyAct:
    match act:
        case Noted():
            return replace(act, text="")
        case PhotoAdded():
            return replace(act, photo="", name="")
        case WaitLeftOut():
            return replace(act, reason="")
        case Closed():
            return replace(act, note="", override="")
        case StopLeftOut() | Diagnosed():
            return replace(act, reason="")
        case PartAwaited():
            return replace(act, part="")
        case QuoteAdded() | QuoteChanged():
            return replace(act, quote=replace(act.quote, supplier="", contact="", note=""))
        case BasketFilled():
            return replace(act, thing=replace(act.thing, words=""))
    return act


def is_same(one: Event, other: Event) -> bool:
    """Whether two records say the same of an act, or one of them the same but for the customer's data."""
    return one == other or _is_without(one, other) or _is_without(other, one)


def _is_without(one: Event, other: Event) -> bool:
    """Whether ``one`` is ``other`` without the customer's data, whatever complaints the guide words."""
    known = (one.act.complaint,) if isinstance(one.act, Opened | Described) else ()
    return one == without_customer(known, notes=True)(other)
