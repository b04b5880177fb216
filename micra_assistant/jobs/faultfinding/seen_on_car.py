"""What is known of the lines of a guide on the car of a job: what was typed and ticked, and answers to the finder."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from micra_assistant.diagnosis.fault_model import Model, Test
from micra_assistant.diagnosis.findings import Answered, Repaired
from micra_assistant.guide import measure
from micra_assistant.guide.model import Guide, Reading, Written
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.state import JobState, KeptFinding
from micra_assistant.number_words import in_one
from micra_assistant.parts.reading_rules import SeenLine
from micra_assistant.words import _

_ALL = Decimal("Infinity")


def seen_on_car(
    guide: Guide, state: JobState, checklist: Checklist, models: Mapping[str, Model]
) -> dict[str, SeenLine]:
    """Return by line what is known of it; ``models`` are by their files. What came last counts."""
    typed = ((state.counts_from(name), name, seen) for name, seen in _typed(guide, state, checklist))
    every = sorted((*typed, *_answered(state.found, models)), key=lambda one: one[0])
    return {name: seen for _turn, name, seen in every}


def _typed(guide: Guide, state: JobState, checklist: Checklist) -> Iterator[tuple[str, SeenLine]]:
    for item in guide.items:
        if item.id in state.since and (seen := _seen(checklist.line(item.id))):
            yield item.id, seen


def _seen(line: Line) -> SeenLine | None:
    """Return what a line says, None if that is nothing, or not sound."""
    if isinstance(line.item, Reading):
        return _read(line, line.item)
    if isinstance(line.item, Written):
        return SeenLine(line.value) if line.value else None
    return SeenLine() if line.stands else None


def _read(line: Line, reading: Reading) -> SeenLine | None:
    """Return a reading; of one whose leads were not measured it is known only if it is beyond the meter."""
    try:
        value = measure.parse(line.value, reading.unit) if line.corrected is None else line.corrected
    except measure.ReadingError:
        return None
    if not line.is_measured and not value.is_infinite():
        return None
    words = measure.show(value)
    shown = words if value.is_infinite() else in_one(words, reading.unit)
    return SeenLine(shown, value, value, is_exact=True)


def _answered(found: Iterable[KeptFinding], models: Mapping[str, Model]) -> Iterator[tuple[int, str, SeenLine]]:
    """Yield what answers to the finder say of the lines that answer the same tests."""
    repaired: set[str] = set()
    for kept in found:
        model, finding = models.get(kept.model), kept.finding
        if model and isinstance(finding, Repaired):
            repaired.add(finding.repair)
        test = model.find_test(finding.test) if model and isinstance(finding, Answered) else None
        if model and test and isinstance(finding, Answered) and (seen := _of_answer(test, finding.answer)):
            yield kept.turn, _line_of(model, test, repaired), seen


def _of_answer(test: Test, answer: str) -> SeenLine | None:
    words = _("“{answer}”").format(answer=test.answers.get(answer, ""))
    limits = next((limit for limit in test.limits if limit.answer == answer), None)
    if test.item and limits:
        least, most = limits.low, limits.high
        return SeenLine(words, -_ALL if least is None else least, _ALL if most is None else most)
    return SeenLine(words) if test.item and answer == test.ticked else None


def _line_of(model: Model, test: Test, repaired: set[str]) -> str:
    """Return the line that an answer stands for: after a repair that it is part of, that of measuring again."""
    again = any(repair.again == test.id for repair in model.repairs if repair.id in repaired)
    return test.again[-1] if again and test.again else test.item
