"""What the part costs in this workshop: the guide's prices with the labour rate of the job, as open as its car is."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from micra_assistant.errors import GuideError, StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.own_failures import OwnFailures
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.when_idle import WhenIdle
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.values import rate_key

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar
    from micra_assistant.ui.parts.ways_shown import PartsFigures


class PartsController(Controller):
    """Fills the parts panel for the guide that is shown.

    A rate that is typed there is the workshop's from then on, and so are the years that a car is kept.
    """

    def __init__(self, common: Common, settings: WindowSettings, workshop: WorkshopSettings) -> None:
        super().__init__(common)
        self._action = self._actions[Action.PARTS]
        self._settings = settings
        self._workshop = workshop
        self._shown: PartsFigures | None = None
        self._taken: tuple[OpenJob, Guide, WaysOnCar] | None = None
        self._ahead = WhenIdle(self)
        self._body.job_in_sight.connect(self._ahead.wait)
        self._action.triggered.connect(self._on_wanted)
        self._body.parts.rate_changed.connect(self._on_rate)
        self._body.parts.years_chosen.connect(self._on_years)

    def show(self) -> None:
        """Show the options of the guide that is shown, if it has any; nothing while they are put away.

        Those that a step will show are made before it comes.
        """
        self._shown = None
        self._ahead.drop()
        if self._is_wanted:
            self._fill()
        else:
            self._make_ready()

    def _make_ready(self) -> None:
        if (open_job := self._workbench.shown) and open_job.guide.part_step:
            self._ahead.begin(self._made_ready(open_job))

    def _fill(self) -> None:
        open_job = self._workbench.shown
        if open_job and (ways := open_job.ways):
            self._shown = figures = self._figures(open_job, ways)
            self._body.parts.show_parts(figures, open_job.guide.sources, self._appearance.look)

    def _made_ready(self, open_job: OpenJob) -> Iterator[None]:
        """Do in pieces what the table needs when it comes into sight: nothing that it shows depends on that."""
        if not self._has_ways_of(open_job):
            yield from _models_kept(open_job)
        if (ways := open_job.ways) and (figures := self._figures(open_job, ways)) != self._shown:
            yield
            self._body.parts.work_out(figures, open_job.guide.sources)
            yield
            self._fill()
        yield
        yield from self._body.parts.dressed()

    def put_away(self) -> None:
        """Let go of what another look is about to be put on and is then shown anew."""
        self._shown = None
        self._ahead.drop()
        self._body.parts.put_away()

    def stand(self) -> None:
        """Let the table stand where the step that comes wants it: it is put there out of sight, so laid out once."""
        open_job, body = self._workbench.shown, self._body
        is_there = open_job is not None and open_job.parts is not None
        in_step = open_job is not None and is_there and open_job.step.id == open_job.guide.part_step
        if in_step != body.parts_place.is_in_step:
            body.parts_place.show(is_wanted=False)
            body.stand_parts_in_step(in_step)

    def come(self) -> None:
        """Let the table come into sight with its step or below it, once the step before is out of sight."""
        if self._is_wanted and not self._body.parts_place.is_shown:
            self.fit()

    def refresh(self) -> None:
        """Show which option is chosen, and the prices anew if quotes, rates or the work that is left have changed.

        While they are out of sight, that is made ready for when they come.
        """
        open_job = self._workbench.shown
        if not self._is_wanted:
            self._make_ready()
        if open_job and self._is_wanted and (ways := open_job.ways):
            if self._figures(open_job, ways) != self._shown:
                self.show()
            state = open_job.state
            self._body.parts.show_chosen(state.option)
            self._body.parts.show_waiting(state.waits_for)
            self._body.parts.show_in_basket(len(state.basket))
            self._body.parts.let_quote(able=open_job.job is not None and not state.is_closed)

    @property
    def figures(self) -> "PartsFigures | None":
        """The comparison as it is shown, None if none was."""
        return self._shown

    def fit(self) -> None:
        """Show the panel if it was opened by hand, or stands in the step."""
        self.refresh()
        self._body.parts_place.show(is_wanted=self._is_wanted)
        self._action.setChecked(bool(self._settings.parts_shown))

    @property
    def _is_wanted(self) -> bool:
        open_job, body = self._workbench.shown, self._body
        is_there = open_job is not None and open_job.parts is not None
        return is_there and (bool(self._settings.parts_shown) or body.parts_place.is_in_step)

    def _figures(self, open_job: OpenJob, table: PartsTable) -> "PartsFigures":
        """Return what the ways cost; the models of faults are read for that."""
        from micra_assistant.ui.parts.ways_shown import PartsFigures  # noqa: PLC0415 - loaded with the panel

        here, rate, own = open_job.workshop(), open_job.rate_per_hour, self._own_failures(open_job)
        return PartsFigures(
            table=table,
            ways=self._ways_of(open_job).compared(table, rate, open_job.state, own, here.exchange),
            rate_per_hour=rate,
            years=here.kept_years,
            this_year=date.today().year,  # noqa: DTZ011 - the calendar on the wall
            numbers=here.numbers,
            checks=_checks(open_job, table),
        )

    def _own_failures(self, open_job: OpenJob) -> Mapping[str, OwnFailures]:
        try:
            return open_job.own_failures
        except StoreError as error:
            self._workbench.failed.emit(str(error))
            return {}

    def _ways_of(self, open_job: OpenJob) -> "WaysOnCar":
        from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar  # noqa: PLC0415 - see above

        if self._taken is None or not self._has_ways_of(open_job):
            self._taken = open_job, open_job.guide, WaysOnCar(open_job.guide, open_job.parts)
        return self._taken[2]

    def _has_ways_of(self, open_job: OpenJob) -> bool:
        """Whether the models of the guide are read already, as after each act but the first."""
        taken = self._taken
        return taken is not None and taken[0] is open_job and taken[1] is open_job.guide

    def show_wait(self) -> None:
        """Show the part that the job waits for; Space then says that it is there."""
        self._on_wanted(shown=True)

    def _on_wanted(self, shown: bool) -> None:
        if self._body.aside or self._body.parts_place.is_folded:
            self._body.show_job_view()
            shown = True
        self._settings.parts_shown = shown
        self.fit()
        if shown and self._body.parts.isVisible():
            self._body.parts.take_keys()
        else:
            self._body.step.setFocus()
        announce(self._body.parts, _("The parts are shown below the step.") if shown else _("The parts are put away."))
        if shown and (open_job := self._workbench.shown) and not open_job.parts:
            words = _("This guide has no parts to compare. What is to be bought can be put into the basket.")
            self._body.messages.offer(words, _("Basket"), self._actions[Action.BASKET].trigger)

    def _on_years(self, years: int) -> None:
        self._workshop.change({"kept_years": years})
        self.show()

    def _on_rate(self, rate: Decimal) -> None:
        open_job = self._workbench.shown
        if open_job and open_job.parts:
            is_kept = self._workshop.change({rate_key(open_job.parts.currency): rate})
            self.show()
            if is_kept and open_job.rate_per_hour != rate:
                words = _("This job keeps the rate that it was closed with; the new one holds for the others.")
                self._body.messages.say(words)


def _models_kept(open_job: OpenJob) -> Iterator[None]:
    """Read the model of each complaint of a guide once: then it is kept in a form that is read in less time."""
    from micra_assistant.diagnosis.modelfile import model_for  # noqa: PLC0415 - not before the first paint

    for complaint in open_job.guide.complaints:
        with suppress(GuideError):
            model_for(open_job.guide, complaint, open_job.parts)
        yield


def _checks(open_job: OpenJob, table: PartsTable) -> dict[str, str]:
    """Return by quote how its part number agrees with the one on the old part."""
    if not open_job.state.quotes:
        return {}
    from micra_assistant.jobs.quoting import number_checks  # noqa: PLC0415 - most jobs have no quotes

    return number_checks(table, open_job.state)
