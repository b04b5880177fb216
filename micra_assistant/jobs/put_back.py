"""The put-back list: what was really taken apart, in the order in which it goes back, counted."""

from collections.abc import Sequence

from msgspec import Struct

from micra_assistant.guide.model import AnyItem, Count, Guide, Step, Tick
from micra_assistant.guide.value_words import counted
from micra_assistant.jobs.checklist import Checklist, Line, Opening
from micra_assistant.jobs.events import Left
from micra_assistant.jobs.put_back_order import Thing, put_back_order, thing_of
from micra_assistant.jobs.state import JobState
from micra_assistant.words import _


class PutBack(Struct, frozen=True):
    """Something to put back, or that was put back.

    Attributes:
        item: what was done to the car.
        step: where.
        words: how it is put back.
        closer: the line that puts it back; None if taking back the tick of ``item`` does.
        done: whether it is back, all of it and no more.
        came_off: how many came off, None if they were not counted, or not in a number.
        back: how many of them are back.
    """

    item: AnyItem
    step: Step
    words: str
    closer: Line | None
    done: bool
    came_off: int | None = None
    back: int = 0

    @property
    def missing(self) -> int:
        """How many came off and were counted, but not all, when they went back; 0 before anything was counted."""
        is_begun = self.back > 0 or (self.closer is not None and self.closer.done)
        return max((self.came_off or 0) - self.back, 0) if is_begun and not self.done else 0

    @property
    def too_many(self) -> int:
        """How many more went back than came off: one of the numbers is wrong, or a thing is in the wrong place."""
        return 0 if self.done or self.came_off is None else max(self.back - self.came_off, 0)

    @property
    def count_words(self) -> str:
        """How many came off, how many are back and how many are missing or too many; empty if they are not counted."""
        if self.came_off is None or not isinstance(self.item, Count):
            return ""
        if self.done or self.too_many:
            back = counted(self.back, self.item)
            return _("{back} back, {came_off} came off").format(back=back, came_off=self.came_off)
        came_off = counted(self.came_off, self.item)
        if not self.missing:
            return _("{came_off} came off").format(came_off=came_off)
        words = _("{back} of {came_off} back: {missing} missing")
        return words.format(back=self.back, came_off=came_off, missing=self.missing)


def put_back_list(guide: Guide, state: JobState, checklist: Checklist | None = None) -> tuple[PutBack, ...]:
    """Return what was taken apart, in the order in which it goes back (see put_back_order).

    Of two that leave the car in the same state and are put back in the same words, the one that is still open, or else
    the later; what was counted always stands by itself. ``checklist`` is that of the state, as for ``open_now``.
    """
    checklist = checklist or Checklist(guide, state)
    still_open = {opening.item.id for opening in checklist.openings()}
    things: dict[Thing, list[Line]] = {}
    for line in _taken_apart(checklist):
        things.setdefault(thing_of(line.item), []).append(line)
    shown = {
        thing: max(lines, key=lambda line: (line.item.id in still_open, state.since.get(line.item.id, 0)))
        for thing, lines in things.items()
    }
    order = put_back_order(guide, state, [line.item for lines in things.values() for line in lines], still_open)
    return tuple(_row(guide, checklist, shown[thing], done=shown[thing].item.id not in still_open) for thing in order)


def open_now(guide: Guide, state: JobState, checklist: Checklist | None = None) -> tuple[Opening, ...]:
    """Return what is open on the car in the order in which it goes back, each thing once.

    ``checklist`` is that of the state, if it is known already: to make one takes time.
    """
    openings: dict[Thing, Opening] = {}
    for opening in (checklist or Checklist(guide, state)).openings():
        openings.setdefault(thing_of(opening.item), opening)
    items = [opening.item for opening in openings.values()]
    order = put_back_order(guide, state, items, {item.id for item in items})
    return tuple(openings[thing] for thing in order)


def left_by(guide: Guide, openings: Sequence[Opening], state: JobState) -> tuple[Left, ...]:
    """Return which of the ``openings`` have no line in another text of the guide, and are not known to have none."""
    known = {left.item for left in state.left}
    return tuple(
        Left(opening.item.id, opening.words, opening.item.undo)
        for opening in openings
        if opening.item.id not in known and not guide.find_item(opening.item.id)
    )


def _taken_apart(checklist: Checklist) -> list[Line]:
    """Return the lines that opened something, in the order of the guide."""
    lines = checklist.taken_apart()
    return [line for line in lines if line.number or not line.done or not isinstance(line.item, Count)]


def _row(guide: Guide, checklist: Checklist, line: Line, *, done: bool) -> PutBack:
    closers = tuple(
        closer for closer in checklist.closers(line.item) if line.done or not isinstance(closer.item, Count)
    )
    is_count = isinstance(line.item, Count)
    came_off = line.number if is_count and line.done else None
    back = _back(closers, line) if is_count else 0
    return PutBack(
        item=line.item,
        step=_step_of(guide, line),
        words=line.item.undo,
        closer=_closer(closers, 0 if done or came_off is None else back - came_off),
        done=done,
        came_off=came_off,
        back=back,
    )


def _closer(closers: tuple[Line, ...], too_many: int) -> Line | None:
    """Return the line that puts something back: the last that was used, or that which can make ``too_many`` right."""
    used = [closer for closer in closers if closer.value or closer.done]
    if too_many <= 0:
        return (used or closers or (None,))[-1]
    most = max(reversed(used), key=lambda closer: closer.number)
    ticks = [closer for closer in closers if isinstance(closer.item, Tick)]
    return most if most.number >= too_many or not ticks else ticks[-1]


def _step_of(guide: Guide, line: Line) -> Step:
    """Return the step where something came off; one that is in no guide if the text has changed since."""
    return guide.find_step_of(line.item.id) or Step("", _("an earlier text of the guide"), ())


def _back(closers: tuple[Line, ...], line: Line) -> int:
    """Return how many of what ``line`` counted are back; a tick puts all of them back."""
    if any(closer.done and not isinstance(closer.item, Count) for closer in closers):
        return line.number
    return sum(closer.number for closer in closers)
