"""What there is to remark on the order of the house in a model: looks before taking apart, measuring again after it."""

from collections.abc import Iterator

from micra_assistant.diagnosis.fault_model import Access, Model
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.words import _


def remark_on_order(model: Model, remarks: Mistakes) -> None:
    """Remark on what is taken apart before any look, and on what is measured again as part of no repair."""
    for access in _without_looks_before(model):
        words = _("“{access}” may be done before any look that takes nothing apart: name those tests in its “after”")
        remarks.add(words.format(access=access.id), "access", model.access.index(access), "id")
    asked_again = {repair.again for repair in model.repairs}
    for number, test in enumerate(model.tests):
        if test.again and test.id not in asked_again:
            words = _("“{test}” is measured again, but no repair says in its “again” that this is part of it")
            remarks.add(words.format(test=test.id), "tests", number, "again")


def _without_looks_before(model: Model) -> Iterator[Access]:
    """Yield the access work that no “after” holds back, its own or that of other work on the same way, if looks can."""
    held = [access for access in model.access if access.after]
    on_the_way = {other.id for access in held for other in model.access_to(access.id)}
    for access in model.access:
        way = {other.id for other in model.access_to(access.id)}
        if access.id not in on_the_way and way.isdisjoint({one.id for one in held}) and _has_looks(model):
            yield access


def _has_looks(model: Model) -> bool:
    return any(not test.access for test in model.tests)
