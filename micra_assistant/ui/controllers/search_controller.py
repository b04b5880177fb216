"""Shows what a search finds; the desk that searches is made when it is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from micra_assistant.guide.library import Library

if TYPE_CHECKING:
    from micra_assistant.search.hits import Hit
    from micra_assistant.ui.main_window import MainWindow
    from micra_assistant.ui.search.live_search import LiveSearch


class SearchController(QObject):
    """Shows hits in the window."""

    def __init__(self, window: "MainWindow", library: Library, index_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._index_file = index_file
        self.desk: LiveSearch | None = None
        window.body.header.search.entered.connect(self._begin)

    def place(self) -> None:
        """Put the results where they belong once the window has another size."""
        if self.desk:
            self.desk.place()

    def close(self) -> None:
        """Let go of the index."""
        if self.desk:
            self.desk.close()

    def _begin(self) -> None:
        if self.desk is None:
            from micra_assistant.ui.search.live_search import LiveSearch  # noqa: PLC0415 - loaded when it is first wanted

            window = self._window
            field = window.body.header.search
            self.desk = LiveSearch(field, self._library, self._index_file, window.guide_shown, lambda: window.look)
            self.desk.hit_wanted.connect(self._on_hit)
            self.desk.done.connect(window.body.step.setFocus)
            self.desk.begin()

    def _on_hit(self, hit: "Hit") -> None:
        """Show what was found, unless its guide has faults."""
        window = self._window
        window.body.step.setFocus()
        was_shown = window.guide_shown() == hit.guide
        window.opener.show_guide(hit.guide)
        open_job = window.open_job
        if open_job is None or hit.guide != open_job.guide.id:
            return
        window.body.show_job_view()
        if hit.step in {step.id for step in open_job.guide.steps}:
            if was_shown:
                window.work.jump(hit.step)
            window.show_line(hit.step, hit.item)
            window.body.step.mark(hit.words, window.look.theme)
        elif window.opener.newer:
            words = self.tr("What was found is new in the guide, and the job is shown with the text it was done with.")
            window.body.messages.offer(words, self.tr("See what has changed"), window.jobs.show_changes)
        if hit.option:
            window.show_parts(shown=True)
