"""Blank forms to fill in by hand: intake, readings, put-back list, quotes."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.model import Guide, Reading, plain
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.parts.options import PartsTable


class FormReading(Struct, frozen=True):
    """Something to be measured: the number of its step, its words, its unit and its limits."""

    step: str
    words: str
    unit: str
    limits: str


class SheetForms(Struct, frozen=True):
    """What the forms take from the guide: its complaints, its readings, and what part is asked for."""

    complaints: tuple[str, ...]
    readings: tuple[FormReading, ...]
    part: str


def forms_of(guide: Guide, parts: PartsTable | None) -> SheetForms:
    """Return the forms for the repair of a guide."""
    return SheetForms(
        tuple(complaint.title for complaint in guide.complaints),
        tuple(_readings(guide)),
        parts.part if parts else "",
    )


def _readings(guide: Guide) -> Iterator[FormReading]:
    numbers = step_numbers(guide)
    for step in guide.steps:
        for item in step.items:
            if isinstance(item, Reading):
                yield FormReading(numbers[step.id], plain(item.label), item.unit, judging.limits(item))
