"""Whether a job that is worked on has room for one act more, so that it never outgrows what can be exported."""

from collections.abc import Sequence
from itertools import chain

from micra_assistant.errors import MicraError
from micra_assistant.jobs.act_limits import MOST_EVENTS, MOST_ITEMS, excess_of_kinds, letters_of, oversize, size_of
from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Closed,
    Described,
    Diagnosed,
    ItemAct,
    Noted,
    PhotoAdded,
    QuoteAdded,
    QuoteChanged,
)
from micra_assistant.jobs.history import History
from micra_assistant.words import _, ngettext

FOR_CLOSING = 1_000
"""How many of the events that a job may have are kept for closing it."""

_COUNTED = (Noted, PhotoAdded, Diagnosed, QuoteAdded, QuoteChanged, BasketFilled)
_MANY_DONE = MOST_ITEMS // 2


class FullError(MicraError):
    """A job cannot take one act more, or not one as large as that."""


def check_room(history: History, acts: Sequence[AnyAct]) -> None:
    """Check that a job can take ``acts`` more, and can still be closed then; FullError if it cannot.

    Closing the job and writing down its details is always possible.
    """
    for act in acts:
        if why := oversize(act):
            raise FullError(_("This cannot be kept: {why}. Make it shorter.").format(why=why))
    if isinstance(acts[-1], Closed | Described):
        return
    if history.size + size_of(acts) > MOST_EVENTS - FOR_CLOSING:
        raise FullError(_full(history.size))
    is_counted = any(_adds_to_what_is_counted(act, history) for act in acts)
    if is_counted and (why := excess_of_kinds(chain((event.act for event in history.events), acts))):
        words = _(
            "This job is full, it would have more than {most}:"
            " close it, and begin another job for what is still to be done."
        )
        raise FullError(words.format(most=why))


def _full(count: int) -> str:
    return ngettext(
        "This job is full, it has {count} act: close it, and begin another job for what is still to be done.",
        "This job is full, it has {count} acts: close it, and begin another job for what is still to be done.",
        count,
    ).format(count=count)


def _adds_to_what_is_counted(act: AnyAct, history: History) -> bool:
    """Whether all acts of the job must be looked at: that takes a while in a large one."""
    is_new_item = isinstance(act, ItemAct) and len(history.state.since) >= _MANY_DONE
    return is_new_item or isinstance(act, _COUNTED) or letters_of(act) > 0
