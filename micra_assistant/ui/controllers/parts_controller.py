"""What the part costs in this workshop: the guide's prices with the labour rate of the job, as open as its car is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.comparison import Minutes
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workbench import Workbench
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.settings import rate_key

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.fitting_minutes import FittingMinutes

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
        self._shown: tuple[Decimal, Mapping[str, Minutes]] | None = None
        self._taken: tuple[OpenJob, Guide, FittingMinutes] | None = None
        self._action.triggered.connect(self._on_wanted)
        body.parts.rate_changed.connect(self._on_rate)

    def show(self) -> None:
        """Show the options of the guide that is shown, if it has any."""
        open_job = self._workbench.shown
        if open_job and open_job.parts:
            self._shown = rate, minutes = self._figures(open_job)
            look, numbers = self._appearance.look, open_job.workshop().numbers
            self._body.parts.show_parts(open_job.parts, open_job.guide.sources, rate, look, numbers, minutes)

    def refresh(self) -> None:
        """Show which option is chosen, and the prices anew if the rate or the work that is left has changed."""
        open_job = self._workbench.shown
        if open_job and open_job.parts:
            if self._figures(open_job) != self._shown:
                self.show()
            self._body.parts.show_chosen(open_job.state.option)

    def fit(self) -> None:
        """Show the panel if there is room for it and it was not closed by hand, or if it was opened by hand."""
        window, look = self._body.window(), self._appearance.look
        has_room = window.height() >= look.size(_HEIGHT_FOR_PARTS) and window.width() >= look.size(_WIDTH_FOR_PARTS)
        by_hand, open_job = self._settings.parts_shown, self._workbench.shown
        shown = has_room if by_hand is None else by_hand
        self._body.parts.setVisible(shown and open_job is not None and open_job.parts is not None)
        self._body.parts.fit()
        self._action.setChecked(shown)
        self.refresh()

    def _figures(self, open_job: OpenJob) -> tuple[Decimal, Mapping[str, Minutes]]:
        """Return the labour rate, and how long each option takes on the car as it stands; nothing while it is hidden.

        The models of faults are read for it: not at a start that shows no parts.
        """
        if self._body.parts.isHidden():
            return open_job.rate_per_hour, {}
        return open_job.rate_per_hour, self._minutes_of(open_job).on(open_job.state)

    def _minutes_of(self, open_job: OpenJob) -> "FittingMinutes":
        from micra_assistant.jobs.faultfinding.fitting_minutes import FittingMinutes  # noqa: PLC0415 - see above

        if self._taken is None or self._taken[0] is not open_job or self._taken[1] is not open_job.guide:
            self._taken = open_job, open_job.guide, FittingMinutes(open_job.guide, open_job.parts)
        return self._taken[2]

    def _on_wanted(self, shown: bool) -> None:
        self._settings.parts_shown = shown
        self.fit()
        if shown and (open_job := self._workbench.shown) and not open_job.parts:
            self._body.messages.say(_("This guide has no parts to compare."))

    def _on_rate(self, rate: Decimal) -> None:
        open_job = self._workbench.shown
        if open_job and open_job.parts:
            is_kept = self._workshop.change({rate_key(open_job.parts.currency): rate})
            self.show()
            if is_kept and open_job.rate_per_hour != rate:
                words = _("This job keeps the rate that it was closed with; the new one holds for the others.")
                self._body.messages.say(words)
