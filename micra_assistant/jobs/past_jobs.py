"""Looks into the jobs of the records without opening them in the window."""

from contextlib import suppress

from micra_assistant.errors import MicraError
from micra_assistant.jobs.car_page import PastJob
from micra_assistant.jobs.history import History
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store


class PastJobs:
    """Looks into jobs, each with the text of its guide that it was done with; a text is read once for all its jobs."""

    def __init__(self, store: Store, opener: JobOpener) -> None:
        self._store = store
        self._opener = opener
        self._opened: dict[tuple[str, str], OpenJob | None] = {}

    def look(self, row: JobRow) -> PastJob | None:
        """Return a job with its guide, if that can still be read; None if the job cannot be."""
        with suppress(MicraError):
            state = History(self._store.events(row.id)).state
            opened = self._opened_with(row, (state.guide, state.guide_fingerprint))
            return PastJob(row, state, opened.guide, dict(opened.option_names)) if opened else PastJob(row, state)
        return None

    def _opened_with(self, row: JobRow, text: tuple[str, str]) -> OpenJob | None:
        """Return a job that has this text of its guide open, the one of ``row`` if none was opened so far."""
        if text not in self._opened:
            self._opened[text] = None
            with suppress(MicraError):
                self._opened[text] = self._opener.open(self._opener.kept_job(row)).open_job
        return self._opened[text]
