"""What the part costs in this workshop: the guide's prices with the labour rate kept in the settings."""

from decimal import Decimal

from PySide6.QtCore import QObject

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.settings import Settings
from micra_assistant.ui.style.look import Look


class PartsController(QObject):
    """Fills the parts panel for the guide that is shown, and keeps the rate that is typed there."""

    def __init__(self, panel: PartsPanel, settings: Settings) -> None:
        super().__init__(panel)
        self._panel = panel
        self._settings = settings
        self._shown: tuple[OpenJob, Look] | None = None
        panel.rate_changed.connect(self._on_rate)

    def show_open_job(self, open_job: OpenJob, look: Look) -> None:
        """Show the options of the guide that is shown, if its guide has any."""
        self._shown = open_job, look
        if open_job.parts:
            numbers = self._settings.numbers
            self._panel.show_parts(open_job.parts, open_job.guide.sources, self.rate_per_hour(open_job), look, numbers)
            self._panel.show_chosen(open_job.state.option)

    def rate_per_hour(self, open_job: OpenJob) -> Decimal:
        """Return the labour rate: the workshop's own, or the author's; 0 if the guide needs no part."""
        if open_job.parts is None:
            return Decimal(0)
        own = self._settings.rate_per_hour(open_job.parts.currency)
        return open_job.parts.rate_per_hour if own is None else own

    def _on_rate(self, rate: Decimal) -> None:
        if self._shown and (parts := self._shown[0].parts):
            self._settings.set_rate_per_hour(parts.currency, rate)
            self.show_open_job(*self._shown)
