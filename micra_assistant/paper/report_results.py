"""What a job has measured and counted, what of it is amiss, and what was not done."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.model import Count, Guide, Item, Reading, Written, plain
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_corrected, line_left_out, line_value, line_verdict
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.paper.typed import one_line

_LONGEST_VALUE = 60
_LONGEST_WORDS = 200


class SheetResult(Struct, frozen=True):
    """An item that was done, with what it reads; a tick has only a label.

    ``less`` is the value of a reading once another is taken off, in words. ``step`` is the number of its step.
    ``judged`` is false while it cannot be told whether the reading is right.
    """

    step: str
    label: str
    value: str = ""
    less: str = ""
    limits: str = ""
    verdict: str = ""
    wrong: bool = False
    judged: bool = True


class SheetLeft(Struct, frozen=True):
    """What was not done of a step."""

    number: str
    title: str
    labels: tuple[str, ...]


def result(line: Line, step: str) -> SheetResult:
    """Return what an item says; ``step`` is the number of its step."""
    item = line.item
    return SheetResult(
        step=step,
        label=plain(item.label),
        value=one_line(line_value(line), _LONGEST_WORDS if isinstance(item, Written) else _LONGEST_VALUE),
        less=line_corrected(line),
        limits=judging.limits(item) if isinstance(item, Reading) else "",
        verdict=line_verdict(line) or one_line(line_left_out(line), _LONGEST_WORDS),
        wrong=line.is_wrong or line.verdict is judging.Verdict.UNREADABLE,
        judged=line.verdict not in (judging.Verdict.ASKED, judging.Verdict.WAITING),
    )


def readings(guide: Guide, checklist: Checklist) -> Iterator[SheetResult]:
    """Yield the readings that were taken, in the order of the guide."""
    yield from (found for found in _results(guide, checklist, Reading) if found.value)


def written(guide: Guide, checklist: Checklist) -> Iterator[SheetResult]:
    """Yield the words that were written down, in the order of the guide."""
    yield from (found for found in _results(guide, checklist, Written) if found.value)


def amiss(guide: Guide, checklist: Checklist) -> Iterator[SheetResult]:
    """Yield what is not as it should be, or is no value at all."""
    yield from (found for found in _results(guide, checklist, Reading, Count) if found.wrong)


def not_done(guide: Guide, checklist: Checklist) -> Iterator[SheetLeft]:
    """Yield what was not done of the pages that were begun, by step."""
    numbers = step_numbers(guide)
    for page in guide.pages:
        if not checklist.progress(page)[0]:
            continue
        for step in page.steps:
            if labels := tuple(plain(item.label) for item in step.items if not checklist.line(item.id).done):
                yield SheetLeft(numbers[step.id], step.title, labels)


def not_begun(guide: Guide, checklist: Checklist) -> Iterator[str]:
    """Yield number and title of the pages that have something to do, of which nothing was done."""
    for number, page in enumerate(guide.pages, 1):
        if page.items and not checklist.progress(page)[0]:
            yield f"{number} {page.title}"


def _results(guide: Guide, checklist: Checklist, *kinds: type[Item]) -> Iterator[SheetResult]:
    numbers = step_numbers(guide)
    for step in guide.steps:
        for item in step.items:
            if isinstance(item, kinds):
                yield result(checklist.line(item.id), numbers[step.id])
