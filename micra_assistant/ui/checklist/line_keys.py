"""What Space does on a line of the checklist: the next sensible act, in words."""

from collections.abc import Callable

from micra_assistant.guide.model import Tick, Written, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_value, line_verdict
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.waiting import is_begun, seconds_left
from micra_assistant.time_words import wait_words
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _


def act_on_line(open_job: OpenJob, line: Line, act: Callable[[], object]) -> KeyAct:
    """Return what Space does on a marked line; ``act`` ticks it, goes into its field, or to what holds it."""
    label = plain(line.item.label)
    if line.held_by and not line.stands:
        return KeyAct(_("To what comes first"), plain(line.held_by.label), act)
    if not isinstance(line.item, Tick):
        return KeyAct(_value_words(line), label, act)
    if line.stands:
        return KeyAct(_("Take the tick back"), label, act)
    if left := seconds_left(line, open_job.clock()):
        time = wait_words(left)
        if is_begun(line, open_job.clock()):
            return KeyAct(_("Wait: still {time}").format(time=time), label, counts_down=True)
        return KeyAct(_("Begin the wait: {time}").format(time=time), label, act)
    return KeyAct(_("Confirm") if line.item.needs_second_act else _("Tick"), label, act)


def _value_words(line: Line) -> str:
    if isinstance(line.item, Written):
        return _("Change the words") if line.value else _("Write")
    return _("Change the value") if line.value else _("Type the value")


def keep_typed(judged: Line, typed: str, keep: Callable[[], object]) -> KeyAct:
    """Return what Space does with a value that stands in the field of a line: keep it as it is ``judged``."""
    label = plain(judged.item.label)
    if judged.choices:
        return KeyAct(_("Ask what {typed} means").format(typed=typed), label, keep)
    if judged.message:
        return KeyAct(_("Not a value yet"), judged.message)
    value, verdict = line_value(judged), line_verdict(judged)
    words = _("Keep {value}: {verdict}") if verdict else _("Keep {value}")
    return KeyAct(words.format(value=value, verdict=verdict), label, keep)
