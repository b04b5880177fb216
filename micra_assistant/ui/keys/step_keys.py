"""What the three keys do in the step being read: from line to line, and on along the route."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton

from micra_assistant.guide.model import Tick, Written, plain
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.body import Body
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.line_keys import act_on_line, keep_typed
from micra_assistant.ui.frame.key_presser import to_button
from micra_assistant.ui.keys.parts_keys import PartsKeys
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight, is_in_sight
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.ui.workbench import Place, Workbench
from micra_assistant.words import _


class StepKeys:
    """The step in front; ``act`` ticks a line, goes into its field, or to what holds it."""

    def __init__(self, workbench: Workbench, body: Body, way_on: WayOn, act: Callable[[str], object]) -> None:
        self._workbench = workbench
        self._body = body
        self._way_on = way_on
        self._act = act
        self._parts_keys = PartsKeys(body, way_on, self._to_last_line)
        self._is_back = False
        """Whether the mark was moved back last: then Space on a line that is done takes that back, else it goes on."""

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do in the step now."""
        open_job = self._workbench.shown
        if open_job is None:
            return self._nothing()
        if button := self._marked_choice():
            return self._in_question(open_job, button)
        if self._body.parts.ways.hasFocus():
            return self._parts_keys.three_keys(open_job)
        row = self._typing_row()
        here = row.item.id if row else open_job.current_item
        if row and row.signs and row.field:
            row.signs.show_mark(open_job.workshop().numbers.mark)
        space, on = self._space(open_job, row), self._to_sign(row, 1) or self._to_neighbour(open_job, here, 1)
        return ThreeKeys(
            self._to_sign(row, -1) or self._to_neighbour(open_job, here, -1),
            space,
            replace(on, words=_("Look ahead")) if space.counts_down else on,
        )

    def mark_line(self, direction: int) -> None:
        """Mark the next line of the step (1), or the one before (-1)."""
        open_job, row = self._workbench.shown, self._typing_row()
        if open_job is None or not open_job.step.items:
            return
        here = row.item.id if row else open_job.current_item
        item_id = _neighbour(open_job, here, direction) or here or open_job.step.items[0].id
        self._mark(open_job.step.id, item_id, is_back=direction < 0)

    def line_after(self, item_id: str) -> Place | None:
        """Return the next line that is to be done, once one is done; one that was passed over before stays so."""
        open_job = self._workbench.shown
        items = [item.id for item in open_job.step.items] if open_job else []
        if open_job is None or item_id not in items or not open_job.checklist.line(item_id).stands:
            return None
        self._is_back = False
        left = [name for name in items if open_job.checklist.line(name).is_to_do]
        after = [name for name in left if items.index(name) > items.index(item_id)]
        return open_job.step.id, after[0] if after else item_id if left else ""

    def has_say_on(self, button: QAbstractButton) -> bool:
        """Whether it says itself what Space does on a button that has the focus."""
        return button is self._marked_choice()

    def type_into_marked(self, letters: str) -> TypedField | None:
        """Go into the field of the marked line if letters may be typed there, and return it."""
        open_job = self._workbench.shown
        row = self._row(open_job.current_item) if open_job else None
        if row is None or row.field is None or row.is_locked or isinstance(row.item, Written):
            return None
        if not (letters.isdigit() or letters in (".", ",", "-")):
            return None
        row.field.enter()
        return row.field

    @staticmethod
    def _nothing() -> ThreeKeys:
        nothing = KeyAct(_("Nothing"), _("No job is open."))
        return ThreeKeys(nothing, nothing, nothing)

    # Space

    def _space(self, open_job: OpenJob, row: CheckRow | None) -> KeyAct:
        if row and row.field:
            return self._in_field(open_job, row, row.field)
        if open_job.state.is_closed:
            return self._way_on.ahead()
        if not open_job.current_item:
            return self._parts_keys.to_table(open_job, unless_chosen=True) or self._way_on.on()
        if self._way_on.is_left_out(open_job) and not self._is_back:
            return self._way_on.on()
        line = open_job.checklist.line(open_job.current_item)
        if not (line.is_to_do or self._is_back):
            return self._to_neighbour(open_job, line.item.id, 1)
        marked = self._row(line.item.id)
        if marked and not is_in_sight(marked):
            return KeyAct(_("Show the marked line"), plain(line.item.label), partial(bring_into_sight, marked))
        return act_on_line(open_job, line, partial(self._act_on, line.item.id))

    def _in_field(self, open_job: OpenJob, row: CheckRow, field: TypedField) -> KeyAct:
        label, typed = plain(row.item.label), field.text().strip()
        if field.takes_space:
            return KeyAct(_("Keep the words"), label, partial(self._keep, row, field), cap=_("Enter"))
        if row.signs and row.signs.marked:
            return KeyAct(_("Type {sign}").format(sign=row.signs.marked), label, row.signs.type_marked)
        if field.isModified():
            return keep_typed(open_job.judged(row.item.id, typed), typed, partial(self._keep, row, field))
        if typed:
            return self._to_neighbour(open_job, row.item.id, 1)
        return KeyAct(_("Type the value"), label)

    def _act_on(self, item_id: str) -> None:
        open_job = self._workbench.shown
        holder = open_job.checklist.line(item_id).held_by if open_job else None
        self._act(item_id)
        if open_job and holder and open_job.current_item == holder.id:
            self._is_back = True  # one that holds and is done is to be taken back
        self._enter_marked()

    def _keep(self, row: CheckRow, field: TypedField) -> None:
        field.finish()
        if row.question and row.question.isVisible():
            row.question.buttons[0].setFocus()
        elif field.isModified():
            return
        else:
            self._body.enter_typing()
            self._enter_marked()

    # what a value means

    def _marked_choice(self) -> QAbstractButton | None:
        """Return the choice of what a value means that has the focus, None if none has."""
        focus = self._body.window().focusWidget()
        return focus if isinstance(focus, QAbstractButton) and self._row_asking(focus) else None

    def _row_asking(self, button: QAbstractButton) -> CheckRow | None:
        rows = map(self._row, self._body.checklist.fields)
        return next((row for row in rows if row and row.question and button in row.question.buttons), None)

    def _in_question(self, open_job: OpenJob, button: QAbstractButton) -> ThreeKeys:
        row = self._row_asking(button)
        if row is None or row.question is None:
            return self._nothing()
        choices: list[QAbstractButton] = [*row.question.buttons]
        place = choices.index(button)
        before, after = choices[:place], choices[place + 1 :]
        return ThreeKeys(
            to_button(_("Back"), before[-1]) if before else self._to_field(row),
            KeyAct(_("It means: {choice}").format(choice=button.accessibleName()), act=partial(self._mean, button)),
            to_button(_("On"), after[0]) if after else self._to_neighbour(open_job, row.item.id, 1),
        )

    def _to_field(self, row: CheckRow) -> KeyAct:
        return KeyAct(_("Back"), plain(row.item.label), partial(self._body.checklist.enter, row.item.id))

    def _mean(self, button: QAbstractButton) -> None:
        button.click()
        self._body.enter_typing()
        self._enter_marked()

    # PageUp and PageDown

    def _to_sign(self, row: CheckRow | None, direction: int) -> KeyAct | None:
        """Return the way to a sign beside the field, None if there is none that way."""
        signs = row.signs if row else None
        letters = signs.neighbour(direction) if signs and (direction > 0 or signs.marked) else None
        if signs is None or row is None or letters is None:
            return None
        detail = _("Type {sign}").format(sign=letters) if letters else plain(row.item.label)
        return KeyAct(_("On") if direction > 0 else _("Back"), detail, partial(signs.mark_next, direction))

    def _to_neighbour(self, open_job: OpenJob, here: str, direction: int) -> KeyAct:
        """Return the way to the line after (1) or before (-1) one, or on to the next step or the one before."""
        words = _("On") if direction > 0 else _("Back")
        item_id = _neighbour(open_job, here, direction)
        row = self._row(item_id)
        can_scroll = self._body.step.can_scroll(direction)
        if can_scroll and (row is None or not is_in_sight(row)):
            unread = _("what is further down") if direction > 0 else _("what is further up")
            return KeyAct(words, unread, partial(self._body.step.scroll_page, direction))
        if item_id:
            label = plain(open_job.guide.item(item_id).label)
            return KeyAct(words, label, partial(self._mark, open_job.step.id, item_id, is_back=direction < 0))
        if direction > 0:
            return self._parts_keys.to_table(open_job) or self._way_on.on()
        return self._way_on.back()

    def _to_last_line(self, open_job: OpenJob) -> KeyAct:
        """Return the way from the parts table to the last line of the step, or to its words if it has none."""
        if not open_job.step.items:
            return KeyAct(_("Back"), open_job.step.title, self._body.step.setFocus)
        item = open_job.step.items[-1]
        return KeyAct(_("Back"), plain(item.label), partial(self._mark, open_job.step.id, item.id, is_back=True))

    def _mark(self, step_id: str, item_id: str, *, is_back: bool) -> None:
        self._is_back = is_back
        self._body.enter_typing()
        self._workbench.show_line(step_id, item_id)
        if row := self._row(item_id):
            bring_into_sight(row)
        self._enter_marked()

    def _enter_marked(self) -> None:
        """Go into the field of the marked line if a number is to be typed there."""
        open_job = self._workbench.shown
        row = self._row(open_job.current_item) if open_job and self._body.aside is None else None
        is_open = row and row.field and not row.is_locked and not isinstance(row.item, Tick | Written)
        if row and is_open and open_job and not open_job.state.is_closed:
            self._body.checklist.enter(row.item.id)

    # rows

    def _row(self, item_id: str) -> CheckRow | None:
        try:
            return self._body.checklist.row(item_id) if item_id else None
        except KeyError:
            return None

    def _typing_row(self) -> CheckRow | None:
        return self._row(self._body.checklist.typing_in)


def _neighbour(open_job: OpenJob, here: str, direction: int) -> str:
    """Return the line after or before one of the step, the last before none; empty if there is none."""
    items = [item.id for item in open_job.step.items]
    if here not in items:
        return items[-1] if items and direction < 0 and not here else ""
    place = items.index(here) + direction
    return items[place] if 0 <= place < len(items) else ""
