"""Find the fault of a car in a terminal, or through a pipe."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from io import TextIOWrapper

from micra_assistant.cli.arguments import library, numbers, records_to_read, workshop
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.conversation import begin
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.guide_items import Items, items_of
from micra_assistant.diagnosis.modelfile import model_for, read_model
from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.experience import learned_here
from micra_assistant.jobs.rate import rate_of
from micra_assistant.parts.options import read_parts
from micra_assistant.parts.price import PriceError, parse_rate

_MOST_SAID = 24


def run(options: argparse.Namespace) -> int:
    """Ask until the fault is found, nothing is left to try, or nobody answers any more."""
    if bool(options.guide) == bool(options.model):
        options.misused("name a guide, or a model with --model FILE")
    if options.model and options.complaint:
        options.misused("a model is about one complaint: leave --complaint out")
    model, items = (read_model(options.model), Items()) if options.model else _of_guide(options)
    now = begin(Case(model, _rate(options, model)), items, numbers(options))
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if options.json:
        from micra_assistant.cli.fault_pipe import run_pipe  # noqa: PLC0415 - one of the two is wanted

        run_pipe(now, _lines(), _write)
    else:
        from micra_assistant.cli.fault_talk import FaultTalk  # noqa: PLC0415 - see above

        FaultTalk(now, _write).run(_lines())
    return 0


def _of_guide(options: argparse.Namespace) -> tuple[Model, Items]:
    """Return the model of the complaint asked for, as the jobs kept here make it; GuideError if it is not sound."""
    guide = library(options).guide(options.guide)
    complaint = _complaint(options, guide)
    model = model_for(guide, complaint, read_parts(guide.folder))
    assert model is not None, "only complaints with a model can be asked for"  # noqa: S101
    with records_to_read(options) as store:
        return learned_here(store.causes, guide, complaint.faults, model), items_of(guide)


def _complaint(options: argparse.Namespace, guide: Guide) -> Complaint:
    known = [complaint for complaint in guide.complaints if complaint.faults]
    asked = options.complaint
    if asked is None and len(known) == 1:
        return known[0]
    for number, complaint in enumerate(known, 1):
        if asked in (str(number), complaint.title):
            return complaint
    titles = [f"{number} {complaint.title}" for number, complaint in enumerate(known, 1)]
    if asked is None and titles:
        options.misused(f"say which with --complaint: {'; '.join(titles)}")
    raise UnknownNameError("complaint with a model", asked or "", titles)


def _rate(options: argparse.Namespace, model: Model) -> Decimal:
    if options.rate is None:
        return rate_of(workshop(options), model)
    try:
        return parse_rate(options.rate, model.currency, numbers(options))
    except PriceError as error:
        reason = str(error).rstrip(".")
        options.misused(f"“{_short(options.rate)}” is no labour rate: say what an hour costs, such as 40. {reason}")
    raise AssertionError


def _short(words: str) -> str:
    return words if len(words) <= _MOST_SAID else f"{words[:_MOST_SAID]}…"


def _lines() -> Iterator[str]:
    """Yield what is typed, line by line; Ctrl+C ends it as the end of the input does, and nobody listening any more."""
    with suppress(KeyboardInterrupt):
        while not getattr(sys.stdout, "is_gone", False) and (line := sys.stdin.readline()):
            yield line


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
