"""How far a search is, in its stages: free looks, what needs tools, opening up, measuring there, repairing."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.free_looks import is_free_look
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.words import N_, _, ngettext


class SearchPart(StrEnum):
    """The parts of a search, in the order in which most go."""

    FREE_LOOKS = "free-looks"
    WITH_TOOLS = "with-tools"
    OPEN_UP = "open-up"
    MEASURE = "measure"
    REPAIR = "repair"


class StageStand(StrEnum):
    """How far a stage is."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


NAMES = {
    SearchPart.FREE_LOOKS: N_("Free looks"),
    SearchPart.WITH_TOOLS: N_("With tools"),
    SearchPart.OPEN_UP: N_("Open up"),
    SearchPart.MEASURE: N_("Test inside"),
    SearchPart.REPAIR: N_("Repair"),
}


class SearchStage(Struct, frozen=True):
    """A stage: ``detail`` says in a few words what was done in it, empty if there is nothing to say."""

    part: SearchPart
    stand: StageStand
    detail: str

    @property
    def name(self) -> str:
        """What it is called."""
        return _(NAMES[self.part])


def stages_of(inquiry: Inquiry) -> tuple[SearchStage, ...]:
    """Return the stages that the search for a fault has, each with how far it is."""
    now = _part_now(inquiry)
    return tuple(SearchStage(part, _stand(inquiry, part, now), _detail(inquiry, part)) for part in _parts(inquiry))


def _parts(inquiry: Inquiry) -> Iterator[SearchPart]:
    with_tests = {_part_of(test) for test in inquiry.model.tests}
    for part in SearchPart:
        if part in with_tests or part is SearchPart.REPAIR or (part is SearchPart.OPEN_UP and inquiry.model.access):
            yield part


def _part_of(test: Test) -> SearchPart:
    if test.access:
        return SearchPart.MEASURE
    return SearchPart.FREE_LOOKS if is_free_look(test) else SearchPart.WITH_TOOLS


def _part_now(inquiry: Inquiry) -> SearchPart:
    if inquiry.to_open:
        return SearchPart.OPEN_UP
    return _part_of(inquiry.test) if inquiry.test else SearchPart.REPAIR


def _stand(inquiry: Inquiry, part: SearchPart, now: SearchPart) -> StageStand:
    if inquiry.stage is not Stage.CURED and part is now:
        return StageStand.NOW
    return StageStand.DONE if _done_in(inquiry, part) else StageStand.AHEAD


def _done_in(inquiry: Inquiry, part: SearchPart) -> int:
    """Return how much was done in a stage: tests answered, access work open, repairs made."""
    match part:
        case SearchPart.OPEN_UP:
            return len(inquiry.case.opened)
        case SearchPart.REPAIR:
            return len(inquiry.case.repairs)
        case _:
            answered = (inquiry.model.find_test(test) for test in inquiry.case.answers)
            return sum(test is not None and _part_of(test) is part for test in answered)


def _detail(inquiry: Inquiry, part: SearchPart) -> str:
    done = _done_in(inquiry, part)
    match part:
        case SearchPart.FREE_LOOKS if not done:
            return _("no tools")
        case SearchPart.FREE_LOOKS:
            return ngettext("{count} asked, no tools", "{count} asked, no tools", done).format(count=done)
        case SearchPart.OPEN_UP if left := len(inquiry.to_open):
            return ngettext("{count} thing first", "{count} things first", left).format(count=left)
        case SearchPart.OPEN_UP:
            return _("done") if done else _("nothing yet")
        case SearchPart.REPAIR:
            return ngettext("{count} tried", "{count} tried", done).format(count=done) if done else _("or replace")
        case _:
            return ngettext("{count} asked", "{count} asked", done).format(count=done) if done else _("none yet")
