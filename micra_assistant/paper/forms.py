"""Blank forms to fill in by hand: intake, readings, put-back list, quotes."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from micra_assistant.errors import UnknownNameError
from micra_assistant.guide import judging
from micra_assistant.guide.model import Guide, Reading, plain
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import N_, _


class BlankForm(StrEnum):
    """Which form; its words on the sheet go by its name."""

    INTAKE = "intake"
    READINGS = "readings"
    PUT_BACK = "put-back"
    QUOTES = "quotes"


FORM_TITLES = {
    BlankForm.INTAKE: N_("Intake of a car"),
    BlankForm.READINGS: N_("Readings"),
    BlankForm.PUT_BACK: N_("Put back, by hand"),
    BlankForm.QUOTES: N_("Quotes for a part"),
}


def form_title(form: BlankForm) -> str:
    """Return what a form is called."""
    return _(FORM_TITLES[form])


def form_called(name: str) -> BlankForm:
    """Return the form of that name; UnknownNameError if there is none."""
    try:
        return BlankForm(name)
    except ValueError:
        raise UnknownNameError(_("there is no form “{name}”; there is: {known}"), name, BlankForm) from None


class FormReading(Struct, frozen=True):
    """Something to be measured: the number of its step, its words, its unit and its limits."""

    step: str
    words: str
    unit: str
    limits: str


class SheetForms(Struct, frozen=True):
    """Which forms there are; the complaints and readings of the guide, and what part is asked for."""

    shown: tuple[BlankForm, ...]

    complaints: tuple[str, ...]
    readings: tuple[FormReading, ...]
    part: str


def forms_of(guide: Guide, parts: PartsTable | None, form: BlankForm | None) -> SheetForms:
    """Return one form for the repair of a guide, or all."""
    return SheetForms(
        (form,) if form else tuple(BlankForm),
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
