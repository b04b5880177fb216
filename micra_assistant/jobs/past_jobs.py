"""Looks into the jobs of the records without opening them in the window."""

from micra_assistant.errors import MicraError
from micra_assistant.jobs.car_page import PastJob
from micra_assistant.jobs.history import History
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import JobState


class PastJobs:
    """Looks into jobs, each with the text of its guide that it was done with; a text is read once for all its jobs."""

    def __init__(self, store: Store, opener: JobOpener) -> None:
        self._store = store
        self._opener = opener
        self._opened: dict[tuple[str, str], OpenJob | str] = {}

    def look(self, row: JobRow) -> PastJob:
        """Return a job with its guide; as far as one of them cannot be read, with the reason."""
        try:
            state = History(self._store.events(row.id)).state
        except MicraError as error:
            return PastJob(row, JobState(), trouble=str(error))
        opened = self._opened_with(row, (state.guide, state.guide_fingerprint))
        if isinstance(opened, str):
            return PastJob(row, state, trouble=opened)
        return PastJob(row, state, opened.guide, dict(opened.option_names))

    def _opened_with(self, row: JobRow, text: tuple[str, str]) -> OpenJob | str:
        """Return a job with this text of its guide, that of ``row`` if none was opened so far; or why there is none."""
        if text not in self._opened:
            try:
                self._opened[text] = self._opener.open(self._opener.kept_job(row)).open_job
            except MicraError as error:
                self._opened[text] = str(error)
        return self._opened[text]
