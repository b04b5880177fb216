"""What the part costs in this workshop: the guide's prices with the labour rate of the job."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.controllers.workshop_controller import WorkshopController
from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.style.look import Look
from micra_assistant.workshop.settings import rate_key


class PartsController(QObject):
    """Fills the parts panel for the guide that is shown; the rate that is typed there is the workshop's from then on.

    What the person should know besides is said by ``say``.
    """

    def __init__(self, panel: PartsPanel, workshop: WorkshopController, say: Callable[[str], object]) -> None:
        super().__init__(panel)
        self._panel = panel
        self._workshop = workshop
        self._say = say
        self._shown: tuple[OpenJob, Look] | None = None
        self._rate = Decimal(0)
        panel.rate_changed.connect(self._on_rate)

    def show_open_job(self, open_job: OpenJob, look: Look) -> None:
        """Show the options of the guide that is shown, if its guide has any."""
        self._shown, self._rate = (open_job, look), open_job.rate_per_hour
        if open_job.parts:
            numbers = open_job.workshop().numbers
            self._panel.show_parts(open_job.parts, open_job.guide.sources, self._rate, look, numbers)
            self._panel.show_chosen(open_job.state.option)

    def refresh(self) -> None:
        """Show the prices anew if the rate is another one: the job was closed or reopened."""
        if self._shown and self._shown[0].rate_per_hour != self._rate:
            self.show_open_job(*self._shown)

    def _on_rate(self, rate: Decimal) -> None:
        if self._shown and (parts := self._shown[0].parts):
            changed = self._workshop.change({rate_key(parts.currency): rate})
            self.show_open_job(*self._shown)
            if changed and self._rate != rate:
                self._say(self.tr("This job keeps the rate that it was closed with; the new one holds for the others."))
