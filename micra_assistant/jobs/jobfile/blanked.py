"""What of a job file is taken in where the customer's data of the job was blanked, here or there."""

from collections.abc import Sequence

from msgspec import Struct

from micra_assistant.jobs.events import Blanked, Event
from micra_assistant.jobs.records.blanking import Blanking, blanking_of


class TakenIn(Struct, frozen=True):
    """What is taken in.

    Attributes:
        events: those that are new here, as they are kept.
        blanked_there: whether the file says that the data was blanked, and it is still kept here. A file alone takes
            nothing out of the records: a person here has to.
    """

    events: tuple[Event, ...]
    blanked_there: bool = False


def taken_in(kept: Sequence[Event], filed: Sequence[Event]) -> TakenIn:
    """Return what is taken in of a file where ``kept`` is what is known of the job here.

    Who wrote the file may not have known that the data was blanked here: what is new in it is blanked then.
    """
    here, there = blanking_of(kept), blanking_of(filed)
    known = {event.id for event in kept}
    new = [event for event in filed if event.id not in known]
    if here and not all(mark in filed for mark in here.marks):
        new = list(map(here.view({event.id for event in filed}), new))
    if there and _is_still_here(kept, there):
        return TakenIn(tuple(event for event in new if not isinstance(event.act, Blanked)), blanked_there=True)
    return TakenIn(tuple(new))


def _is_still_here(kept: Sequence[Event], there: Blanking) -> bool:
    """Whether something is kept that was blanked elsewhere."""
    view = there.view({event.id for event in kept})
    is_new = any(mark not in kept for mark in there.marks)
    return is_new and any(view(event) != event for event in kept)
