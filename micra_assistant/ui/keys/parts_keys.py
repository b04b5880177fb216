"""What the three keys do in the parts table: from way to way, and where it stands in its step, into it and on."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.body import Body
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.words import _


class PartsKeys:
    """The parts table in front; ``back`` is the way from it to the lines of the step."""

    def __init__(self, body: Body, way_on: WayOn, back: Callable[[OpenJob], KeyAct]) -> None:
        self._body = body
        self._way_on = way_on
        self._back = back

    def to_table(self, open_job: OpenJob, *, unless_chosen: bool = False) -> KeyAct | None:
        """Return the way into the table that stands in the step, None if none does or a way is chosen already."""
        is_there = self._body.parts_place.is_in_step and self._body.parts.isVisible()
        if not is_there or (unless_chosen and open_job.state.option):
            return None
        return KeyAct(_("On"), _("the parts table"), self._body.parts.ways.setFocus)

    def three_keys(self, open_job: OpenJob) -> ThreeKeys:
        """Return what the keys do in the table: Space chooses, and then goes on."""
        keys = self._body.parts.three_keys
        back = keys.back if keys.back.act else self._back(open_job)
        on = keys.on if keys.on.act else self._way_on.on()
        return ThreeKeys(back, self._space(open_job, keys.space), on)

    def _space(self, open_job: OpenJob, choose: KeyAct) -> KeyAct:
        marked = self._body.parts.ways.marked
        if open_job.state.is_closed or choose.act is None:
            return choose
        if marked and marked.shown.id == open_job.state.option:
            return self._further(open_job)
        if not self._body.parts_place.is_in_step:
            return choose
        return replace(choose, act=partial(self._choose, choose.act))

    def _further(self, open_job: OpenJob) -> KeyAct:
        """Return the way on once a way is chosen: what was chosen is taken back by its button, or by Undo."""
        if self._body.parts_place.is_in_step:
            return self._way_on.on()
        return KeyAct(_("On"), open_job.step.title, self._body.step.setFocus)

    def _choose(self, choose: Callable[[], object]) -> None:
        choose()
        on = self._way_on.on()
        if on.act:
            self._body.step.setFocus()
            on.act()
