"""How a line of the checklist stands, in words: its value, what is left of it, what that says."""

from micra_assistant.guide import measure
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Count, Reading, Tick, plain
from micra_assistant.guide.value_words import value_words
from micra_assistant.guide.verdict_words import verdict_word
from micra_assistant.jobs.checklist import Line
from micra_assistant.number_words import in_one
from micra_assistant.words import _


def line_value(line: Line) -> str:
    """Return what was typed with its unit or noun; empty if nothing was, or nothing can be."""
    return "" if isinstance(line.item, Tick) else value_words(line.item, line.value)


def line_left_out(line: Line) -> str:
    """Return why the wait for a line was left out, in a sentence; empty if it was not."""
    if line.wait is None or not line.wait.is_left_out:
        return ""
    return _("without the wait: {reason}").format(reason=line.wait.reason or _("blanked"))


def line_verdict(line: Line) -> str:
    """Return what the value of a line says; empty if there is nothing to be said."""
    if isinstance(line.item, Count) and line.is_wrong:
        is_low = line.verdict is Verdict.LOW
        words = _("TOO FEW: {count} came off") if is_low else _("TOO MANY: {count} came off")
        return words.format(count=line.expected)
    return verdict_word(line.verdict) if line.verdict else ""


def line_corrected(line: Line) -> str:
    """Return what is left of a reading once another is taken off: ``0.3 Ω less “Leads”``; empty if none is."""
    if line.corrected is None or line.taken_off is None or not isinstance(line.item, Reading):
        return ""
    words = _("{value} less “{taken_off}”")
    taken_off = plain(line.taken_off.label)
    return words.format(value=in_one(measure.show(line.corrected), line.item.unit), taken_off=taken_off)
