"""The words that the window has for what the core counts in: signals, verdicts, sources."""

from PySide6.QtCore import QCoreApplication

from micra_assistant.guide import judging, measure
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Circuit, CircuitCase, Count, Reading, SignalWord, Source
from micra_assistant.jobs.checklist import Line


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def signal_word(signal: SignalWord) -> str:
    """Return the signal word as it stands on a callout."""
    return {
        SignalWord.DANGER: _tr("DANGER"),
        SignalWord.WARNING: _tr("WARNING"),
        SignalWord.CAUTION: _tr("CAUTION"),
        SignalWord.NOTICE: _tr("NOTICE"),
        SignalWord.NOTE: _tr("NOTE"),
        SignalWord.TIP: _tr("TIP"),
    }[signal]


def verdict_word(verdict: Verdict) -> str:
    """Return what a verdict says in a word or two."""
    return {
        Verdict.OK: _tr("OK"),
        Verdict.LOW: _tr("TOO LOW"),
        Verdict.HIGH: _tr("TOO HIGH"),
        Verdict.KEPT: _tr("noted"),
        Verdict.WAITING: _tr("needs the reading before"),
        Verdict.DOUBTFUL: _tr("less than the leads: measure both again"),
        Verdict.UNREADABLE: _tr("not a value"),
        Verdict.ASKED: _tr("which is it?"),
    }[verdict]


def caption(line: Line) -> str:
    """Return the small print of a checklist line: that it comes first, its verdict, what it comes to, its limits."""
    parts = [_tr("Do this before the rest of the page")] if line.item.gate and not line.passes else []
    parts += [_tr("No way back after this")] if line.item.no_return and not line.done else []
    if line.message:
        parts.append(line.message)
    elif isinstance(line.item, Reading):
        parts += [verdict_word(line.verdict)] if line.verdict else []
        if line.corrected is not None:
            after = _tr("%1 %2 after the leads")
            parts.append(after.replace("%1", measure.show(line.corrected)).replace("%2", line.item.unit))
        parts.append(judging.limits(line.item))
    elif isinstance(line.item, Count):
        parts.append(_count_words(line))
    return " · ".join(part for part in parts if part)


def _count_words(line: Line) -> str:
    if line.is_wrong:
        words = _tr("TOO FEW: %1 came off") if line.verdict is Verdict.LOW else _tr("TOO MANY: %1 came off")
        return words.replace("%1", str(line.expected))
    return "" if line.done else _tr("how many?")


def circuit_legend() -> str:
    """Return what the sign before a reading means."""
    return _tr("unlike the sound circuit")


def readings_words(circuit: Circuit, case: CircuitCase, *, pressed: bool) -> str:
    """Return what every test point of a circuit reads, for those who do not see the picture."""
    readings = case.readings(pressed=pressed)
    return "; ".join(f"{point.label}, {point.name}: {readings[point.id]}" for point in circuit.points)


def source_words(source: Source) -> str:
    """Return where a fact comes from, for which car, how sure it is, and where to look it up."""
    kinds = {
        "manual": _tr("service manual"),
        "trade": _tr("trade publication"),
        "workshop": _tr("workshop case"),
        "article": _tr("article"),
        "forum": _tr("forum"),
        "practice": _tr("workshop practice"),
    }
    scopes = {"this-car": _tr("this car"), "sister": _tr("a sister model"), "general": _tr("cars in general")}
    sure = {"high": _tr("sure"), "medium": _tr("fairly sure"), "low": _tr("not sure")}
    facts = f"{kinds[source.kind]}, {scopes[source.scope]}, {sure[source.confidence]}"
    where = _tr("Look it up: %1").replace("%1", source.where) if source.where else ""
    return " ".join(part for part in (f"{source.title} ({facts}).", source.detail, where) if part)
