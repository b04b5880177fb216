"""Every word on paper was looked up: all sheets of the shipped guides, in a language of brackets."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import cycle, product

import pytest

from micra_assistant import assets
from micra_assistant.diagnosis.findings import Answered, LeftOut, Move, MoveKind
from micra_assistant.diagnosis.modelfile import read_model
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Count, Guide, Reading
from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    CalledAway,
    CameBack,
    Closed,
    Diagnosed,
    Entered,
    FaultSought,
    Held,
    Noted,
    Opened,
    OptionChosen,
    PhotoAdded,
    QuoteAdded,
    Reopened,
    StepShown,
    Ticked,
    Undone,
)
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.options import read_parts
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.words import install
from tests.other_letters import copied_in_other_letters, in_other_letters
from tests.paper.printed import history_of, jpeg, pages_of, sheet_of
from tests.pseudo import PSEUDO, not_looked_up
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

SAID = in_other_letters("Anna said so")
ONE, *OTHERS = LIBRARY.names()
GUIDES = [ONE, *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)]


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the shipped guides in other letters."""
    return Library(copied_in_other_letters(assets.guides_folder(), tmp_path_factory.mktemp("guides")))


@pytest.fixture(autouse=True)
def _brackets() -> Iterator[None]:
    install(PSEUDO)
    yield
    install(None)


def all_done(guide: Guide) -> Iterator[AnyAct]:
    """Yield work on a job on which everything was done, half of the readings amiss, and something of all else."""
    faults = next((complaint.faults for complaint in guide.complaints if complaint.faults), "")
    step = guide.steps[0].id
    yield Opened(guide.id, guide.version, SAID, guide.title, "", SAID, 128400, SAID)
    yield FaultSought(faults)
    asked, left_out, *_others = read_model(guide.folder / faults, guide, read_parts(guide.folder)).tests
    yield Diagnosed(faults, Answered(asked.id, next(iter(asked.answers))), SAID)
    yield Diagnosed(faults, LeftOut(Move(MoveKind.TEST, left_out.id)), SAID)
    yield StepShown(step)
    for number, item in enumerate(guide.items):
        match item:
            case Reading():
                yield Entered(item.id, ("0.01", "99999")[number % 2])
            case Count():
                yield Entered(item.id, "3")
            case _ if number % 5:
                yield Ticked(item.id)
    yield Undone("e006")
    yield Noted(step, SAID)
    yield PhotoAdded(step, "p1", SAID, 40, 30)
    yield PhotoAdded(step, "p2", SAID, 40, 30)
    offer = Quote(SAID, Decimal(5), "RUB", tax=Tax.OUT, carriage=Decimal(1), warranty_months=3, delivery=SAID)
    yield QuoteAdded(offer)
    yield QuoteAdded(Quote(SAID, Decimal(5), "GBP", condition=SAID, number="1", contact=SAID))
    yield from (BasketFilled(BasketThing(kind, SAID, 2)) for kind in ThingKind)
    yield CalledAway(step)
    yield CameBack()
    yield Closed(SAID, SAID, Held.NO, SAID, (SAID,), SAID)
    yield Reopened()
    if parts := read_parts(guide.folder):
        yield OptionChosen(parts.options[0].id)


def begun(guide: Guide) -> list[AnyAct]:
    """Return a job on which nothing was done."""
    return [next(all_done(guide))]


def done(guide: Guide) -> list[AnyAct]:
    """Return one on which all was done, and that was opened again."""
    return list(all_done(guide))


def closed(guide: Guide) -> list[AnyAct]:
    """Return one that was closed for good."""
    return [*done(guide), Closed(SAID, SAID, Held.YES, SAID, (SAID,), SAID, rate=Decimal(40), currency="RUB")]


JOBS = (done, closed, begun)
EACH_KIND = list(zip(SheetKind, cycle(JOBS)))
EACH_JOB = [*EACH_KIND, *(sheet for sheet in product(SheetKind, JOBS) if sheet not in EACH_KIND)]


@pytest.mark.walk(first=len(EACH_KIND))
@pytest.mark.parametrize(("kind", "job"), EACH_JOB)
@pytest.mark.parametrize("name", GUIDES)
def test_what_is_printed_is_looked_up(
    guides: Library, name: str, kind: SheetKind, job: Callable[[Guide], list[AnyAct]]
) -> None:
    guide = guides.guide(name)
    pages = pages_of(sheet_of(guide, kind, history_of(*job(guide), by=SAID)), guide, {"p1": jpeg()})
    assert "~»" in pages[0]
    assert not_looked_up([" ".join(pages)]) == set()
