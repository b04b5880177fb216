"""The words that the window has for what the core counts in: verdicts, readings, sources."""

from micra_assistant.guide import judging, measure
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Circuit, CircuitCase, Count, Reading, Source
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.words import _


def verdict_word(verdict: Verdict) -> str:
    """Return what a verdict says in a word or two."""
    return {
        Verdict.OK: _("OK"),
        Verdict.LOW: _("TOO LOW"),
        Verdict.HIGH: _("TOO HIGH"),
        Verdict.KEPT: _("noted"),
        Verdict.WAITING: _("needs the reading before"),
        Verdict.DOUBTFUL: _("less than the leads: measure both again"),
        Verdict.UNREADABLE: _("not a value"),
        Verdict.ASKED: _("which is it?"),
    }[verdict]


def caption(line: Line) -> str:
    """Return the small print of a checklist line: what comes first, its verdict, what it comes to, its limits."""
    parts = [_words_before(line)]
    parts += [_("No way back after this")] if line.item.no_return and not line.done else []
    if line.message:
        parts.append(line.message)
    elif isinstance(line.item, Reading):
        parts += [verdict_word(line.verdict)] if line.verdict else []
        if line.corrected is not None:
            after = _("{value} {unit} after the leads")
            parts.append(after.format(value=measure.show(line.corrected), unit=line.item.unit))
        parts.append(judging.limits(line.item))
    elif isinstance(line.item, Count):
        parts.append(_count_words(line))
    return " · ".join(part for part in parts if part)


def _words_before(line: Line) -> str:
    """Return whether a line comes before the rest of its page, or waits for what it confirms; empty if neither."""
    if line.item.confirms and (not line.done or line.asked_again):
        return _("Not so on the car now. {first}").format(first=held_message(line)) if line.held_in else _("Still so?")
    return _("Do this before the rest of the page") if line.item.gate and not line.is_right else ""


def _count_words(line: Line) -> str:
    if line.is_wrong:
        is_low = line.verdict is Verdict.LOW
        words = _("TOO FEW: {count} came off") if is_low else _("TOO MANY: {count} came off")
        return words.format(count=line.expected)
    return "" if line.done else _("how many?")


def circuit_legend() -> str:
    """Return what the sign before a reading means."""
    return _("unlike the sound circuit")


def readings_words(circuit: Circuit, case: CircuitCase, *, pressed: bool) -> str:
    """Return what every test point of a circuit reads, for those who do not see the picture."""
    readings = case.readings(pressed=pressed)
    return "; ".join(f"{point.label}, {point.name}: {readings[point.id]}" for point in circuit.points)


def source_words(source: Source) -> str:
    """Return where a fact comes from, for which car, how sure it is, and where to look it up."""
    kinds = {
        "manual": _("service manual"),
        "trade": _("trade publication"),
        "workshop": _("workshop case"),
        "article": _("article"),
        "forum": _("forum"),
        "practice": _("workshop practice"),
    }
    scopes = {"this-car": _("this car"), "sister": _("a sister model"), "general": _("cars in general")}
    sure = {"high": _("sure"), "medium": _("fairly sure"), "low": _("not sure")}
    facts = f"{kinds[source.kind]}, {scopes[source.scope]}, {sure[source.confidence]}"
    where = _("Look it up: {where}").format(where=source.where) if source.where else ""
    return " ".join(part for part in (f"{source.title} ({facts}).", source.detail, where) if part)
