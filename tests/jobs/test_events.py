"""Acts and events as they are kept."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import (
    AnyAct,
    BasketEmptied,
    BasketFilled,
    Bought,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Entered,
    GuideTaken,
    Held,
    MoveChosen,
    Noted,
    Opened,
    OptionChosen,
    PartAwaited,
    PartCame,
    PhotoAdded,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Reopened,
    StepShown,
    StopLeftOut,
    StopTakenUp,
    Ticked,
    ToolsOut,
    ToolsReady,
    Undone,
    Unticked,
    decode,
    encode,
    new_event,
    new_id,
)
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote, Tax

st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
ANY_ACT = st.one_of(*(st.from_type(kind) for kind in get_args(AnyAct)))


@given(ANY_ACT)
def test_an_act_comes_back_as_it_was_kept(act: AnyAct) -> None:
    assert decode(encode(act)) == act


QUOTE_AS_KEPT = (
    '{"act":"quote-added","quote":{"supplier":"Ivanov","price":"12.50","currency":"GBP","kind":"used",'
    '"tax":"out","on":"2026-11-28"}}'
)


@pytest.mark.parametrize(
    ("act", "kept"),
    [
        (Opened("button", "2026.11", "A 123"), '{"act":"opened","guide":"button","version":"2026.11","car":"A 123"}'),
        (StepShown("measure"), '{"act":"step-shown","step":"measure"}'),
        (Ticked("off"), '{"act":"ticked","item":"off"}'),
        (Unticked("off"), '{"act":"unticked","item":"off"}'),
        (Entered("leads", "0,4 Ω"), '{"act":"entered","item":"leads","typed":"0,4 Ω"}'),
        (OptionChosen("used"), '{"act":"option-chosen","option":"used"}'),
        (Described("A 1", mileage=84000), '{"act":"described","car":"A 1","mileage":84000}'),
        (GuideTaken("2", "ab"), '{"act":"guide-taken","version":"2","text":"ab"}'),
        (Noted("look", "rust", "12"), '{"act":"noted","step":"look","text":"rust","instead_of":"12"}'),
        (
            PhotoAdded("look", "ab", "a.jpg", 640, 480),
            '{"act":"photo-added","step":"look","photo":"ab","name":"a.jpg","width":640,"height":480}',
        ),
        (Removed("12"), '{"act":"removed","event":"12"}'),
        (CalledAway("look"), '{"act":"called-away","step":"look"}'),
        (ToolsOut(("Torch",)), '{"act":"tools-out","tools":["Torch"]}'),
        (CameBack(), '{"act":"came-back"}'),
        (Closed("worn", held=Held.YES), '{"act":"closed","cause":"worn","held":"yes"}'),
        (
            MoveChosen("faults.toml", Move(MoveKind.TEST, "ohms"), "Measure"),
            '{"act":"move-chosen","model":"faults.toml","move":{"kind":"test","id":"ohms"},"words":"Measure"}',
        ),
        (ToolsReady(), '{"act":"tools-ready"}'),
        (StopLeftOut("fuses", "measured"), '{"act":"stop-left-out","stop":"fuses","reason":"measured"}'),
        (StopTakenUp("fuses"), '{"act":"stop-taken-up","stop":"fuses"}'),
        (PartAwaited("Button"), '{"act":"part-awaited","part":"Button"}'),
        (PartCame(), '{"act":"part-came"}'),
        (
            QuoteAdded(Quote("Ivanov", Decimal("12.50"), "GBP", OptionKind.USED, tax=Tax.OUT, on=date(2026, 11, 28))),
            QUOTE_AS_KEPT,
        ),
        (
            QuoteChanged("12", Quote("Ivanov", Decimal(12), "RUB", carriage=Decimal(3))),
            '{"act":"quote-changed","event":"12","quote":{"supplier":"Ivanov","price":"12","currency":"RUB","carriage":"3"}}',
        ),
        (QuoteRemoved("12"), '{"act":"quote-removed","event":"12"}'),
        (
            BasketFilled(BasketThing(ThingKind.SPARE, "Trim clip", 3)),
            '{"act":"basket-filled","thing":{"kind":"spare","words":"Trim clip","pieces":3}}',
        ),
        (PiecesChanged("12", 4), '{"act":"pieces-changed","event":"12","pieces":4}'),
        (BasketEmptied("12"), '{"act":"basket-emptied","event":"12"}'),
        (Bought("12"), '{"act":"bought","event":"12"}'),
        (Bought("12", is_there=False), '{"act":"bought","event":"12","is_there":false}'),
        (Reopened(), '{"act":"reopened"}'),
        (Undone("12"), '{"act":"undone","event":"12"}'),
        (Redone("12"), '{"act":"redone","event":"12"}'),
    ],
)
def test_what_is_on_disk_stays_readable(act: AnyAct, kept: str) -> None:
    """These texts stand in records that exist: they may be added to, but never read differently."""
    assert encode(act) == kept
    assert decode(kept) == act


@pytest.mark.parametrize("text", ["", "{", "[]", '{"act":"flown"}', '{"act":"ticked"}', '{"act":"ticked","item":3}'])
def test_an_unknown_act_is_no_crash(text: str) -> None:
    with pytest.raises(StoreError, match="hold something this program does not know"):
        decode(text)


def test_ids_are_never_the_same() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-9a-f]{32}", id_) for id_ in ids)


def test_an_event_happens_now_in_utc() -> None:
    before = datetime.now(UTC)
    event = new_event("job", 7, Ticked("off"))
    assert (event.job, event.turn, event.act) == ("job", 7, Ticked("off"))
    at = datetime.fromisoformat(event.at)
    assert at.utcoffset() == before.utcoffset()
    assert abs((at - before).total_seconds()) < 60
