"""What was found on the way to a fault, in the rows of a record: what, when, by whom, and whether it still holds."""

from datetime import tzinfo

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Repaired
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.diagnosis.telling import move_words
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import (
    Entered,
    Event,
    Ticked,
    WaitLeftOut,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.report_results import result
from micra_assistant.paper.said import said
from micra_assistant.paper.typed import one_line
from micra_assistant.words import N_, _

_NOT_FAILING = N_("it was not failing then")
_NO_LONGER = N_("no longer holds")
_NOT_KNOWN = N_("not in the list of faults any more")


class SheetFound(Struct, frozen=True):
    """Something that was found.

    Attributes:
        what: the test or the repair; everything, if the model does not have it.
        found: the answer, or what the repair led to.
        value: what was measured for it, in words.
        said: when, and by whom.
        remark: why it counts for less.
        holds: whether it counts at all: a repair or a later answer may have made it worth nothing.
    """

    what: str
    found: str = ""
    value: str = ""
    said: str = ""
    remark: str = ""
    holds: bool = True


class FoundRows:
    """The rows of one job: ``tests``, ``repairs``, and what was ``left_out``."""

    def __init__(self, guide: Guide, history: History, zone: tzinfo | None, case: Case) -> None:
        self._zone = zone
        self._checklist = Checklist(guide, history.state)
        self._case = case
        self._items = words_of_items(guide)
        self._done = {
            event.act.item: event
            for event in history.events
            if isinstance(event.act, Ticked | WaitLeftOut | Entered) and event.id not in history.out
        }
        self._found = {id(found.finding): found for found in history.state.found}
        self.tests = tuple(self._test(one) for one in case.findings if isinstance(one, Answered))
        self.repairs = tuple(self._repair(one) for one in case.findings if isinstance(one, Repaired))
        self.left_out = tuple(self._left_out(one) for one in case.findings if isinstance(one, LeftOut))

    def _test(self, answered: Answered) -> SheetFound:
        if answered in self._case.strange:
            return self._strange(answered)
        test = self._case.model.test(answered.test)
        event = None if id(answered) in self._found else self._done.get(test.item)
        holds = self._case.answers.get(test.id) is answered
        remarks = ("" if holds else _(_NO_LONGER), "" if answered.failing else _(_NOT_FAILING))
        return SheetFound(
            what=test.ask,
            found=test.answers[answered.answer],
            value=self._value(event),
            said=self._said(answered, event),
            remark=", ".join(filter(None, remarks)),
            holds=holds,
        )

    def _repair(self, repaired: Repaired) -> SheetFound:
        if repaired in self._case.strange:
            return self._strange(repaired)
        text = self._case.model.repair(repaired.repair).text
        return SheetFound(text, OUTCOME_WORDS[repaired.outcome].told, said=self._said(repaired))

    def _left_out(self, finding: LeftOut) -> SheetFound:
        words = move_words(self._case.model, finding.move, self._items)
        return SheetFound(words, said=self._said(finding))

    def _strange(self, finding: AnyFinding) -> SheetFound:
        """Return, as it was told then, what was found with a test or a repair that the model has no more."""
        found = self._found[id(finding)]
        return SheetFound(one_line(found.words), said=self._said(finding), remark=_(_NOT_KNOWN), holds=False)

    def _value(self, event: Event | None) -> str:
        """Return the reading that was typed, and what is left once another was taken off."""
        if event is None or not isinstance(event.act, Entered):
            return ""
        measured = result(self._checklist.line(event.act.item), "")
        return ", ".join(filter(None, (measured.value, measured.less)))

    def _said(self, finding: AnyFinding, event: Event | None = None) -> str:
        happened = self._found.get(id(finding)) or event
        return said(happened.at, happened.by, self._zone) if happened else ""


def told_rows(state: JobState, zone: tzinfo | None) -> tuple[SheetFound, ...]:
    """Return all that was found as it was told then, for when there is no model to read it with."""
    return tuple(SheetFound(one_line(found.words), said=said(found.at, found.by, zone)) for found in state.found)
