"""What has changed from one text of a guide to another, step by step, as a person would see it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from micra_assistant.guide.contents import as_everywhere
from micra_assistant.guide.lines import ReadLine, lines_of_head, lines_of_steps
from micra_assistant.guide.model import AnyItem, Guide
from micra_assistant.guide.picturefiles import picture_content
from micra_assistant.time_words import estimate_words
from micra_assistant.words import _

GAP = "…"
"""The line that stands for lines left out, which are the same in both texts."""


class ChangeSign(StrEnum):
    """What became of a line. One that is the same stands beside one that is not, so that its place is seen."""

    NEW = "+"
    GONE = "-"
    SAME = " "


class ChangeKind(StrEnum):
    """What became of a step; one that was moved may have changed lines too."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


class LineChange(Struct, frozen=True):
    """A line of a step and what became of it."""

    sign: ChangeSign
    text: str


class StepChange(Struct, frozen=True):
    """A step and what became of it. ``step`` is its id, empty for what stands above all steps: title, car, tools."""

    step: str
    title: str
    kind: ChangeKind
    lines: tuple[LineChange, ...] = ()


def changes(old: Guide, new: Guide) -> tuple[StepChange, ...]:
    """Return what a person sees changed, in order of ``new``; a step that is gone stands where it was.

    Pictures are compared as they lie in the folders of both guides.
    """
    if old.fingerprint and old.fingerprint == new.fingerprint:
        return ()
    return tuple(_Comparison(old, new).changes())


def lost_items(old: Guide, new: Guide) -> tuple[AnyItem, ...]:
    """Return the items of ``old`` that ``new`` has no longer, in their order."""
    return tuple(item for item in old.items if not new.find_item(item.id))


class _Comparison:
    def __init__(self, old: Guide, new: Guide) -> None:
        self._old, self._new = old, new
        self._old_lines, self._new_lines = lines_of_steps(old), lines_of_steps(new)
        self._chapters = dict(self._new_chapters())

    def changes(self) -> Iterator[StepChange]:
        if lines := self._compared(lines_of_head(self._old), lines_of_head(self._new)):
            yield StepChange("", self._new.title, ChangeKind.CHANGED, lines)
        old, new = ([step.id for step in guide.steps] for guide in (self._old, self._new))
        for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield from (self._gone(step) for step in old[first:last] if not self._new.find_step(step))
            yield from (change for step in new[begin:end] if (change := self._there(step, stayed=tag == "equal")))

    def _gone(self, step_id: str) -> StepChange:
        step = self._old.step(step_id)
        lines = tuple(LineChange(ChangeSign.GONE, line.text) for line in self._old_lines[step_id])
        return StepChange(step_id, step.title, ChangeKind.GONE, lines)

    def _there(self, step_id: str, *, stayed: bool) -> StepChange | None:
        """Return what became of a step that the new text has, None if nothing did."""
        step, before = self._new.step(step_id), self._old.find_step(step_id)
        if before is None:
            new = tuple(LineChange(ChangeSign.NEW, line.text) for line in self._new_lines[step_id])
            return StepChange(step_id, step.title, ChangeKind.NEW, new)
        changed = (
            *self._chapters.get(step_id, ()),
            *_exchanged(before.title, step.title),
            *_exchanged(_time(before.minutes), _time(step.minutes)),
            *self._compared(self._old_lines[step_id], self._new_lines[step_id]),
        )
        if stayed and not changed:
            return None
        return StepChange(step_id, step.title, ChangeKind.CHANGED if stayed else ChangeKind.MOVED, changed)

    def _new_chapters(self) -> Iterator[tuple[str, tuple[LineChange, ...]]]:
        """Yield each step from which on the chapter is another, or has another title."""
        was = {step.id: page.title for page in self._old.pages for step in page.steps}
        titles = [
            (step.id, was[step.id], page.title) for page in self._new.pages for step in page.steps if step.id in was
        ]
        for (_step, *before), (step_id, *titles_here) in pairwise([("", "", ""), *titles]):
            if titles_here != before:
                yield step_id, _exchanged(*(_("Chapter: {title}").format(title=title) for title in titles_here))

    def _compared(self, old: Sequence[ReadLine], new: Sequence[ReadLine]) -> tuple[LineChange, ...]:
        """Return the lines that differ, each group between the lines around it; nothing if none does."""
        return tuple(_shortened(list(self._all_compared(old, new))))

    def _all_compared(self, old: Sequence[ReadLine], new: Sequence[ReadLine]) -> Iterator[LineChange]:
        texts = [line.text for line in old], [line.text for line in new]
        for tag, first, last, begin, end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if tag == "equal":
                yield from map(self._same_words, old[first:last], new[begin:end])
            else:
                yield from (LineChange(ChangeSign.GONE, line.text) for line in old[first:last])
                yield from (LineChange(ChangeSign.NEW, line.text) for line in new[begin:end])

    def _same_words(self, old: ReadLine, new: ReadLine) -> LineChange:
        """Return a line whose words are the same, though its picture may not be."""
        if new.picture and _picture(self._old.folder, old.picture) != _picture(self._new.folder, new.picture):
            return LineChange(ChangeSign.NEW, _("{text} (picture changed)").format(text=new.text))
        return LineChange(ChangeSign.SAME, new.text)


def _exchanged(old: str, new: str) -> tuple[LineChange, ...]:
    gone, added = LineChange(ChangeSign.GONE, old), LineChange(ChangeSign.NEW, new)
    return tuple(line for line in (gone, added) if line.text) if old != new else ()


def _time(minutes: int) -> str:
    return estimate_words(minutes) if minutes else ""


def _shortened(lines: list[LineChange]) -> Iterator[LineChange]:
    """Yield the lines that changed and one on either side of them, with a sign where others between are left out."""
    changed = [place for place, line in enumerate(lines) if line.sign is not ChangeSign.SAME]
    shown = sorted({near for place in changed for near in (place - 1, place, place + 1)} & set(range(len(lines))))
    for before, place in pairwise([*shown[:1], *shown]):
        if left_out := lines[before + 1 : place]:
            yield left_out[0] if len(left_out) == 1 else LineChange(ChangeSign.SAME, GAP)
        yield lines[place]


def _picture(folder: Path, path: str) -> bytes:
    with suppress(OSError):
        return as_everywhere(path, picture_content(folder, path))
    return b""
