"""The job on the bench with its guide: the one way an act becomes an event, is kept, and changes the state."""

from micra_assistant.errors import LookedUpError
from micra_assistant.guide.model import Guide, Page, Step
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.events import (
    AnyAct,
    Entered,
    Opened,
    OptionChosen,
    StepShown,
    Ticked,
    Unticked,
    new_event,
    new_id,
)
from micra_assistant.jobs.state import JobState, replay
from micra_assistant.jobs.store import Job, Store
from micra_assistant.parts.options import PartsTable


class Bench:
    """A guide being worked with, step by step.

    Attributes:
        job: the job; None if the guide is only looked up, and then nothing is kept.
        guide: the guide.
        parts: what the part costs, None if the guide needs none.
        state: how far the job is.
        step: the step being read.
        checklist: all lines of the guide as the job stands.
    """

    def __init__(
        self, store: Store, job: Job | None, state: JobState, guide: Guide, parts: PartsTable | None = None
    ) -> None:
        self._store = store
        self.job = job
        self.state = state
        self.take_guide(guide, parts)

    @property
    def keeps(self) -> bool:
        """Whether the work is still there tomorrow."""
        return self._store.keeps

    @property
    def page(self) -> Page:
        """The page being read."""
        return self.guide.page_of(self.step.id)

    @property
    def current_item(self) -> str:
        """The item that Space is for: the one chosen, else the first of the step still to do; empty if none is."""
        items = [item.id for item in self.step.items]
        if self._chosen in items:
            return self._chosen
        return next((item for item in items if not self.checklist.line(item).done), "")

    def take_guide(self, guide: Guide, parts: PartsTable | None) -> None:
        """Go on with another reading of the guide, on the step where the job is."""
        self.guide = guide
        self.parts = parts
        self.step = next((step for step in guide.steps if step.id == self.state.step), guide.steps[0])
        self.checklist = Checklist(guide, self.state)
        self._chosen = ""

    def go_to(self, step_id: str) -> None:
        """Show a step; StoreError, with the step shown all the same, if that cannot be kept. KeyError: no such step."""
        self.step = self.guide.step(step_id)
        self._chosen = ""
        self._do(StepShown(step_id))

    def neighbour(self, direction: int) -> Step | None:
        """Return the step after (1) or before (-1) this one, None if it is the last or the first."""
        place = self.guide.steps.index(self.step) + direction
        return self.guide.steps[place] if 0 <= place < len(self.guide.steps) else None

    def choose(self, item_id: str) -> None:
        """Make an item of the step the one that Space is for."""
        self._chosen = item_id

    def choose_next(self, direction: int) -> None:
        """Choose the next item of the step (1), or the one before (-1), whether it is done or not."""
        items = [item.id for item in self.step.items]
        if items:
            current = self.current_item
            place = items.index(current) + direction if current else 0
            self._chosen = items[min(max(place, 0), len(items) - 1)]

    def toggle(self, item_id: str) -> Line | None:
        """Tick an item or take its tick back; return its line, and do nothing, if a gate holds it."""
        line = self.checklist.line(item_id)
        if line.held_by and not line.done:
            return line
        self._chosen = ""
        self._do(Unticked(item_id) if line.done else Ticked(item_id))
        return None

    def enter(self, item_id: str, typed: str) -> Line | None:
        """Keep what was typed for a reading or a count; return its line, and do nothing, if a gate holds it."""
        line = self.checklist.line(item_id)
        if line.held_by and typed:
            return line
        self._chosen = ""
        self._do(Entered(item_id, typed))
        return None

    def judged(self, item_id: str, typed: str) -> Line:
        """Return the line of an item as it would be if ``typed`` were entered; nothing is kept."""
        event = new_event("", self.state.turn + 1, Entered(item_id, typed))
        return Checklist(self.guide, self.state.after(event)).line(item_id)

    def toggle_option(self, option_id: str) -> None:
        """Choose a way to get the part, or take the choice back."""
        self._do(OptionChosen("" if option_id == self.state.option else option_id))

    def _do(self, act: AnyAct) -> None:
        """Keep ``act``, then take it into the state; StoreError, and the state as before, if it cannot be kept."""
        event = new_event(self.job.id if self.job else "", self.state.turn + 1, act)
        if self.job:
            self._store.append([event])
        elif not isinstance(act, StepShown):
            raise LookedUpError("This guide is only looked up, nothing is kept: begin a job with it to tick.")
        self.state = self.state.after(event)
        self.checklist = Checklist(self.guide, self.state)


def open_job(store: Store, guide: Guide, parts: PartsTable | None = None, car: str = "", step: str = "") -> Bench:
    """Begin a job with ``guide``, at a step or at its first, and put it on the bench."""
    job_id = new_id()
    acts: list[AnyAct] = [Opened(guide.id, guide.version, car), *([StepShown(step)] if step else [])]
    events = [new_event(job_id, turn, act) for turn, act in enumerate(acts, 1)]
    store.append(events)
    return Bench(store, store.job(job_id), replay(events), guide, parts)


def look_up(store: Store, guide: Guide, parts: PartsTable | None = None) -> Bench:
    """Put a guide on the bench for reading only."""
    return Bench(store, None, JobState(guide.id, guide.version), guide, parts)
