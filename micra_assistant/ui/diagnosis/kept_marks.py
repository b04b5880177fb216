"""What is marked as known and not yet told: it outlives the card and the program, as what is half typed does."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from micra_assistant.diagnosis.findings import Answered
from micra_assistant.ui.diagnosis.answer_taker import AnswerTaker
from micra_assistant.ui.drafts import Drafts

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
    from micra_assistant.jobs.faultfinding.intake import Known
    from micra_assistant.ui.diagnosis.intake_card import IntakeCard


class KeptMarks:
    """Keeps what is marked in a search, until ``answering`` has taken it."""

    def __init__(self, drafts: Drafts, answering: AnswerTaker) -> None:
        self._drafts = drafts
        self._answering = answering

    def are_there(self, search: "FaultSearch") -> bool:
        """Whether something was marked in a search and not yet told."""
        return bool(self._drafts.words(*_place(search)))

    def follow(self, card: "IntakeCard", search: "FaultSearch") -> None:
        """Mark again on a card what was marked, and keep what is marked from now on."""
        lines = self._drafts.words(*_place(search)).splitlines()
        card.mark(known for known in card.known if _line(known) in lines)
        card.marks_changed.connect(lambda: self._keep(search, card.marked))
        card.told.connect(lambda _known: self._on_told(search))

    def _on_told(self, search: "FaultSearch") -> None:
        if not self._answering.is_telling:
            self._keep(search, ())

    def _keep(self, search: "FaultSearch", marked: "Iterable[Known]") -> None:
        self._drafts.put(*_place(search), "\n".join(map(_line, marked)))


def _place(search: "FaultSearch") -> tuple[str, str]:
    """Return the job and the place where the marks of a search are kept."""
    job = search.open_job.job
    return job.id if job else "", f"known {search.complaint.faults}"


def _line(known: "Known") -> str:
    finding = known.finding
    return f"{finding.test} {finding.answer}" if isinstance(finding, Answered) else finding.repair
