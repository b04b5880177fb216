"""Logs of jobs as hypothesis draws them."""

from decimal import Decimal

from hypothesis import strategies as st

from micra_assistant.jobs.events import (
    AnyAct,
    BasketEmptied,
    BasketFilled,
    Blanked,
    Bought,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Entered,
    Event,
    Noted,
    Opened,
    OptionChosen,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Reopened,
    StepShown,
    Ticked,
    Undone,
    Unticked,
    WaitBegun,
)
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.quotes import Quote

_IDS = st.integers(0, 40).map(str)
_ITEM = st.sampled_from(["off", "clips", "leads"])
_STEP = st.sampled_from(["measure", "close"])
_QUOTE = st.sampled_from([Quote("Ivanov", Decimal(5), "RUB"), Quote("Leeds", Decimal(9), "GBP")])
_WORK = (
    st.builds(Ticked, _ITEM),
    st.builds(Unticked, _ITEM),
    st.builds(Entered, _ITEM, st.sampled_from(["", "0.4", "11"])),
    st.builds(WaitBegun, _ITEM),
    st.builds(StepShown, _STEP),
    st.builds(OptionChosen, st.sampled_from(["", "used"])),
    st.builds(OptionChosen, _IDS.map(quote_option_id)),
    st.builds(QuoteAdded, _QUOTE),
    st.builds(QuoteChanged, _IDS, _QUOTE),
    st.builds(QuoteRemoved, _IDS),
    st.builds(PiecesChanged, _IDS, st.integers(1, 9)),
    st.builds(BasketFilled, st.just(BasketThing(ThingKind.SPARE, "Clip"))),
    st.builds(BasketEmptied, _IDS),
    st.builds(Bought, _IDS, st.booleans()),
    st.builds(Opened, st.just("button"), st.sampled_from(["1", "2"])),
)
_REMARKS = (
    st.builds(Described, st.sampled_from(["", "A 123"])),
    st.builds(Noted, _STEP, st.sampled_from(["broken", "new"]), st.one_of(st.just(""), _IDS)),
    st.builds(Removed, _IDS),
    st.builds(CalledAway, _STEP),
    st.builds(CameBack),
    st.builds(Closed, st.sampled_from(["", "button"])),
    st.builds(Reopened),
    st.builds(Blanked, st.booleans()),
)
_SECOND_THOUGHTS = (st.builds(Undone, _IDS), st.builds(Redone, _IDS))

ACT: st.SearchStrategy[AnyAct] = st.one_of(*_WORK, *_REMARKS, *_SECOND_THOUGHTS)


def logs_of(act: st.SearchStrategy[AnyAct]) -> st.SearchStrategy[list[Event]]:
    """Draw logs of one job, their events in no order."""
    event = st.builds(Event, _IDS, st.just("job"), st.integers(1, 6), st.just(""), act)
    return st.lists(event, max_size=15, unique_by=lambda event: event.id)


LOG = logs_of(ACT)
PLAIN_LOG = logs_of(st.one_of(*_WORK))
"""Logs in which nothing is undone."""
