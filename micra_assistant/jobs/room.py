"""Whether a job that is worked on has room for one act more, so that it never outgrows what can be exported."""

from collections.abc import Sequence

from micra_assistant.errors import MicraError
from micra_assistant.jobs.act_limits import MOST_EVENTS, MOST_ITEMS, excess_of_kinds, letters_of, oversize, size_of
from micra_assistant.jobs.events import AnyAct, Closed, Described, Diagnosed, Entered, Noted, PhotoAdded, Ticked
from micra_assistant.jobs.history import History

FOR_CLOSING = 1_000
"""How many of the events that a job may have are kept for closing it."""

_MANY_DONE = MOST_ITEMS // 2
_FULL = "close it, and begin another job for what is still to be done"


class FullError(MicraError):
    """A job cannot take one act more, or not one as large as that."""


def check_room(history: History, acts: Sequence[AnyAct]) -> None:
    """Check that a job can take ``acts`` more, and can still be closed then; FullError if it cannot.

    Closing the job and writing down its details is always possible.
    """
    for act in acts:
        if why := oversize(act):
            raise FullError(f"This cannot be kept: {why}. Make it shorter.")
    if isinstance(acts[-1], Closed | Described):
        return
    if history.size + size_of(acts) > MOST_EVENTS - FOR_CLOSING:
        raise FullError(f"This job is full, it has {history.size} acts: {_FULL}.")
    is_counted = any(_adds_to_what_is_counted(act, history) for act in acts)
    if is_counted and (why := excess_of_kinds([*(event.act for event in history.events), *acts])):
        raise FullError(f"This job is full, it would have more than {why}: {_FULL}.")


def _adds_to_what_is_counted(act: AnyAct, history: History) -> bool:
    """Whether all acts of the job must be looked at: that takes a while in a large one."""
    is_new_item = isinstance(act, Ticked | Entered) and len(history.state.since) >= _MANY_DONE
    return is_new_item or isinstance(act, Noted | PhotoAdded | Diagnosed) or letters_of(act) > 0
