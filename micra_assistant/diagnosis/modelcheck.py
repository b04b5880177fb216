"""What ``micra-assistant check`` says of the models of a guide: their mistakes, and remarks on those that have none.

A remark is no mistake: the model works, but its author may have meant something else.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from micra_assistant.diagnosis import fault_model as parts_of
from micra_assistant.diagnosis.access_check import check_has_steps
from micra_assistant.diagnosis.fault_model import OTHER, Model, Repair, Test
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.diagnosis.modelfile import MODEL_PATTERN, model_for, read_entry
from micra_assistant.diagnosis.order_remarks import remark_on_order
from micra_assistant.diagnosis.reach import unreached
from micra_assistant.diagnosis.walking import Walked, next_moves, walk
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.model import Guide
from micra_assistant.guide.step_places import place_of_step
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import _, ngettext

MOST_SITUATIONS = 300
"""So many of the likeliest are looked at for steps that are never recommended."""
_MOST_LOOKED_BEHIND = 10
"""In so many of them, what follows each answer of such a test."""
_SAME = 1e-9


def model_mistakes(guide: Guide, parts: PartsTable | None) -> list[Mistake]:
    """Return every mistake in the models that the complaints of a guide name, access work without steps among them."""
    mistakes: list[Mistake] = []
    for complaint in guide.complaints:
        try:
            if model_for(guide, complaint, parts):
                _check_as_written(guide.folder / complaint.faults)
        except GuideError as error:
            mistakes += error.mistakes
    return mistakes


def _check_as_written(file: Path) -> None:
    """Check what a model of today must have, and one of before need not; GuideError with every mistake."""
    mistakes = Mistakes(file)
    check_has_steps(read_entry(file), mistakes)
    mistakes.report()


def model_remarks(guide: Guide, parts: PartsTable | None) -> list[Mistake]:
    """Return what there is to remark on the models of a guide, each in its line; they must have no mistake."""
    models = {complaint: model_for(guide, complaint, parts) for complaint in guide.complaints}
    remarks = [*_off_the_routes(guide, [model for model in models.values() if model])]
    for complaint, model in models.items():
        if model:
            remarks += remarks_on(model, guide.folder / complaint.faults)
    named = {complaint.faults for complaint in guide.complaints}
    unnamed = [file for file in guide.folder.glob(MODEL_PATTERN) if file.name not in named]
    return remarks + [Mistake(file, 1, _("no complaint in guide.toml names this model")) for file in sorted(unnamed)]


def _off_the_routes(guide: Guide, models: Sequence[Model]) -> Iterator[Mistake]:
    """Yield a remark on each step that no route leads to; where a model is missing it is in order."""
    if models and all(complaint.faults for complaint in guide.complaints):
        for step in unreached(guide, models):
            words = _("no route leads to the step “{step}”: name it in a test, a repair or an access, or link to it")
            yield Mistake(*place_of_step(guide, step.id), words.format(step=step.id))


def remarks_on(model: Model, file: Path) -> tuple[Mistake, ...]:
    """Return what there is to remark on a model that was read from ``file``, in the order of its lines."""
    remarks = Mistakes(file)
    for words in model.assumed:
        remarks.add(words, *_place_of(words, model))
    for one, other in unseparated(model):
        message = _("“{one}” and “{other}” give the same answers to every test, but other repairs cure them")
        remarks.add(message.format(one=one.id, other=other.id), "faults", model.faults.index(other), "id")
    for message, step in _needless(model):
        table = "tests" if isinstance(step, Test) else "repairs"
        remarks.add(message, table, getattr(model, table).index(step), "id")
    remark_on_order(model, remarks)
    return tuple(sorted(remarks.mistakes))


def _place_of(words: str, model: Model) -> tuple[str | int, ...]:
    """Return where the step stands that ``words`` quote."""
    texts: dict[str, list[str]] = {
        "repairs": [repair.text for repair in model.repairs],
        "tests": [test.ask for test in model.tests],
        "access": [access.text for access in model.access],
    }
    found = ((table, number) for table, said in texts.items() for number, text in enumerate(said) if text in words)
    return next(((*place, "id") for place in found), ("give_up",))


def unseparated(model: Model) -> Iterator[tuple[parts_of.Fault, parts_of.Fault]]:
    """Yield the pairs of faults that no test tells apart, although other repairs cure them."""
    faults = [fault for fault in model.faults if fault.id != OTHER]
    for one, other in combinations(faults, 2):
        columns = (answer for test in model.tests for answer in test.likely.values())
        differ = any(repair.fixes.get(one.id) != repair.fixes.get(other.id) for repair in model.repairs)
        if differ and all(abs(likely[one.id] - likely[other.id]) < _SAME for likely in columns):
            yield one, other


def _needless(model: Model) -> Iterator[tuple[str, Test | Repair]]:
    """Yield the steps that are never recommended, and what to say of each."""
    steps: tuple[Test | Repair, ...] = (*model.tests, *model.repairs)
    walked = walk(model, MOST_SITUATIONS, [step.id for step in steps if not _is_choice(step, model)])
    recommended = {move.id for move in walked.moves}
    for step in steps:
        if step.id in recommended or _is_choice(step, model):
            continue
        if isinstance(step, Test) and not _decides(step, walked):
            yield _("no answer to “{test}” ever changes what is done next").format(test=step.id), step
        else:
            yield _never(step, walked), step


def _never(step: Test | Repair, walked: Walked) -> str:
    """Return what is said of a step that is not recommended where it was looked for."""
    if walked.is_whole:
        return _("“{step}” is never recommended").format(step=step.id)
    cases = len(walked.cases)
    words = ngettext(
        "“{step}” is not recommended in the {count} likeliest situations",
        "“{step}” is not recommended in the {count} likeliest situations",
        cases,
    )
    return words.format(step=step.id, count=cases)


def _is_choice(step: Test | Repair, model: Model) -> bool:
    """Whether a step is a dearer way to get a part, which the mechanic may choose and nobody need recommend."""
    if isinstance(step, Test) or not step.option:
        return False
    price = step.cost.at(model.rate_per_hour)
    cheaper = [other for other in model.repairs if other.option and other.cost.at(model.rate_per_hour) < price]
    return any(other.fixes.keys() >= step.fixes.keys() for other in cheaper)


def _decides(test: Test, walked: Walked) -> bool:
    """Whether what is done next depends on the answer to a test, in one of the likeliest situations at least."""
    likeliest = [case for case in walked.cases if test in case.tests_left()][:_MOST_LOOKED_BEHIND]
    return any(len(next_moves(case, test)) > 1 for case in likeliest)
