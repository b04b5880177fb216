"""The way back through a conversation."""

from msgspec import Struct

from micra_assistant.jobs.events import UNDOABLE, AnyAct, Redone, Undone
from micra_assistant.jobs.faultfinding.search_options import SearchOptions
from micra_assistant.jobs.faultfinding.unclear import Unclear
from micra_assistant.jobs.open_job import OpenJob


class Moment(Struct, frozen=True):
    """A moment of a conversation: all of it that is not kept with the job; ``own`` are the events it had brought."""

    options: SearchOptions
    unclear: Unclear | None
    is_given_up: bool
    own: frozenset[str]


def undo(open_job: OpenJob, events: frozenset[str]) -> None:
    """Undo these events of a job, the last first, unless they do not count any more; raises what OpenJob.do does."""
    for event in reversed(open_job.history.events):
        if event.id in events and event.id not in open_job.history.out and (act := _against(event.id, event.act)):
            open_job.do(act)


def _against(event: str, act: AnyAct) -> AnyAct | None:
    """Return the act that undoes another, None if it is none that can be undone."""
    if isinstance(act, Undone):
        return Redone(act.event)
    return Undone(event) if isinstance(act, UNDOABLE) else None
