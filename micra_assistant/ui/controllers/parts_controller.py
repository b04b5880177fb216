"""What the part costs in this workshop: the guide's prices with the labour rate of the job."""

from decimal import Decimal

from PySide6.QtCore import QObject

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.options import PartsTable
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workbench import Workbench
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.settings import rate_key

_HEIGHT_FOR_PARTS = 690
_WIDTH_FOR_PARTS = 760
"""From this size of the window on, in pixels at scale 1, the parts are shown unless they were closed by hand."""


class PartsController(QObject):
    """Fills the parts panel for the guide that is shown; a rate that is typed there is the workshop's from then on."""

    def __init__(
        self,
        workbench: Workbench,
        body: Body,
        appearance: Appearance,
        actions: Actions,
        settings: WindowSettings,
        workshop: WorkshopSettings,
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._appearance = appearance
        self._action = actions[Action.PARTS]
        self._settings = settings
        self._workshop = workshop
        self._shown_rate = Decimal(0)
        self._shown_ways: PartsTable | None = None
        self._action.triggered.connect(self._on_wanted)
        body.parts.rate_changed.connect(self._on_rate)

    def show(self) -> None:
        """Show the options of the guide that is shown, if it has any."""
        open_job = self._workbench.shown
        if open_job and (ways := open_job.ways):
            self._shown_ways = ways
            self._shown_rate, numbers = open_job.rate_per_hour, open_job.workshop().numbers
            look = self._appearance.look
            self._body.parts.show_parts(ways, open_job.guide.sources, self._shown_rate, look, numbers)
            self._body.parts.show_chosen(open_job.state.option)

    def refresh(self) -> None:
        """Show the prices anew if the rate is another one, as the job was closed or reopened, or quotes are."""
        open_job = self._workbench.shown
        if open_job and open_job.parts and self._is_other(open_job):
            self.show()

    def _is_other(self, open_job: OpenJob) -> bool:
        return open_job.rate_per_hour != self._shown_rate or open_job.ways != self._shown_ways

    def fit(self) -> None:
        """Show the panel if there is room for it and it was not closed by hand, or if it was opened by hand."""
        window, look = self._body.window(), self._appearance.look
        has_room = window.height() >= look.size(_HEIGHT_FOR_PARTS) and window.width() >= look.size(_WIDTH_FOR_PARTS)
        by_hand, open_job = self._settings.parts_shown, self._workbench.shown
        shown = has_room if by_hand is None else by_hand
        self._body.parts.setVisible(shown and open_job is not None and open_job.parts is not None)
        self._body.parts.fit()
        self._action.setChecked(shown)

    def _on_wanted(self, shown: bool) -> None:
        self._settings.parts_shown = shown
        self.fit()

    def _on_rate(self, rate: Decimal) -> None:
        open_job = self._workbench.shown
        if open_job and open_job.parts:
            is_kept = self._workshop.change({rate_key(open_job.parts.currency): rate})
            self.show()
            if is_kept and open_job.rate_per_hour != rate:
                words = _("This job keeps the rate that it was closed with; the new one holds for the others.")
                self._body.messages.say(words)
