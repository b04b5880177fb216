"""What the closed jobs of this workshop, and of others, have taught a model."""

from collections import Counter
from collections.abc import Iterator

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.fault_model import Model, Test
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.learning import Experience, learned
from micra_assistant.guide import measure
from micra_assistant.guide.model import AnyItem, Guide, Reading
from micra_assistant.jobs.records.causes import Causes, Seen

_MOST_SEEN = 2000
"""Trust rests on so many of the newest jobs: with more it would not change by a per cent."""


def experience_of(causes: Causes, guide: Guide, name: str, model: Model) -> Experience:
    """Return what was counted for a model of a guide; ``name`` is its file. StoreError if it cannot be read.

    An answer counts that was given by itself, or stands on the checklist as a reading or a tick. Answers and repairs
    teach only where a cure that held bears the cause out: one wrong cause makes several right answers look false.
    """
    reader = _SeenReader(guide, model)
    newest = causes.seen(guide.id, name, _MOST_SEEN)
    proven = [(fault, seen) for fault, seen in newest if _is_proven(model, fault, seen)]
    return Experience(
        causes.counts(guide.id, name),
        Counter((test, answer, fault) for fault, seen in proven for test, answer in reader.answers(seen)),
        Counter((repair, fault, outcome) for fault, seen in proven for repair, outcome in seen.repairs.items()),
    )


def _is_proven(model: Model, fault: str, seen: Seen) -> bool:
    """Whether just one repair cured, one that can cure the fault, and what it cured stayed so."""
    cures = [repair for repair, outcome in seen.repairs.items() if outcome is Outcome.CURED]
    repair = model.find_repair(cures[0]) if len(cures) == 1 else None
    return seen.held and repair is not None and repair.fixes.get(fault, 0.0) > 0


def learned_here(causes: Causes, guide: Guide, name: str, model: Model) -> Model:
    """Return the model of a guide as the jobs kept here make it; ``name`` is its file. StoreError as above."""
    return learned(model, experience_of(causes, guide, name, model))


class _SeenReader:
    """Tells which answers to the tests of a model were seen on a job; what was typed often is read once."""

    def __init__(self, guide: Guide, model: Model) -> None:
        self._tests = [(test, guide.find_item(test.item)) for test in model.tests]
        self._read: dict[tuple[str, str, str], str] = {}

    def answers(self, seen: Seen) -> Iterator[tuple[str, str]]:
        """Yield each test that was answered, and its answer."""
        for test, item in self._tests:
            if answer := seen.answers.get(test.id) or self._on_the_checklist(test, item, seen):
                yield test.id, answer

    def _on_the_checklist(self, test: Test, item: AnyItem | None, seen: Seen) -> str:
        if not isinstance(item, Reading):
            return test.ticked if item and item.id in seen.ticked else ""
        if item.id not in seen.values:
            return ""
        key = (test.id, seen.values[item.id], seen.values.get(item.minus, ""))
        if key not in self._read:
            self._read[key] = _answer(test, item, *key[1:])
        return self._read[key]


def _answer(test: Test, reading: Reading, typed: str, less: str) -> str:
    """Return the answer that a reading is, empty if it is none."""
    try:
        return answer_typed(test, reading, typed, measure.parse(less, reading.unit) if less else None)
    except measure.ReadingError:
        return ""
