"""Shows what a search finds; what searches is made when it is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from micra_assistant.guide.library import Library
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.search.hits import Hit
    from micra_assistant.ui.search.live_search import LiveSearch


class SearchController(Controller):
    """Lets all guides be searched, and opens hits."""

    def __init__(self, common: Common, library: Library, index_file: Path) -> None:
        super().__init__(common)
        self._library = library
        self._index_file = index_file
        self.live: LiveSearch | None = None
        self._body.header.search.entered.connect(self._begin)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.SEARCH: self._body.header.search.take_focus}

    def search_for(self, words: str) -> None:
        """Search all guides for words."""
        self._body.header.search.take_focus()
        self._body.header.search.insert(words)

    def place(self) -> None:
        """Put the results where they belong once the window has another size."""
        if self.live:
            self.live.place()

    def close(self) -> None:
        """Let go of the index."""
        if self.live:
            self.live.close()

    def _begin(self) -> None:
        if self.live is None:
            from micra_assistant.ui.search.live_search import LiveSearch  # noqa: PLC0415 - loaded when it is first wanted

            field, here = self._body.header.search, lambda: self._workbench.guide_id
            self.live = LiveSearch(field, self._library, self._index_file, here, lambda: self._appearance.look)
            self.live.hit_wanted.connect(self._on_hit)
            self.live.done.connect(self._body.return_focus)
            self.live.begin()

    def _on_hit(self, hit: "Hit") -> None:
        """Show what was found, unless its guide has mistakes."""
        self._body.enter_typing()
        was_shown = self._workbench.guide_id == hit.guide
        self._workbench.show_guide(hit.guide)
        if self._workbench.guide_id != hit.guide:
            return
        self._body.show_job_view()
        self._show_place(hit, was_shown=was_shown)
        if hit.option and not self._actions[Action.PARTS].isChecked():
            self._actions[Action.PARTS].trigger()

    def _show_place(self, hit: "Hit", *, was_shown: bool) -> None:
        open_job = self._workbench.shown
        if open_job and open_job.guide.find_step(hit.step):
            if was_shown:
                self._workbench.jump(hit.step)
            self._workbench.show_line(hit.step, hit.item)
            self._body.step.mark(hit.words, self._appearance.look.theme)
        elif self._workbench.newer:
            words = _("What was found is new in the guide, and the job is shown with the text it was done with.")
            changes = self._actions[Action.CHANGES].trigger
            self._body.messages.offer(words, _("See what has changed"), changes)
