"""The list “Put back”: what was taken apart, the last thing first, counted."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.guide.model import Count, Guide
from micra_assistant.guide.value_words import counted
from micra_assistant.jobs.put_back import PutBack, put_back_list
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.printed_blocks import SheetCallout
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.paper.step_warnings import step_warnings
from micra_assistant.paper.typed import one_line


class SheetPutBack(Struct, frozen=True):
    """Something to put back.

    Attributes:
        id: of the item that took it apart.
        number: its place in the list.
        words: how it is put back.
        where: number and title of the step that says how, or of that in which it came off.
        off: the number of the step in which it came off.
        came_off: how many came off, empty if they were not counted.
        count: how many are back; empty until some are.
        amiss: whether that is too few or too many.
        warnings: those of the step, before the first thing that is still to be put back there.
    """

    id: str
    number: int
    words: str
    where: str
    off: str
    came_off: str
    count: str
    amiss: bool
    done: bool
    warnings: tuple[SheetCallout, ...]


class SheetPutBackList(Struct, frozen=True):
    """All of it, and the tools that lie at the car; ``left_out`` things are back and not told."""

    rows: tuple[SheetPutBack, ...]
    tools: tuple[str, ...]
    left_out: int = 0


def put_back_sheet(guide: Guide, state: JobState) -> SheetPutBackList:
    """Return what is to be put back, and what is back already."""
    return SheetPutBackList(tuple(_rows(guide, state)), tuple(one_line(tool) for tool in state.tools_out))


def still_to_put_back(sheet: SheetPutBackList) -> SheetPutBackList:
    """Return the list without what is back as it should be; the things keep their numbers."""
    rows = tuple(row for row in sheet.rows if not row.done or row.amiss)
    return replace(sheet, rows=rows, left_out=len(sheet.rows) - len(rows))


def _rows(guide: Guide, state: JobState) -> Iterator[SheetPutBack]:
    numbers = step_numbers(guide)
    warned: set[str] = set()
    for number, thing in enumerate(put_back_list(guide, state), 1):
        step = guide.step_of(thing.closer.item.id) if thing.closer else thing.step
        is_first = not thing.done and thing.closer is not None and step.id not in warned
        if is_first:
            warned.add(step.id)
        yield SheetPutBack(
            id=thing.item.id,
            number=number,
            words=thing.words,
            where=f"{numbers.get(step.id, '')} {step.title}".strip(),
            off=numbers.get(thing.step.id, thing.step.title),
            came_off=_came_off(thing),
            count=thing.count_words if thing.done or thing.missing or thing.too_many else "",
            amiss=bool(thing.missing or thing.too_many),
            done=thing.done,
            warnings=tuple(step_warnings(step)) if is_first else (),
        )


def _came_off(thing: PutBack) -> str:
    if thing.came_off is None or not isinstance(thing.item, Count):
        return ""
    return counted(thing.came_off, thing.item)
