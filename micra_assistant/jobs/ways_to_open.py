"""The ways to an open job: one that begins, one that is kept, or a guide that is only read."""

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Described, Opened, StepShown, new_event, new_id
from micra_assistant.jobs.guide_texts import text_to_attach
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.options import PartsTable


def begin_job(
    store: Store,
    guide: Guide,
    parts: PartsTable | None = None,
    details: Described = Described(),  # noqa: B008 - frozen
    step: str = "",
    who: str = "",
) -> OpenJob:
    """Begin a job with ``guide``, at a step or at its first, and open it.

    The complaint that begins with the step stays chosen, whatever words the customer has for it.
    """
    job_id = new_id()
    acts: list[AnyAct] = [_opened(guide, details, step), *([StepShown(step)] if step else [])]
    events = [new_event(job_id, turn, act, who) for turn, act in enumerate(acts, 1)]
    store.append(events, text_to_attach(store, guide))
    open_job = OpenJob(store, store.job(job_id), History(events), guide, parts, store.last())
    open_job.who = who
    return open_job


def _opened(guide: Guide, details: Described, step: str) -> Opened:
    return Opened(
        guide=guide.id,
        version=guide.version,
        title=guide.title,
        guide_fingerprint=guide.fingerprint,
        car=details.car,
        customer=details.customer,
        mileage=details.mileage,
        complaint=details.complaint,
        model=_model_chosen(guide, details.complaint, step),
        vin=details.vin,
    )


def _model_chosen(guide: Guide, words: str, step: str) -> str:
    """Return the model of the complaint that is meant by its own words, else by its step; empty if several may be."""
    by_words = [complaint for complaint in guide.complaints if words in (complaint.title, guide.say(complaint.title))]
    by_step = [complaint for complaint in guide.complaints if complaint.step == step]
    meant = by_words or by_step
    return meant[0].faults if len(meant) == 1 else ""


def open_again(store: Store, job: Job, guide: Guide, parts: PartsTable | None = None) -> OpenJob:
    """Open a job that is kept; StoreError if it cannot be read."""
    seen = store.last()
    return OpenJob(store, job, History(store.events(job.id)), guide, parts, seen)


def look_up(store: Store, guide: Guide, parts: PartsTable | None = None) -> OpenJob:
    """Open a guide for reading only."""
    state = JobState(guide.id, guide.version, guide.title, guide.fingerprint)
    return OpenJob(store, None, History((), state), guide, parts)
