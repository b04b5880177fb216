"""A job that is being worked on, with its guide: the one way an act becomes an event, is kept, and counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from micra_assistant.errors import ClosedError
from micra_assistant.guide.entering import check_words, count_to_keep, to_keep
from micra_assistant.guide.model import Guide, Page, Reading, Step, Written
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Described,
    Entered,
    Event,
    GuideTaken,
    Left,
    OptionChosen,
    Redone,
    Reopened,
    StepShown,
    Ticked,
    Undone,
    Unticked,
    WaitBegun,
    WaitLeftOut,
    new_event,
    utc_now,
)
from micra_assistant.jobs.guide_texts import text_to_attach
from micra_assistant.jobs.history import History
from micra_assistant.jobs.kept_history import KeptHistory
from micra_assistant.jobs.put_back import left_by, open_now
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.state_changes import changed_by
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.jobs.records.causes import Causes
    from micra_assistant.jobs.records.store import Store
    from micra_assistant.parts.own_failures import OwnFailures

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class OpenJob:
    """A guide being worked with, step by step.

    Attributes:
        job: the job; None if the guide is only looked up, and then nothing is kept.
        guide: the guide.
        parts: what the part costs, None if the guide needs none.
        step: the step being read.
        checklist: all lines of the guide as the job stands.
        chosen_item: the item that was chosen, empty if none was.
        who: the name of the person at work, empty if nobody said.
        is_practice: whether it is only for practice, and must never come into the records.
        workshop: gives what holds in this workshop now.
        clock: gives the time, in UTC.
    """

    def __init__(
        self,
        store: "Store",
        job: Job | None,
        history: History,
        guide: Guide,
        parts: PartsTable | None = None,
        seen: int = 0,
    ) -> None:
        """Open a job with its history; ``seen`` is what Store.last gave before that was read."""
        self._store = store
        self._kept = KeptHistory(store, job, history, seen)
        self._left: tuple[Left, ...] = ()
        self.job = job
        self.who = ""
        self.is_practice = False
        self.workshop: Callable[[], Workshop] = Workshop
        self.clock: Callable[[], datetime] = utc_now
        self._rewritten = not self.state.guide_fingerprint
        self._fingerprint = self.state.guide_fingerprint
        self._show_guide(guide, parts)

    @property
    def history(self) -> History:
        """All that happened on the job."""
        return self._kept.now

    @property
    def state(self) -> JobState:
        """How far the job is."""
        return self.history.state

    @property
    def keeps(self) -> bool:
        """Whether the work is still there tomorrow."""
        return self._store.keeps

    @property
    def causes(self) -> "Causes":
        """The causes that closed jobs have confirmed."""
        return self._store.causes

    @property
    def own_failures(self) -> "dict[str, OwnFailures]":
        """How often the ways to get a part have failed in this workshop, by id; StoreError if nobody can read it."""
        from micra_assistant.jobs.failed_here import failed_here  # noqa: PLC0415 - the step is painted first

        return failed_here(self._store, self.guide.id, self.parts, self.clock()) if self.parts else {}

    @property
    def rate_per_hour(self) -> Decimal:
        """What an hour of work costs on this job; 0 if its guide has no prices."""
        from micra_assistant.jobs.rate import rate_of  # noqa: PLC0415 - the step is painted first

        return rate_of(self.workshop(), self.parts, self.state.outcome)

    @property
    def option_names(self) -> dict[str, str]:
        """What the ways to get the part are called, by id."""
        ways = self.ways
        return {option.id: option.name for option in ways.options} if ways else {}

    @property
    def ways(self) -> PartsTable | None:
        """The ways to get the part with what suppliers ask on this job; None if the guide needs none."""
        from micra_assistant.jobs.ways_of_job import ways_of  # noqa: PLC0415 - the step is painted first

        return ways_of(self.parts, self.state, self.workshop())

    @property
    def page(self) -> Page:
        """The page being read."""
        return self.guide.page_of(self.step.id)

    @property
    def current_item(self) -> str:
        """The item that Space is for: the one chosen, else the first of the step still to do; empty if none is."""
        is_chosen = any(item.id == self.chosen_item for item in self.step.items)
        return self.chosen_item if is_chosen else self.checklist.first_to_do(self.step)

    def take_rewritten(self, guide: Guide, parts: PartsTable | None) -> None:
        """Go on with the guide as its author has just written it; the next act makes that text the job's.

        What is open on the car and has no line in it is kept open at once, of a closed job when that is reopened;
        StoreError if that cannot be.
        """
        left = left_by(guide, self.checklist.openings(), self.state) if self.job else ()
        self._rewritten = True
        if left and self.job and not self.state.is_closed:
            self.take_newer(guide, parts)
        else:
            self._left += left
            self._show_guide(guide, parts)

    def take_newer(self, guide: Guide, parts: PartsTable | None) -> None:
        """Make a newer text of the guide the job's; StoreError or ClosedError, and all as before, if that cannot be."""
        with self._alone():
            self.check_open()
            left = left_by(guide, self.checklist.openings(), self.state)
            taken = GuideTaken(guide.version, guide.fingerprint, left)
            self._keep([taken], text_to_attach(self._store, guide))
            self._rewritten, self._fingerprint = False, self.state.guide_fingerprint
        self._show_guide(guide, parts)

    def _show_guide(self, guide: Guide, parts: PartsTable | None) -> None:
        self.guide = guide
        self.parts = parts
        self.step = guide.find_step(self.state.step) or guide.steps[0]
        self.checklist = Checklist(guide, self.state)
        self.chosen_item = ""

    @property
    def has_other_text(self) -> bool:
        """Whether somebody else has gone on with another text of the guide than the one shown here."""
        return self.state.guide_fingerprint != self._fingerprint

    def catch_up(self) -> bool:
        """Take in what others have done on the job, if they have; return whether anything was."""
        if is_news := self._kept.catch_up():
            self.checklist = Checklist(self.guide, self.state)
        return is_news

    def go_to(self, step_id: str) -> None:
        """Show a step; StoreError or FullError, and the step all the same, if that cannot be kept.

        KeyError if there is no such step.
        """
        self.step = self.guide.step(step_id)
        self.chosen_item = ""
        if self.job and not self.state.is_closed:
            self.do(StepShown(step_id))

    def neighbour(self, direction: int) -> Step | None:
        """Return the step after (1) or before (-1) this one, None if it is the last or the first."""
        place = self.guide.steps.index(self.step) + direction
        return self.guide.steps[place] if 0 <= place < len(self.guide.steps) else None

    def choose(self, item_id: str) -> None:
        """Make an item of the step the one that Space is for."""
        self.chosen_item = item_id

    def toggle(self, item_id: str) -> Line | None:
        """Tick an item or take its tick back; return its line, and do nothing, if something holds it or it waits.

        The wait for an item is begun first. One that has lapsed is ticked anew. What is meant is what was seen: if
        another window has done it at this moment, it is left as that has done it.
        """
        was_done = self.checklist.line(item_id).stands
        with self._alone():
            line = self.checklist.line(item_id)
            if line.stands != was_done:
                return None
            if line.held_by and not was_done:
                return line
            if not was_done and self._must_wait(line):
                return self._begin_wait(line)
            self.chosen_item = ""
            self.do(Unticked(item_id) if was_done else Ticked(item_id))
        return None

    def _must_wait(self, line: Line) -> bool:
        from micra_assistant.jobs.waiting import seconds_left  # noqa: PLC0415 - the step is painted first

        return bool(seconds_left(line, self.clock()))

    def _begin_wait(self, line: Line) -> Line | None:
        from micra_assistant.jobs.waiting import is_begun  # noqa: PLC0415 - likewise

        if is_begun(line, self.clock()):
            return line
        self.do(WaitBegun(line.item.id))
        return None

    def leave_out_wait(self, item_id: str, reason: str) -> Line | None:
        """Tick an item without its wait; return its line, and do nothing, if something holds it.

        NoReasonError if the reason says nothing.
        """
        from micra_assistant.jobs.waiting import sound_reason  # noqa: PLC0415 - likewise

        reason = sound_reason(reason)
        with self._alone():
            line = self.checklist.line(item_id)
            if line.held_by:
                return line
            if not line.stands:
                self.chosen_item = ""
                self.do(WaitLeftOut(item_id, reason))
        return None

    def enter(self, item_id: str, typed: str) -> Line | None:
        """Keep what was typed for an item; return its line, and do nothing, if a gate holds it.

        TooLongError if it is more than can be written down there.
        """
        with self._alone():
            line = self.checklist.line(item_id)
            if line.held_by and typed:
                return line
            if isinstance(line.item, Written):
                check_words(typed)
            self.chosen_item = ""
            self.do(self._entered(line, typed))
        return None

    def judged(self, item_id: str, typed: str) -> Line:
        """Return the line of an item as it would be if ``typed`` were entered; nothing is kept."""
        entered = self._entered(self.checklist.line(item_id), typed)
        event = new_event("", self.state.turn + 1, entered)
        return Checklist(self.guide, changed_by(self.state, event)).line(item_id)

    def _entered(self, line: Line, typed: str) -> Entered:
        """Return the act that keeps what was typed, so that it says the same in every workshop."""
        item = line.item
        if isinstance(item, Reading):
            return Entered(item.id, to_keep(typed, item.unit, self.workshop().numbers))
        return Entered(item.id, typed.strip() if isinstance(item, Written) else count_to_keep(typed))

    def toggle_option(self, option_id: str) -> None:
        """Choose a way to get the part, or take the choice back."""
        with self._alone():
            self.do(OptionChosen("" if option_id == self.state.option else option_id))

    def undo(self) -> Event | None:
        """Undo the last act that counts, and return it; None if there is nothing to undo."""
        with self._alone():
            target = self.history.to_undo
            if target:
                self.do(Undone(target.id))
        return target

    def redo(self) -> Event | None:
        """Do again what was undone last, and return it; None if nothing was undone since the last act."""
        with self._alone():
            target = self.history.to_redo
            if target:
                self.do(Redone(target.id))
        return target

    def do(self, act: AnyAct, attached: Mapping[str, bytes] = _NOTHING) -> None:
        """Keep ``act`` with what it refers to, then take it into the state.

        StoreError, and the state as before, if it cannot be kept. LookedUpError if there is no job, ClosedError if the
        job is closed and the act is not about its outcome, its details or going on with it, StillOpenError if it is
        to be closed while something is open on the car and there is no reason, FullError if the job has no room for it.
        """
        self._kept.job_to_work_on()
        with self._alone():
            self._do(act, attached)

    def do_all(self, acts: Sequence[AnyAct]) -> None:
        """Keep several acts, all of them or none; raises what ``do`` does."""
        self._kept.job_to_work_on()
        with self._alone():
            for act in acts:
                self._do(act, _NOTHING)

    def _do(self, act: AnyAct, attached: Mapping[str, bytes]) -> None:
        if isinstance(act, Closed):
            act = self._settled(act)
        elif not isinstance(act, Reopened | Described):
            self.check_open()
        acts: list[AnyAct] = [act]
        reopens = isinstance(act, Reopened)
        is_open = reopens or not self.state.is_closed
        if self._rewritten and is_open and self.guide.fingerprint != self.state.guide_fingerprint:
            acts.insert(int(reopens), GuideTaken(self.guide.version, self.guide.fingerprint, self._left))
            attached = {**attached, **text_to_attach(self._store, self.guide)}
        self._keep(acts, attached)
        if len(acts) > 1:
            self._rewritten, self._fingerprint = False, self.state.guide_fingerprint

    def _settled(self, act: Closed) -> Closed:
        from micra_assistant.jobs.closing import settled_at  # noqa: PLC0415 - the step is painted first

        return settled_at(act, open_now(self.guide, self.state), self.workshop(), self.parts, self.state.outcome)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody else write between a look at the job as it is now and what is done to it.

        If that cannot be kept, the open job is as it was before.
        """
        if self.job is None:
            yield
            return
        before = self._as_it_is()
        try:
            with self._store.alone():
                if self.catch_up():
                    before = self._as_it_is()
                yield
        except BaseException:
            self._kept.now, self.checklist, self._rewritten, self._fingerprint = before
            raise

    def _as_it_is(self) -> tuple[History, Checklist, bool, str]:
        return self.history, self.checklist, self._rewritten, self._fingerprint

    def _keep(self, acts: Sequence[AnyAct], attached: Mapping[str, bytes]) -> None:
        from micra_assistant.jobs.room import check_room  # noqa: PLC0415 - the step is painted first

        check_room(self.history, acts)
        events = self._kept.as_events(acts, self.who, self.clock)
        history = self.history.after(*events)
        changes_lines = not all(isinstance(act, StepShown) for act in acts)
        checklist = Checklist(self.guide, history.state) if changes_lines else self.checklist
        self._kept.add(events, history, attached, len(checklist.car_now()))
        self.checklist = checklist

    def check_open(self) -> bool:
        """Return True if the job can be worked on; LookedUpError if there is none, ClosedError if it is closed."""
        self._kept.job_to_work_on()
        if self.state.is_closed:
            raise ClosedError(_("This job is closed: reopen it to go on with it."))
        return True

    def packed(self) -> bytes:
        """Return the job as the content of a job file, empty if the guide is only looked up.

        JobFileError if it cannot be exported, StoreError if it cannot be read.
        """
        from micra_assistant.jobs.jobfile import packed_job  # noqa: PLC0415 - loaded when it is wanted

        return packed_job(self._store, self.job.id) if self.job else b""

    def attachment(self, name: str) -> bytes:
        """Return what is attached under an id; StoreError if nothing is."""
        return self._store.attachment(name)
