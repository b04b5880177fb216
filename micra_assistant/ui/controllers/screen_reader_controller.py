"""What a screen reader says of work: the step that is come to, lines that stand otherwise, what is open on the car."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtGui import QAccessible

from micra_assistant.guide.model import Guide, Tick, plain
from micra_assistant.jobs.car_line import car_line
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_left_out
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.roles import tell_roles
from micra_assistant.ui.widgets.tick_box import Mark, mark_of, mark_word
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _


class _Stand(Struct, frozen=True):
    """How things stood when it was listened to last.

    ``step`` is the one in sight, ``marked`` its marked line if what Space does says nothing of it; else empty.
    """

    open_job: OpenJob
    guide: Guide
    step: str
    marked: str
    checklist: Checklist
    open: tuple[str, ...]


class ScreenReaderController(Controller):
    """Says in one go what has come of an act; of what was so before, and of what another view is about, nothing."""

    def __init__(self, common: Common, settings: WorkshopSettings) -> None:
        super().__init__(common)
        self._settings = settings
        self._before: _Stand | None = None
        tell_roles()

    def refresh(self) -> None:
        """Have said what is otherwise than before."""
        open_job = self._workbench.shown if QAccessible.isActive() else None
        before, self._before = self._before, self._stand(open_job) if open_job else None
        if now := self._before:
            said = *_said_of_work(before, now), *self._said_of_step(before, now), *self._said_of_mark(before, now)
            announce(self._body.step, "\n".join(said))

    def _stand(self, open_job: OpenJob) -> _Stand:
        job = self._workbench.job or open_job
        states = tuple(opening.words for opening in car_line(job.guide, job.state).openings)
        step = open_job.step.id if self._body.aside is None else ""
        marked = open_job.current_item if step and not _is_said_by_key(open_job) else ""
        return _Stand(open_job, open_job.guide, step, marked, open_job.checklist, states)

    def _said_of_step(self, before: _Stand | None, now: _Stand) -> Iterator[str]:
        """Yield what the step says that is in sight, if it was not before."""
        from micra_assistant.voice.spoken_step import step_words  # noqa: PLC0415 - loaded when it is wanted

        is_known = before and (before.open_job, before.step) == (now.open_job, now.step)
        if now.step and not is_known:
            parts = step_words(now.guide, now.open_job.step, self._settings.now.language)
            yield from (part.text for part in parts if part.text)

    def _said_of_mark(self, before: _Stand | None, now: _Stand) -> Iterator[str]:
        """Yield the line that is marked, unless it is said anyway what Space does with it."""
        from micra_assistant.voice.spoken_step import marked_line  # noqa: PLC0415 - loaded when it is wanted

        if now.marked and (before is None or before.marked != now.marked):
            yield marked_line(now.open_job, self._settings.now.language).text


def _is_said_by_key(open_job: OpenJob) -> bool:
    """Whether what Space does says which line is marked: not in a closed job, nor of a line that is held."""
    line = open_job.checklist.line(open_job.current_item) if open_job.current_item else None
    return line is None or not (open_job.state.is_closed or (line.held_by and not line.stands))


def _said_of_work(before: _Stand | None, now: _Stand) -> Iterator[str]:
    """Yield what has come of work on the same job."""
    if before is None or before.open_job is not now.open_job or before.guide is not now.guide:
        return
    if before.checklist is not now.checklist:
        yield from map(_line_words, _changed_lines(before, now))
    if opened := [state for state in now.open if state not in before.open]:
        yield _("Open on the car now: {states}.").format(states=", ".join(opened))
    if closed := [state for state in before.open if state not in now.open]:
        yield _("No longer open on the car: {states}.").format(states=", ".join(closed))


def _changed_lines(before: _Stand, now: _Stand) -> Iterator[Line]:
    for item in now.guide.items:
        line = now.checklist.line(item.id)
        if _standing(line) != _standing(before.checklist.line(item.id)):
            yield line


def _standing(line: Line) -> tuple[Mark | None, str]:
    """Return what is worth being said of a line; not that another line holds it, or holds it no more."""
    mark = mark_of(line)
    return None if mark in (Mark.EMPTY, Mark.HELD) else mark, line.value


def _line_words(line: Line) -> str:
    from micra_assistant.voice.spoken_line import spoken_verdict  # noqa: PLC0415 - loaded when it is wanted

    if line.value and not isinstance(line.item, Tick):
        return spoken_verdict(line)
    words = _("{line}: {mark}.").format(line=plain(line.item.label), mark=mark_word(mark_of(line)))
    return " ".join(filter(None, (words, line_left_out(line))))
