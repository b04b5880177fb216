"""What the three keys do in the put-back list."""

from collections.abc import Callable
from functools import partial

from micra_assistant.guide.model import Count
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.line_words import line_value, line_verdict
from micra_assistant.jobs.put_back import PutBack
from micra_assistant.ui.history.put_back_list import PutBackList
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class PutBackKeys:
    """PageUp and PageDown mark a thing, Space puts it back; ``way_on`` is the way on once everything is back.

    Where nothing was taken apart, Space goes ``back`` to the job.
    """

    def __init__(self, rows: PutBackList, way_on: Callable[[], KeyAct], back: Callable[[], object]) -> None:
        self._rows = rows
        self._back = back
        self._way_on = way_on
        self._judged: Line | None = None

    def show_judged(self, line: Line) -> None:
        """Take how a value is judged that is being typed."""
        self._judged = line

    @property
    def three_keys(self) -> ThreeKeys:
        """What they do now."""
        return ThreeKeys(self._to(-1), self._space(), self._to(1))

    def _to(self, direction: int) -> KeyAct:
        words = _("On") if direction > 0 else _("Back")
        thing = self._rows.neighbour(direction)
        if thing:
            return KeyAct(words, thing.words, partial(self._rows.mark_next, direction))
        return KeyAct(words, _("This is the last thing.") if direction > 0 else _("This is the first thing."))

    def _space(self) -> KeyAct:
        marked = self._rows.marked
        if marked is None:
            return self._way_on() if self._rows.has_things else KeyAct(_("Back to the job"), act=self._back)
        thing, row = marked
        field = row.field if row.field and row.field is self._rows.window().focusWidget() else None
        return self._in_field(thing, row, field) if field else _act_on(thing, row)

    def _in_field(self, thing: PutBack, row: PutBackRow, field: TypedField) -> KeyAct:
        judged, typed = self._judged, field.text().strip()
        if not typed:
            return KeyAct(_("Type how many go back"), thing.words)
        if not field.isModified() or judged is None or judged.item.id != row.item.id:
            return KeyAct(_("Go on"), thing.words, self._rows.setFocus)
        if judged.message:
            return KeyAct(_("Not a value yet"), judged.message)
        return KeyAct(_kept_words(judged), thing.words, partial(self._keep, field))

    def _keep(self, field: TypedField) -> None:
        field.finish()
        self._rows.setFocus()


def _act_on(thing: PutBack, row: PutBackRow) -> KeyAct:
    """Return what Space does on a thing: put it back, count it, or lead to what comes first."""
    line = thing.closer
    if line and line.held_by and not line.done:
        return KeyAct(_("To what comes first"), held_message(line), row.act)
    if row.field:
        return KeyAct(_("Count again") if thing.done or thing.back else _("Count"), thing.words, row.act)
    if line and line.done:
        return KeyAct(_("Take the tick back"), thing.words, row.act)
    return KeyAct(_("Confirm") if line and line.item.needs_second_act else _("It is back"), thing.words, row.act)


def _kept_words(judged: Line) -> str:
    value, verdict = line_value(judged), line_verdict(judged)
    if isinstance(judged.item, Count) and judged.is_wrong:
        return _("Keep {value}: the line stays open").format(value=value)
    return (_("Keep {value}: {verdict}") if verdict else _("Keep {value}")).format(value=value, verdict=verdict)
