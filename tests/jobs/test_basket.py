"""The basket of a job: offered, filled, bought, and learned from."""

from pathlib import Path

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.basket import BasketError, change_pieces, offers, put_in, take_out, toggle_bought
from micra_assistant.jobs.broken_here import broken_here
from micra_assistant.jobs.closing import settled
from micra_assistant.jobs.events import Closed, Entered
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.breakage import Broken, breaks, spares_for
from tests.builders import write_guide
from tests.parts.ways import option, table

HEAD = """
    format = 1
    title = "Tailgate button"
    car = "Nissan Micra (K12)"
    version = "1"

    [[tools]]
    name = "Torch"

    [[tools]]
    name = "Cleaner"
    note = "for electronics"
    """
PAGE = """
    # Take it off {: #take-off }

    ## Clips {: #clips-step }

    - [ ] Clips off {: #clips count="clip" }
    """
WAYS = table(option("used", 300, 700), spares=("clips",), used_up=("Cleaner",))
CLIPS = BasketThing(ThingKind.SPARE, "clip", 2, item="clips")


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide with clips and tools."""
    return read_guide(write_guide(tmp_path, {"guide.toml": HEAD, "10-page.md": PAGE}))


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return a new job open, on which eleven clips came off."""
    job = begin_job(store, guide, WAYS)
    job.do(Entered("clips", "11"))
    return job


def offered(job: OpenJob, broken: dict[str, Broken] | None = None) -> list[tuple[str, str, int]]:
    """Return what is offered: kind, words, pieces."""
    return [(offer.thing.kind, offer.thing.words, offer.thing.pieces) for offer in offers(job, broken or {})]


def test_what_may_be_wanted_is_offered_and_nothing_goes_in_by_itself(open_job: OpenJob) -> None:
    open_job.toggle_option("used")
    assert offered(open_job) == [
        ("part", "Button: Used", 1),
        ("spare", "Clip", 1),
        ("tool", "Torch", 1),
        ("consumable", "Cleaner", 1),
    ]
    assert len(open_job.state.basket) == 0


def test_what_is_in_the_basket_is_not_offered_again(open_job: OpenJob) -> None:
    put_in(open_job, CLIPS)
    put_in(open_job, BasketThing(ThingKind.TOOL, "Torch"))
    assert offered(open_job) == [("consumable", "Cleaner", 1)]


def test_it_is_ticked_when_bought_taken_out_and_undone(open_job: OpenJob) -> None:
    put_in(open_job, CLIPS)
    name = open_job.state.basket[0].id
    toggle_bought(open_job, name)
    assert [kept.is_there for kept in open_job.state.basket] == [True]
    toggle_bought(open_job, name)
    assert [kept.is_there for kept in open_job.state.basket] == [False]
    take_out(open_job, name)
    assert offered(open_job)[0] == ("spare", "Clip", 1)
    open_job.undo()
    assert next(kept.thing for kept in open_job.history.state.basket) == CLIPS


@pytest.mark.parametrize("thing", [BasketThing(ThingKind.TOOL, " "), BasketThing(ThingKind.TOOL, "Torch", 0)])
def test_nothing_and_none_are_refused(open_job: OpenJob, thing: BasketThing) -> None:
    with pytest.raises(BasketError):
        put_in(open_job, thing)


def test_pieces_are_changed_undone_and_bounded(open_job: OpenJob) -> None:
    put_in(open_job, CLIPS)
    name = open_job.state.basket[0].id
    toggle_bought(open_job, name)
    change_pieces(open_job, name, 5)
    assert [(kept.thing.pieces, kept.is_there) for kept in open_job.state.basket] == [(5, True)]
    length = len(open_job.history.events)
    change_pieces(open_job, name, 5)
    assert len(open_job.history.events) == length
    open_job.undo()
    assert open_job.history.state.basket[0].thing == CLIPS
    for pieces in (0, -1, 1000):
        with pytest.raises(BasketError, match="from 1 to 999"):
            change_pieces(open_job, name, pieces)
    take_out(open_job, name)
    with pytest.raises(BasketError, match="not in the basket any more"):
        change_pieces(open_job, name, 2)


def test_what_is_gone_is_said(open_job: OpenJob) -> None:
    for act in (take_out, toggle_bought):
        with pytest.raises(BasketError, match="not in the basket any more"):
            act(open_job, "1")


def test_what_broke_on_closed_jobs_is_learned(store: SqliteStore, guide: Guide, open_job: OpenJob) -> None:
    """Two of eleven on a closed job; an open job, and spares that were not bought, do not count."""
    put_in(open_job, CLIPS)
    put_in(open_job, BasketThing(ThingKind.SPARE, "clip", 9, item="clips"))
    toggle_bought(open_job, open_job.state.basket[0].id)
    assert broken_here(store, guide, ["clips"]) == {"clips": Broken(0, 0)}
    open_job.do(settled(Closed(), []))
    assert broken_here(store, guide, ["clips"]) == {"clips": Broken(11, 2)}
    assert open_job.job
    assert broken_here(store, guide, ["clips"], open_job.job.id) == {"clips": Broken(0, 0)}


def test_offers_say_why(open_job: OpenJob) -> None:
    (spare, *_tools) = offers(open_job, {})
    assert spare.why == "11 came off; that one in 20 breaks is our estimate, nobody has counted"
    (spare, *_tools) = offers(open_job, {"clips": Broken(30, 9)})
    assert (spare.thing.pieces, spare.why) == (3, "11 came off; 9 of 30 broke here")


def test_how_many_break_is_an_estimate_until_it_was_counted() -> None:
    """By hand: (1 + 3) / (20 + 40), and 11 times that is 0.73: one spare."""
    assert breaks(Broken()) == 0.05
    assert breaks(Broken(40, 3)) == pytest.approx(4 / 60)
    assert (spares_for(11, Broken(40, 3)), spares_for(11, Broken(20, 19)), spares_for(0, Broken())) == (1, 6, 0)
