"""The basket of the open job: filled, emptied, ticked."""

from micra_assistant.jobs.records.store import Store
from micra_assistant.parts.basket_things import BasketThing
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.parts.basket_view import BasketView
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _


class BasketController(Controller):
    """Shows the basket; what is put in, taken out or ticked is an act of the job, and undo takes it back."""

    def __init__(self, common: Common, store: Store) -> None:
        super().__init__(common)
        self._store = store
        self._look: Look | None = None
        self._body.parts.basket_wanted.connect(self.show)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.BASKET: self.show}

    def show(self) -> None:
        """Show the basket of the open job."""
        self._body.enter_typing()
        if self._workbench.has_job:
            self._look = self._appearance.look.compact
            view = BasketView(self._look)
            view.toggled.connect(self._on_toggled)
            view.out_wanted.connect(self._on_out)
            view.pieces_wanted.connect(self._on_pieces)
            view.wanted.connect(self._on_wanted)
            view.back_wanted.connect(self._actions[Action.SHOW_JOB].trigger)
            self._fill(view)
            self._body.show_aside(view)
        else:
            self._body.messages.say(_("Begin a job first: the basket belongs to a job."))

    def refresh(self) -> None:
        """Show the basket as it is now, if it is in sight."""
        view = self._body.aside
        if not isinstance(view, BasketView):
            return
        if self._look != self._appearance.look.compact:
            self.show()
        else:
            self._fill(view)

    def _fill(self, view: BasketView) -> None:
        self._workbench.tried(lambda: self._fill_with(view))

    def _fill_with(self, view: BasketView) -> None:
        from micra_assistant.jobs.basket import offers  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.jobs.broken_here import broken_here  # noqa: PLC0415 - likewise

        if job := self._workbench.shown:
            lines = job.parts.spares if job.parts else ()
            broken = broken_here(self._store, job.guide, lines, job.job.id if job.job else "")
            view.show_basket(job.state.basket, offers(job, broken))

    def _on_wanted(self, thing: BasketThing) -> None:
        from micra_assistant.jobs.basket import put_in  # noqa: PLC0415 - loaded when it is wanted

        self._workbench.attempt(lambda job: put_in(job, thing))

    def _on_out(self, thing_id: str) -> None:
        from micra_assistant.jobs.basket import take_out  # noqa: PLC0415 - loaded when it is wanted

        self._workbench.attempt(lambda job: take_out(job, thing_id))

    def _on_pieces(self, thing_id: str, pieces: int) -> None:
        from micra_assistant.jobs.basket import change_pieces  # noqa: PLC0415 - loaded when it is wanted

        self._workbench.attempt(lambda job: change_pieces(job, thing_id, pieces))

    def _on_toggled(self, thing_id: str) -> None:
        from micra_assistant.jobs.basket import toggle_bought  # noqa: PLC0415 - loaded when it is wanted

        self._workbench.attempt(lambda job: toggle_bought(job, thing_id))
