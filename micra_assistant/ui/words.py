"""The words that the window has for what the core counts in: signals, verdicts, sources."""

from PySide6.QtCore import QCoreApplication

from micra_assistant.guide import measure
from micra_assistant.guide.measure import Verdict
from micra_assistant.guide.model import Count, Reading, Signal, Source
from micra_assistant.jobs.checklist import Line


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def signal_word(signal: Signal) -> str:
    """Return the signal word as it stands on a callout."""
    return {
        Signal.DANGER: _tr("DANGER"),
        Signal.WARNING: _tr("WARNING"),
        Signal.CAUTION: _tr("CAUTION"),
        Signal.NOTICE: _tr("NOTICE"),
        Signal.NOTE: _tr("NOTE"),
        Signal.TIP: _tr("TIP"),
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
    }[verdict]


def caption(line: Line) -> str:
    """Return the small print of a checklist line: its verdict and limits, or that it comes first."""
    if line.item.gate and not line.passes:
        return _tr("Do this before the rest of the page")
    if line.message:
        return line.message
    if isinstance(line.item, Reading):
        verdict = verdict_word(line.verdict) if line.verdict else ""
        return " · ".join(part for part in (verdict, measure.limits(line.item)) if part)
    return _tr("how many?") if isinstance(line.item, Count) and not line.done else ""


def source_words(source: Source) -> str:
    """Return where a fact comes from, for which car, and how sure it is."""
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
    return " ".join(part for part in (f"{source.title} ({facts}).", source.detail) if part)
