"""What there is to say of a guide: its mistakes, that its author has written at it, that a job has an older text."""

from PySide6.QtWidgets import QWidget

from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.library import Library
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.words import _

_MOST_SAID = 3
"""Mistakes in a message; the command check says them all."""


class GuideController(Controller):
    """Says what is wrong with guides."""

    def __init__(self, common: Common, library: Library) -> None:
        super().__init__(common)
        self._library = library
        self._troubles: set[str] = set()
        self._mistakes: QWidget | None = None

    def say_trouble(self, job: OpenJob) -> None:
        """Say, once, why a guide is in English although it is translated."""
        trouble = job.guide.trouble
        if trouble and trouble not in self._troubles:
            self._troubles.add(trouble)
            words = _("The translation of this guide cannot be read, so it is shown in English. {why}")
            self._body.messages.say_problem(words.format(why=trouble))

    def show_mistakes(self, guide: str, error: GuideError) -> None:
        """Show every mistake of a guide, pages and parts alike, as the command check does."""
        from micra_assistant.ui.frame.mistakes_view import MistakesView  # noqa: PLC0415 - loaded when it is wanted

        view = MistakesView()
        view.back_wanted.connect(self._workbench.back_to_job)
        can_go_back = self._workbench.shown is not None and self._workbench.has_job
        every = GuideError((*error.mistakes, *self._checked(guide)))
        view.show_mistakes(guide, every, can_go_back=can_go_back)
        self._body.show_aside(view)
        self._mistakes = view

    def leave_mistakes(self) -> None:
        """Show the job again if the mistakes of its guide are shown: they are mended."""
        if self._mistakes and self._mistakes is self._body.aside:
            self._body.show_job_view()

    def say_rewritten(self, job: OpenJob) -> None:
        """Say that a guide is shown as its author has just written it, and what check has against it."""
        mistakes = self._checked(job.guide.id)[:_MOST_SAID]
        self._body.messages.say("\n".join([_("The guide was read anew."), *map(str, mistakes)]))

    def _checked(self, guide: str) -> list[Mistake]:
        from micra_assistant.check import guide_mistakes  # noqa: PLC0415 - Python-Markdown takes time to load

        return guide_mistakes(self._library.folder(guide))

    def say_kept_text(self, words: str) -> None:
        """Say that a job is shown with its own text, and what is wrong with the guide as it is now."""
        now = _("The job is shown with the guide as it was then. Now: {mistakes}")
        self._body.messages.say_problem(now.format(mistakes=words))

    def say_lost_text(self, why: str) -> None:
        """Say that the text a job was done with is gone."""
        words = _("The guide as it was then cannot be read any more; the job is shown with it as it is now. {why}")
        self._body.messages.say_problem(words.format(why=why))
