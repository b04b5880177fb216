"""Works out the route of the open job when that has changed, and what is asked about its fault."""

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.case_of_job import complaint_of
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route import Route, route_of
from micra_assistant.jobs.state import JobState
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
    from micra_assistant.jobs.faultfinding.inquiry import Inquiry


class RouteReading(NamedTuple):
    """A route, and the inquiry that leads it, None if none does."""

    route: Route
    inquiry: "Inquiry | None"


class _Read(NamedTuple):
    """What a route was read from."""

    open_job: OpenJob
    guide: Guide
    workshop: Workshop
    state: JobState

    def is_same(self, other: "_Read") -> bool:
        """Whether that is the same; of job and guide, the same object."""
        is_same_text = self.open_job is other.open_job and self.guide is other.guide
        return is_same_text and (self.workshop, self.state) == (other.workshop, other.state)


class RouteReader:
    """The one reader of the route, for all that show it or go along it.

    It is read anew only if more than the step that is shown is another one: that changes no route. What an hour of work
    costs in the workshop, and a currency, may.
    """

    def __init__(self) -> None:
        self._search: FaultSearch | None = None
        self._known: _Read | None = None
        self._reading: RouteReading | None = None

    def read(self, open_job: OpenJob) -> RouteReading:
        """Return the route of a job as it is now."""
        state = replace(open_job.state, step="", turn=0)
        wanted = _Read(open_job, open_job.guide, open_job.workshop(), state)
        if self._reading and self._known and self._known.is_same(wanted):
            return self._reading
        inquiry = self._inquiry(open_job)
        self._known = wanted
        self._reading = RouteReading(route_of(open_job, inquiry), inquiry)
        return self._reading

    def _inquiry(self, open_job: OpenJob) -> "Inquiry | None":
        """Return what is asked about the fault of a job, None if nothing is, or its model cannot be used."""
        complaint = complaint_of(open_job.guide, open_job.state)
        if open_job.job is None or complaint is None or not complaint.faults:
            return None
        search = self._search_for(open_job, complaint)
        try:
            return search.inquiry() if search else None
        except MicraError:
            return None

    def _search_for(self, open_job: OpenJob, complaint: Complaint) -> "FaultSearch | None":
        """Return the search for a complaint, made anew only for another job, guide or complaint."""
        from micra_assistant.jobs.faultfinding.fault_search import search_on  # noqa: PLC0415 - few starts need it

        sought = open_job, open_job.guide, complaint
        if self._search is None or (self._search.open_job, self._search.guide, self._search.complaint) != sought:
            self._search = search_on(open_job)
        return self._search
