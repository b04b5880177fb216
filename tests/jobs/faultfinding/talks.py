"""Conversations about a car, begun from a model and the items of a guide."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.guide.model import AnyItem, Complaint, Guide, Page, Step, Tick, Words
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.learned_model import LearnedModel, learned_model
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import read_parts
from tests.shipped import LIBRARY

SHIPPED: dict[str, tuple[Guide, Complaint, LearnedModel]] = {}
"""Each complaint of the shipped guides that has a model, by the id of that."""
_NOTHING_LEARNT = SqliteStore(None)
for _guide in map(LIBRARY.guide, LIBRARY.names()):
    for _complaint in _guide.complaints:
        _known = learned_model(_NOTHING_LEARNT.causes, _guide, _complaint, read_parts(_guide.folder))
        SHIPPED[_known.model.id] = _guide, _complaint, _known
_NOTHING_LEARNT.close()


def no_own_rate(currency: str) -> Decimal | None:
    """Return that this workshop has no labour rate of its own."""
    return None


def tick(name: str, words: str) -> Tick:
    """Return an item to be ticked."""
    return Tick(id=name, label=(Words(words),))


def guide_of_items(items: Iterable[AnyItem]) -> Guide:
    """Return a guide with one step and these items."""
    page = Page("page", "Page", (Step("step", "Step", tuple(items)),))
    return Guide("guide", "Guide", "", "", "1", Path(), (), (page,), {})


def talk_about(store: Store, model: Model, *items: AnyItem) -> Conversation:
    """Return a conversation that nothing comes before, about a model and these items of a guide."""
    open_job = begin_job(store, guide_of_items(items))
    known = LearnedModel("faults.toml", model, model)
    search = FaultSearch(open_job, Complaint(model.title, "step"), no_own_rate, known, has_checklist=False)
    return Conversation(search)


def talk_about_shipped(store: Store, name: str) -> Conversation:
    """Return a conversation that nothing comes before, about a complaint of a shipped guide."""
    guide, complaint, known = SHIPPED[name]
    open_job = begin_job(store, replace(guide, fingerprint=""))
    return Conversation(FaultSearch(open_job, complaint, no_own_rate, known, has_checklist=False))


def talk_on_job(store: Store, model: Model, *items: AnyItem) -> Conversation:
    """Return a conversation on a job, about a model and these items of its guide."""
    open_job = begin_job(store, guide_of_items(items))
    known = LearnedModel("faults.toml", model, model)
    return Conversation(FaultSearch(open_job, Complaint(model.title, "step"), no_own_rate, known))
