"""The words that the window has for what the core counts in: verdicts, readings."""

from micra_assistant.guide import judging
from micra_assistant.guide.circuit_model import Circuit, CircuitCase
from micra_assistant.guide.model import Count, Reading, Written
from micra_assistant.guide.value_words import how_many
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.line_words import line_corrected, line_left_out, line_verdict
from micra_assistant.words import _


def caption(line: Line) -> str:
    """Return the small print of a checklist line: what comes first, its verdict, what it comes to, what is expected."""
    return " · ".join(part for part in (judged_words(line), limits_to_tell(line)) if part)


def limits_to_tell(line: Line) -> str:
    """Return what is expected, unless a message says that already, or words were written down."""
    return "" if line.message or (isinstance(line.item, Written) and line.done) else expected_words(line)


def judged_words(line: Line) -> str:
    """Return what is said of a checklist line: what comes first, its verdict, what it comes to."""
    parts = [_words_before(line)]
    parts += [_("No way back after this")] if line.item.no_return and not line.done else []
    if line.message:
        parts.append(line.message)
    elif isinstance(line.item, Reading):
        parts += [line_verdict(line), line_corrected(line)]
    elif isinstance(line.item, Count):
        parts.append(line_verdict(line) if line.done else how_many(line.item))
    elif not isinstance(line.item, Written):
        parts.append(line_left_out(line))
    return " · ".join(part for part in parts if part)


def expected_words(line: Line) -> str:
    """Return what the value of a checklist line should be; empty if that is not known."""
    match line.item:
        case Reading():
            return judging.limits(line.item)
        case Written(like=like):
            return like
        case _:
            return ""


def _words_before(line: Line) -> str:
    """Return whether a line comes before the rest of its page, or waits for what it confirms; empty if neither."""
    is_asked = line.item.confirms and (not line.done or line.asked_again)
    if is_asked and line.held_in:
        return _("Not so on the car now. {first}").format(first=held_message(line))
    if is_asked and not line.held_by:
        return _("Still so?")
    return _("Do this before the rest of the page") if line.item.gate and not line.is_right else ""


def circuit_legend() -> str:
    """Return what the sign before a reading means."""
    return _("unlike the sound circuit")


def readings_words(circuit: Circuit, case: CircuitCase, *, pressed: bool) -> str:
    """Return what every test point of a circuit reads, for those who do not see the picture."""
    readings = case.readings(pressed=pressed)
    return "; ".join(f"{point.label}, {point.name}: {readings[point.id]}" for point in circuit.points)
