"""The answer that is already on the checklist: a reading that was typed, or a tick."""

from decimal import Decimal

from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.guide import judging, measure
from micra_assistant.guide.model import Reading


def answer_to(test: Test, value: Decimal) -> str:
    """Return the answer that a value is, by the limits of the test, in their order; empty if it is none."""
    for limit in test.limits:
        if (limit.low is None or limit.low <= value) and (limit.high is None or value <= limit.high):
            return limit.answer
    return ""


def answer_typed(test: Test, reading: Reading, typed: str, less: Decimal | None = None) -> str:
    """Return the answer that a typed reading is, such as ``0.4 Ω`` or ``OL``; empty if it is none.

    ``less`` is the value of the reading that is taken off; where it is needed and not there, there is no answer yet.
    ReadingError if what was typed is no reading.
    """
    value = measure.parse(typed, reading.unit)
    verdict = judging.judge(reading, value, less)
    if verdict in (judging.Verdict.WAITING, judging.Verdict.DOUBTFUL):
        return ""
    return answer_to(test, value - less if reading.minus and less is not None else value)
