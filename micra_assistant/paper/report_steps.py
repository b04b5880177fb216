"""What was done, page by page: items, notes and photos at their steps, and how long each step took."""

from collections.abc import Iterator, Mapping
from datetime import timedelta, tzinfo

from msgspec import Struct

from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.report_results import SheetResult, result
from micra_assistant.paper.said import said
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.paper.typed import one_line, typed
from micra_assistant.time_words import LEAST, duration_words
from micra_assistant.words import _

_NONE = timedelta()


class SheetNote(Struct, frozen=True):
    """A note, and when and by whom it was written."""

    text: str
    said: str


class SheetPhoto(Struct, frozen=True):
    """A photo by the id of its attachment, what its file was called, and when and by whom it was taken in."""

    photo: str
    name: str
    said: str


class SheetDoneStep(Struct, frozen=True):
    """What was done at a step; ``time`` is in words."""

    number: str
    title: str
    time: str
    done: tuple[SheetResult, ...]
    notes: tuple[SheetNote, ...]
    photos: tuple[SheetPhoto, ...]


class SheetDonePage(Struct, frozen=True):
    """What was done at the steps of a page."""

    number: str
    title: str
    time: str
    steps: tuple[SheetDoneStep, ...]


class StepTeller:
    """Tells what was done at each step of one job."""

    def __init__(
        self,
        guide: Guide,
        checklist: Checklist,
        state: JobState,
        times: Mapping[str, timedelta],
        zone: tzinfo | None,
    ) -> None:
        self._guide = guide
        self._checklist = checklist
        self._state = state
        self._times = times
        self._zone = zone
        self._numbers = step_numbers(guide)

    def pages(self) -> tuple[SheetDonePage, ...]:
        """Return the pages at which anything was done, and last what the guide has no step for any more."""
        return tuple(page for page in (*self._known(), *self._unknown()) if page.steps)

    def _known(self) -> Iterator[SheetDonePage]:
        for number, page in enumerate(self._guide.pages, 1):
            time = sum((self._times.get(step.id, _NONE) for step in page.steps), _NONE)
            steps = tuple(self._step(step) for step in page.steps if self._is_worth_telling(step))
            yield SheetDonePage(str(number), page.title, _words(time), steps)

    def _unknown(self) -> Iterator[SheetDonePage]:
        steps_of_all = (*(note.step for note in self._state.notes), *(photo.step for photo in self._state.photos))
        gone = [step_id for step_id in dict.fromkeys(steps_of_all) if step_id not in self._numbers]
        steps = (SheetDoneStep("", step_id, "", (), self._notes(step_id), self._photos(step_id)) for step_id in gone)
        yield SheetDonePage("", _("At steps that this version of the guide does not have"), "", tuple(steps))

    def _is_worth_telling(self, step: Step) -> bool:
        is_long = self._times.get(step.id, _NONE) >= LEAST
        return is_long or bool(self._done(step) or self._notes(step.id) or self._photos(step.id))

    def _step(self, step: Step) -> SheetDoneStep:
        time = self._times.get(step.id, _NONE)
        return SheetDoneStep(
            number=self._numbers[step.id],
            title=step.title,
            time=_words(time),
            done=self._done(step),
            notes=self._notes(step.id),
            photos=self._photos(step.id),
        )

    def _done(self, step: Step) -> tuple[SheetResult, ...]:
        lines = (self._checklist.line(item.id) for item in step.items)
        number = self._numbers[step.id]
        return tuple(result(line, number) for line in lines if line.done or line.value)

    def _notes(self, step_id: str) -> tuple[SheetNote, ...]:
        notes = (note for note in self._state.notes if note.step == step_id)
        return tuple(SheetNote(typed(note.text), said(note.at, note.by, self._zone)) for note in notes)

    def _photos(self, step_id: str) -> tuple[SheetPhoto, ...]:
        photos = (photo for photo in self._state.photos if photo.step == step_id)
        return tuple(
            SheetPhoto(photo.photo, one_line(photo.name, 60), said(photo.at, photo.by, self._zone)) for photo in photos
        )


def _words(time: timedelta) -> str:
    return duration_words(time) if time else ""
