"""Quotes on a job: acts like others, kept, undone and merged."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Event, OptionChosen, QuoteAdded, QuoteChanged, QuoteRemoved
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import (
    Agreement,
    NoQuoteError,
    UnsoundQuoteError,
    add_quote,
    change_quote,
    check_number,
    choose_quote,
    order_quote,
    remove_quote,
)
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.workshop.values import Workshop
from tests.parts.ways import option, table

WAYS = table(option("used", 300, 700, fails=35.0), number_at="number")
LEEDS = Quote("Leeds", Decimal(9), "GBP", number="25570-AX600")


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return a new job open, with a quote."""
    job = begin_job(store, guide, WAYS)
    add_quote(job, LEEDS)
    return job


def quotes(job: OpenJob) -> list[Quote]:
    """Return what suppliers ask."""
    return [kept.quote for kept in job.state.quotes]


def the_id(job: OpenJob) -> str:
    """Return the id of the one quote."""
    return job.state.quotes[0].id


def test_a_quote_is_changed_taken_out_and_all_of_that_undone(open_job: OpenJob) -> None:
    dearer = replace(LEEDS, price=Decimal(11))
    change_quote(open_job, the_id(open_job), dearer)
    assert quotes(open_job) == [dearer]
    choose_quote(open_job, the_id(open_job))
    remove_quote(open_job, the_id(open_job))
    assert (quotes(open_job), open_job.state.option) == ([], "")
    open_job.undo()
    assert (quotes(open_job), open_job.state.option) == ([dearer], quote_option_id(the_id(open_job)))
    open_job.undo()
    open_job.undo()
    assert (quotes(open_job), open_job.state.option) == ([LEEDS], "")
    open_job.undo()
    assert quotes(open_job) == []


def test_what_is_the_same_is_no_act(open_job: OpenJob) -> None:
    choose_quote(open_job, the_id(open_job))
    before = open_job.history.size
    change_quote(open_job, the_id(open_job), LEEDS)
    choose_quote(open_job, the_id(open_job))
    assert open_job.history.size == before


def test_what_is_gone_or_cannot_be_is_said(open_job: OpenJob) -> None:
    name = the_id(open_job)
    with pytest.raises(UnsoundQuoteError, match="no amount of money in GBP"):
        change_quote(open_job, name, replace(LEEDS, price=Decimal(-5)))
    with pytest.raises(UnsoundQuoteError, match="currency “XXX” is not known"):
        add_quote(open_job, replace(LEEDS, currency="XXX"))
    remove_quote(open_job, name)
    for act in (remove_quote, choose_quote, order_quote):
        with pytest.raises(NoQuoteError, match="not there any more"):
            act(open_job, name)


def test_once_ordered_the_job_waits_for_it(open_job: OpenJob) -> None:
    order_quote(open_job, the_id(open_job))
    assert open_job.state.waits_for == "Button from Leeds"
    assert open_job.option_names[open_job.state.option] == "Leeds"


def test_two_logs_merge_alike_in_whatever_order() -> None:
    cheaper = replace(LEEDS, price=Decimal(8))
    acts: list[AnyAct] = [QuoteAdded(LEEDS), QuoteChanged("0", cheaper), OptionChosen("quote-0"), QuoteRemoved("0")]
    events = [Event(str(place), "job", place + 1, "", act) for place, act in enumerate(acts)]
    assert History(reversed(events)).state == History(events).state
    assert History(events[:3]).state.quotes[0].quote.price == 8
    assert (History(events).state.quotes, History(events).state.option) == ((), "")


def test_it_is_a_way_like_others_with_the_tax_of_the_workshop(open_job: OpenJob) -> None:
    change_quote(open_job, the_id(open_job), replace(LEEDS, tax=Tax.OUT))
    open_job.workshop = lambda: Workshop(tax=Decimal(20))
    assert open_job.ways is not None
    assert [way.name for way in open_job.ways.options] == ["Used", "Leeds"]
    assert open_job.ways.options[1].amounts == (Decimal("10.80"), Decimal("10.80"))


@pytest.mark.parametrize(
    ("written", "named", "agreement", "words"),
    [
        ("25570 ax600", "25570-AX600", Agreement.SAME, "is the one on the old part"),
        ("NISSAN 25570-AX600 JAPAN", "25570AX600", Agreement.SAME, "is the one on the old part"),
        ("25570-АХ600", "25570-AX600", Agreement.SAME, "is the one on the old part"),
        ("25570-AX60A", "25570-AX600", Agreement.ANOTHER, "Check before you pay: the quote says 25570-AX600"),
        ("", "25570-AX600", Agreement.NOT_KNOWN, "not written down yet"),
        ("25570-AX600", "", Agreement.NOT_KNOWN, "names no number"),
        ("0255701", "2557", Agreement.ANOTHER, "Check before you pay"),
    ],
)
def test_its_number_is_compared_with_that_on_the_old_part(
    written: str, named: str, agreement: Agreement, words: str
) -> None:
    found = check_number(WAYS, JobState(values={"number": written}), replace(LEEDS, number=named))
    assert found.agreement is agreement
    assert words in found.words


def test_the_number_of_another_part_is_not_compared() -> None:
    found = check_number(WAYS, JobState(values={"number": "25570"}), replace(LEEDS, part="Latch"))
    assert found.agreement is Agreement.NOT_KNOWN
