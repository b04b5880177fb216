"""The checklist of a guide as a job stands: what is done, what it reads, what is held, what is open on the car."""

from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.guide import judging, measure
from micra_assistant.guide.entering import TooLongError, check_words, doubt
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.measure import AskedError, Choice, ReadingError
from micra_assistant.guide.model import AnyItem, Count, Guide, Page, Reading, Step, Tick, Words, Written, plain
from micra_assistant.guide.value_words import counted
from micra_assistant.jobs.car_history import closers_by_opener
from micra_assistant.jobs.conditions import Conditions
from micra_assistant.jobs.counts import Counts
from micra_assistant.jobs.events import Left
from micra_assistant.jobs.put_back_order import Thing, thing_of
from micra_assistant.jobs.state import JobState, Wait
from micra_assistant.words import _


class Line(Struct, frozen=True):
    """One item as the job stands.

    Attributes:
        value: what was typed, as typed.
        number: what was counted.
        verdict: what a reading says, or that what was typed is no value; None while nothing is typed.
        held_by: what must be done first, None if the item may be done now: a gate, or what makes true what the item
            confirms.
        held_in: the title of the step that has ``held_by``, if that makes true what the item confirms; else empty.
        take_back: whether ``held_by`` is done, and must be taken back first.
        lapsed: whether it was confirmed, and what it confirms has come to an end since.
        asked_again: whether it has lapsed and matters now: what it confirms is so once more, or more is to be done on
            its page.
        message: what is wrong with what was typed, and what to type instead; or what is asked about it.
        choices: what it can mean, if that is asked.
        corrected: the value of a reading once ``taken_off``, the reading named by its ``minus``, is taken off.
        expected: how many must go back, for a count that undoes others.
        wait: the wait that was begun for it and counts, or how its item was done; None if none was begun.
        is_already_so: whether it is not done, and another line has brought the car into the state that it is for, as
            one of several ways to open something. A gate, and a count, is done for itself.
    """

    item: AnyItem
    done: bool
    value: str = ""
    number: int = 0
    verdict: Verdict | None = None
    held_by: AnyItem | None = None
    held_in: str = ""
    take_back: bool = False
    lapsed: bool = False
    asked_again: bool = False
    message: str = ""
    choices: tuple[Choice, ...] = ()
    corrected: Decimal | None = None
    taken_off: AnyItem | None = None
    expected: int | None = None
    wait: Wait | None = None
    is_already_so: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether there is a value and it is not as it should be."""
        return self.verdict in (Verdict.LOW, Verdict.HIGH, Verdict.DOUBTFUL)

    @property
    def opened(self) -> bool:
        """Whether the work was done: a count that makes no sense was made all the same."""
        return self.done or (isinstance(self.item, Count) and bool(self.value))

    @property
    def is_right(self) -> bool:
        """Whether it is done, and not known to be wrong."""
        return self.done and self.verdict in (None, Verdict.OK, Verdict.KEPT, Verdict.UNLIKE)

    @property
    def stands(self) -> bool:
        """Whether it is done, and what it confirms, if it does, has been so ever since."""
        return self.done and not self.lapsed

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done."""
        return not (self.stands or self.is_already_so)

    @property
    def passes(self) -> bool:
        """Whether what comes after may go on if this is a gate: it is right, and what it confirms is still so."""
        return self.is_right and self.stands

    @property
    def is_measured(self) -> bool:
        """Whether it is a reading that says something of the car, be it right or wrong."""
        return self.verdict in (Verdict.OK, Verdict.KEPT, Verdict.LOW, Verdict.HIGH)


class Opening(Struct, frozen=True):
    """Something that is open on the car.

    Attributes:
        item: what opened it.
        out: how many of what it counted are still out, negative if more were put back than came off; None if nothing
            was counted.
    """

    item: AnyItem
    out: int | None = None

    @property
    def words(self) -> str:
        """How the car stands, in a few words."""
        if self.out is None or not isinstance(self.item, Count):
            return self.item.state
        if self.out < 0:
            too_many = counted(-self.out, self.item)
            return _("{state} · {too_many} too many put back").format(state=self.item.state, too_many=too_many)
        return f"{self.item.state} · {counted(self.out, self.item)}"


class Checklist:
    """All lines of a guide for one state of a job."""

    def __init__(self, guide: Guide, state: JobState) -> None:
        self._state = state
        self._guide = guide
        self._car_now: tuple[Opening, ...] | None = None
        self._counts = Counts(guide, state.values)
        self._closers = closers_by_opener(guide)
        self._lines = {item.id: self._line(item) for item in guide.items}
        self._left = {left.item: self._line_left(left) for left in state.left if not guide.find_item(left.item)}
        open_now = [opening.item for opening in self.openings()]
        conditions = Conditions(guide, state, open_now)
        for page in guide.pages:
            self._lines.update((line.item.id, line) for line in self._with_what_holds(page, conditions))
        already_so = _already_so(self._lines.values(), {thing_of(item) for item in open_now})
        self._lines.update({line.item.id: replace(line, is_already_so=True) for line in already_so})

    def line(self, item_id: str) -> Line:
        """Return the line of an item; KeyError if the guide has none of that id."""
        return self._left[item_id] if item_id in self._left else self._lines[item_id]

    def lines(self, page: Page) -> tuple[Line, ...]:
        """Return the lines of a page, in order."""
        return tuple(self._lines[item.id] for item in page.items)

    def first_before(self, item: AnyItem) -> AnyItem:
        """Return what must be done first so that an item can be done: itself, or what holds what holds it."""
        chain = [item]
        while (held_by := self.line(chain[-1].id).held_by) and held_by not in chain:
            chain.append(held_by)
        return chain[-1]

    def first_to_do(self, step: Step) -> str:
        """Return the first item of a step that is still to do, or to do again; empty if none is."""
        lines = (self.line(item.id) for item in step.items)
        return next((line.item.id for line in lines if not (line.done or line.is_already_so) or line.asked_again), "")

    def progress(self, page: Page | None = None) -> tuple[int, int]:
        """Return how many items are done, and of how many; of one page or of the whole guide."""
        lines = self.lines(page) if page else tuple(self._lines.values())
        return sum(line.done for line in lines), len(lines)

    def car_now(self) -> tuple[Opening, ...]:
        """Return what is open on the car, in the order of the guide, each thing once; all acts ask for it."""
        if self._car_now is None:
            self._car_now = tuple({thing_of(opening.item): opening for opening in self.openings()}.values())
        return self._car_now

    def openings(self) -> tuple[Opening, ...]:
        """Return everything that is open, in the order of the guide, also what comes to the same state."""
        lines = (*self._lines.values(), *self._left.values())
        return tuple(opening for line in lines if (opening := self._opening(line)))

    def taken_apart(self) -> tuple[Line, ...]:
        """Return the lines that opened something on the car, whether it is back or not."""
        lines = (*self._lines.values(), *self._left.values())
        return tuple(line for line in lines if line.item.undo and line.opened)

    def closers(self, item: AnyItem) -> tuple[Line, ...]:
        """Return the lines that put back what ``item`` opened, in the order of the guide."""
        return tuple(self._lines[closer] for closer in self._closers.get(item.id, ()))

    def taken_off(self, reading: Reading) -> Decimal | None:
        """Return the value that is taken off a reading first, None if there is none or it is not sound."""
        less = self._guide.find_item(reading.minus)
        return self._sound_value(less) if isinstance(less, Reading) else None

    def amiss(self) -> tuple[Line, ...]:
        """Return the lines whose value is not as it should be, or is no value."""
        return tuple(line for line in self._lines.values() if line.is_wrong or line.message)

    def _with_what_holds(self, page: Page, conditions: Conditions) -> Iterator[Line]:
        """Yield the lines of a page with what holds each of them: the first gate before it that does not pass."""
        held_by: AnyItem | None = None
        lines = self.lines(page)
        last_to_do = max((place for place, line in enumerate(lines) if not line.done), default=-1)
        for place, line in enumerate(lines):
            held = _bound(line, conditions, more_to_do=place < last_to_do) if line.item.confirms else line
            held = _with_sound_wait(held, lines[:place], conditions)
            yield replace(held, held_by=held_by, held_in="", take_back=False) if held_by else held
            if line.item.gate and held_by is None and not held.passes:
                held_by = line.item

    def _line_left(self, left: Left) -> Line:
        """Return the line of something that is open and that the guide has no line for any more."""
        tick = Tick(id=left.item, label=(Words(left.words),), undo=left.undo, state=left.words)
        return Line(tick, left.item in self._state.since)

    def _line(self, item: AnyItem) -> Line:
        if isinstance(item, Tick):
            return Line(item, item.id in self._state.since, wait=self._state.waits.get(item.id))
        value = self._state.values.get(item.id, "")
        if isinstance(item, Written):
            return self._written_line(item, value)
        if not value:
            return Line(item, done=False)
        try:
            if isinstance(item, Count):
                return self._count_line(item, value)
            return self._reading_line(item, value)
        except ReadingError as error:
            return _unread_line(item, value, error)

    def _written_line(self, written: Written, value: str) -> Line:
        """Return written words; a tick from a text of the guide that asked for no words stays one."""
        try:
            check_words(value)
        except TooLongError as error:
            return Line(written, False, value, verdict=Verdict.UNREADABLE, message=str(error))
        if not value or not written.pattern or _fits(written.pattern, value):
            return Line(written, written.id in self._state.since, value)
        message = _("Is that right? Expected: {like}. It is kept as you typed it.").format(like=written.like)
        return Line(written, True, value, verdict=Verdict.UNLIKE, message=message)

    def _count_line(self, count: Count, value: str) -> Line:
        """Return a count, judged by what was taken off if it says how much went back."""
        number, expected = measure.parse_count(value), self._counts.expected(count)
        verdict = None
        if expected is not None and number > expected:
            verdict = Verdict.HIGH
        elif expected is not None and number < expected and self._counts.is_last(count):
            verdict = Verdict.LOW
        return Line(count, True, value, number=number, verdict=verdict, expected=expected)

    def _reading_line(self, reading: Reading, value: str) -> Line:
        """Return a reading with its verdict; ReadingError if what was typed is no value."""
        measured, verdict = measure.parse(value, reading.unit), self._verdict(reading)
        taken_off = self.taken_off(reading)
        corrected = measured - taken_off if taken_off is not None and measured.is_finite() else None
        less = None if corrected is None else self._guide.find_item(reading.minus)
        return Line(reading, True, value, verdict=verdict, corrected=corrected, taken_off=less)

    def _verdict(self, reading: Reading) -> Verdict:
        """Return the verdict on what was typed; ReadingError if it is no value."""
        value = measure.parse(self._state.values[reading.id], reading.unit)
        return judging.judge(reading, value, self.taken_off(reading))

    def _sound_value(self, reading: Reading) -> Decimal | None:
        """Return the value of a reading that others are judged by, None unless it is right itself."""
        try:
            if reading.id in self._state.values and self._verdict(reading) in (Verdict.OK, Verdict.KEPT):
                return measure.parse(self._state.values[reading.id], reading.unit)
        except measure.ReadingError:
            pass
        return None

    def _opening(self, line: Line) -> Opening | None:
        """Return what is open on the car because of a line, None if nothing is."""
        if not (line.item.undo and line.opened):
            return None
        closers = [closer for closer in self.closers(line.item) if closer.done]
        if any(isinstance(closer.item, Tick) for closer in closers):
            return None
        if not (isinstance(line.item, Count) and line.done):
            return Opening(line.item)
        out = line.number - sum(closer.number for closer in closers)
        return Opening(line.item, out) if out and line.number else None


def _already_so(lines: Iterable[Line], open_now: Container[Thing]) -> Iterator[Line]:
    """Yield the lines that are for what is ``open_now`` by another line."""
    for line in lines:
        if line.item.undo and not (line.opened or line.item.gate) and thing_of(line.item) in open_now:
            yield line


def _bound(line: Line, conditions: Conditions, *, more_to_do: bool) -> Line:
    """Return a line that confirms a condition as the car stands: it waits for that, and has lapsed once it ends."""
    way = conditions.missing(line.item)
    lapsed = line.done and not conditions.stands(line.item)
    known = replace(line, lapsed=lapsed, asked_again=lapsed and (way is None or more_to_do))
    return replace(known, held_by=way.item, held_in=way.step, take_back=way.take_back) if way else known


def _with_sound_wait(line: Line, before: Sequence[Line], conditions: Conditions) -> Line:
    """Return a line whose wait counts: not one from before the car was last made ready for it.

    The car is made ready by gates and by what is opened, ``before`` it on its page, and by what it confirms.
    """
    wait = line.wait
    if wait is None or line.stands:
        return line
    ready = [earlier.item for earlier in before if earlier.item.gate or earlier.item.undo]
    is_sound = conditions.are_open_since(line.item, wait.turn)
    is_sound = is_sound and all(conditions.is_undisturbed(item, wait.turn) for item in ready)
    return line if is_sound else replace(line, wait=None)


def _unread_line(item: AnyItem, value: str, error: ReadingError) -> Line:
    """Return a line whose value is none, or is none before it was said what it means."""
    asked = doubt(value, item.unit) if isinstance(item, Reading) else None
    verdict, said = (Verdict.ASKED, asked) if asked else (Verdict.UNREADABLE, error)
    choices = said.choices if isinstance(said, AskedError) else ()
    return Line(item, False, value, verdict=verdict, message=str(said), choices=choices)


def held_message(line: Line) -> str:
    """Return what must be done before a held line, in words; empty if it is not held."""
    if line.held_by is None:
        return ""
    words = _("First: {item}")
    if line.held_in:
        words = _("First take back: {item} ({step})") if line.take_back else _("First: {item} ({step})")
    return words.format(item=plain(line.held_by.label), step=line.held_in)


def _fits(pattern: str, value: str) -> bool:
    from micra_assistant.guide.pattern import fits  # noqa: PLC0415 - few lines have a pattern

    return fits(pattern, value)
