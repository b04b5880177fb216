"""What the part costs in this workshop: the guide's prices with the labour rate kept in the settings."""

from decimal import Decimal

from PySide6.QtCore import QObject

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.settings import Settings
from micra_assistant.ui.workbench import Workbench

_HEIGHT_FOR_PARTS = 690
_WIDTH_FOR_PARTS = 760
"""From this size of the window on, in pixels at scale 1, the parts are shown unless they were closed by hand."""


class PartsController(QObject):
    """Fills the parts panel for the guide that is shown, and keeps the rate that is typed there."""

    def __init__(
        self, workbench: Workbench, body: Body, appearance: Appearance, actions: Actions, settings: Settings
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._appearance = appearance
        self._action = actions[Action.PARTS]
        self._settings = settings
        self._action.triggered.connect(self._on_wanted)
        body.parts.rate_changed.connect(self._on_rate)

    def show(self) -> None:
        """Show the options of the guide that is shown, if it has any."""
        open_job = self._workbench.open_job
        if open_job and open_job.parts:
            rate, look, numbers = self.rate_per_hour(open_job), self._appearance.look, self._settings.numbers
            self._body.parts.show_parts(open_job.parts, open_job.guide.sources, rate, look, numbers)
            self._body.parts.show_chosen(open_job.state.option)

    def fit(self) -> None:
        """Show the panel if there is room for it and it was not closed by hand, or if it was opened by hand."""
        window, look = self._body.window(), self._appearance.look
        has_room = window.height() >= look.size(_HEIGHT_FOR_PARTS) and window.width() >= look.size(_WIDTH_FOR_PARTS)
        by_hand, open_job = self._settings.parts_shown, self._workbench.open_job
        shown = has_room if by_hand is None else by_hand
        self._body.parts.setVisible(shown and open_job is not None and open_job.parts is not None)
        self._action.setChecked(shown)

    def rate_per_hour(self, open_job: OpenJob) -> Decimal:
        """Return the labour rate: the workshop's own, or the author's; 0 if the guide needs no part."""
        if open_job.parts is None:
            return Decimal(0)
        own = self._settings.rate_per_hour(open_job.parts.currency)
        return open_job.parts.rate_per_hour if own is None else own

    def _on_wanted(self, shown: bool) -> None:
        self._settings.parts_shown = shown
        self.fit()

    def _on_rate(self, rate: Decimal) -> None:
        open_job = self._workbench.open_job
        if open_job and open_job.parts:
            self._settings.set_rate_per_hour(open_job.parts.currency, rate)
            self.show()
