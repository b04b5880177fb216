"""Reads the guide that is shown anew while somebody writes at it."""

from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import GuideError, MicraError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.guide_watch import GuideWatch
from micra_assistant.ui.workbench import Workbench


class GuideRereader(QObject):
    """Watches the guide that is open, or was refused, and lets the job go on with what its author has written.

    Signals:
        rewriting: the guide is about to become what its author has just written; carries that Guide.
        rewritten: the guide was read anew; carries the OpenJob.
        refused: what was written has mistakes; carries the id of the guide and the GuideError.
        failed: something else went wrong; carries the words.
    """

    rewriting = Signal(object)
    rewritten = Signal(object)
    refused = Signal(str, object)
    failed = Signal(str)

    def __init__(self, workbench: Workbench, opener: JobOpener, library: Library) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._opener = opener
        self._library = library
        self._watch = GuideWatch(self)
        self._watch.changed.connect(self._on_written)
        workbench.opened.connect(self._on_opened)
        workbench.refused.connect(self._on_refused)

    def _on_opened(self, open_job: OpenJob) -> None:
        self._watch.watch(self._opener.folder(open_job))

    def _on_refused(self, guide: str) -> None:
        self._watch.watch(self._library.folder(guide))

    def _on_written(self) -> None:
        """Open a guide that was refused once it is sound, and read the open one anew; the job goes on."""
        if self._workbench.is_refused:
            self._workbench.try_again()
        elif open_job := self._workbench.shown:
            self._read_anew(open_job)

    def _read_anew(self, open_job: OpenJob) -> None:
        try:
            guide = self._opener.guide_as_written(open_job)
            self.rewriting.emit(guide)
            self._workbench.take_rewritten(open_job, guide)
        except GuideError as error:
            self.refused.emit(open_job.guide.id, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self.rewritten.emit(open_job)
