"""The job on the bench: the one way an act becomes an event, is kept, and changes the state."""

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Opened, new_event, new_id
from micra_assistant.jobs.state import JobState, replay
from micra_assistant.jobs.store import Job, Store


class Bench:
    """The job being worked on, and its state."""

    def __init__(self, store: Store, job: Job) -> None:
        self._store = store
        self.job = job
        self.state: JobState = replay(store.events(job.id))

    @property
    def keeps(self) -> bool:
        """Whether the work is still there tomorrow."""
        return self._store.keeps

    def state_after(self, act: AnyAct) -> JobState:
        """Return the state that ``act`` would lead to; nothing is kept."""
        return self.state.after(new_event(self.job.id, self.state.turn + 1, act))

    def do(self, act: AnyAct) -> None:
        """Keep ``act``, then take it into the state; StoreError, and the state as before, if it cannot be kept."""
        event = new_event(self.job.id, self.state.turn + 1, act)
        self._store.append([event])
        self.state = self.state.after(event)


def open_job(store: Store, guide: Guide, car: str = "") -> Bench:
    """Begin a job with ``guide`` and put it on the bench."""
    job_id = new_id()
    store.append([new_event(job_id, 1, Opened(guide.id, guide.version, car))])
    return Bench(store, store.job(job_id))


def resume_job(store: Store) -> Bench | None:
    """Put the job last worked on back on the bench, None if there is none."""
    job = store.last_job()
    return Bench(store, job) if job else None
