"""Find the fault of a car in a terminal, or through a pipe."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from decimal import Decimal
from io import TextIOWrapper

from msgspec.structs import replace

from micra_assistant.cli.arguments import (
    guide_called,
    job_called,
    numbers,
    open_to_work,
    records_there,
    records_to_read,
    workshop,
)
from micra_assistant.diagnosis.modelfile import read_model
from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.bare_guide import bare_guide
from micra_assistant.jobs.faultfinding.case_of_job import complaint_of
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.learned_model import LearnedModel, learned_model
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import parts_of
from micra_assistant.parts.price import PriceError, parse_rate
from micra_assistant.words import _

_MOST_SAID = 24


def run(options: argparse.Namespace) -> int:
    """Ask until the fault is found, nothing is left to try, or nobody answers any more."""
    _check(options)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    with _conversation(options) as now:
        if options.json:
            from micra_assistant.cli.fault_pipe import run_pipe  # noqa: PLC0415 - one of the two is wanted

            run_pipe(now, _lines(), _write)
        else:
            from micra_assistant.cli.fault_talk import FaultTalk  # noqa: PLC0415 - see above

            FaultTalk(now, _write).run(_lines())
    return 0


def _check(options: argparse.Namespace) -> None:
    named = [bool(options.guide), bool(options.model), options.job is not None]
    if sum(named) != 1:
        options.misused(_("name a guide, or a model with --model FILE, or a job with --job N"))
    if options.model and options.complaint:
        options.misused(_("a model is about one complaint: leave --complaint out"))


@contextmanager
def _conversation(options: argparse.Namespace) -> Iterator[Conversation]:
    """Return a conversation on a job, or on one that is kept nowhere."""
    if options.job is not None:
        with closing(records_there(options)) as store:
            yield Conversation(_search_on_job(options, store))
    else:
        with closing(SqliteStore(None)) as nowhere:
            yield Conversation(_search_by_itself(options, nowhere))


def _search_on_job(options: argparse.Namespace, store: SqliteStore) -> FaultSearch:
    open_job = open_to_work(options, store, job_called(store, options.job))
    _take_settings(options, open_job)
    known = complaint_of(open_job.guide, open_job.state) if options.complaint is None else None
    return FaultSearch(open_job, known or _complaint(options, open_job.guide), _rate_asked_for(options))


def _search_by_itself(options: argparse.Namespace, nowhere: SqliteStore) -> FaultSearch:
    """Return a search on a job that is kept nowhere, with a guide or with a model alone."""
    guide, complaint, known = _alone(options) if options.model else _of_guide(options)
    open_job = begin_job(nowhere, replace(guide, fingerprint=""))
    _take_settings(options, open_job)
    return FaultSearch(open_job, complaint, _rate_asked_for(options), known, has_checklist=False)


def _take_settings(options: argparse.Namespace, open_job: OpenJob) -> None:
    """Let a job be worked on as it is done in this workshop, with numbers as asked for."""
    here = replace(workshop(options), numbers=numbers(options))
    open_job.who, open_job.workshop = here.who, lambda: here


def _alone(options: argparse.Namespace) -> tuple[Guide, Complaint, LearnedModel]:
    """Return a model that is tried without its guide; GuideError if it is not sound."""
    model = read_model(options.model)
    guide = bare_guide(model.id, model.title)
    return guide, Complaint(model.title, guide.steps[0].id), LearnedModel(options.model.name, model, model)


def _of_guide(options: argparse.Namespace) -> tuple[Guide, Complaint, LearnedModel]:
    """Return the model of the complaint asked for, as the jobs kept here make it; GuideError if it is not sound."""
    guide = guide_called(options, options.guide)
    complaint = _complaint(options, guide)
    with records_to_read(options) as store:
        return guide, complaint, learned_model(store.causes, guide, complaint, parts_of(guide))


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
        options.misused(_("say which with --complaint: {complaints}").format(complaints="; ".join(titles)))
    words = _("there is no complaint with a model “{name}”; there is: {known}")
    raise UnknownNameError(words, asked or "", titles)


def _rate_asked_for(options: argparse.Namespace) -> Callable[[str], Decimal | None]:
    """Return what gives the labour rate asked for, in a currency; None if none was."""

    def asked_for(currency: str) -> Decimal | None:
        if options.rate is None:
            return None
        try:
            return parse_rate(options.rate, currency, numbers(options))
        except PriceError as error:
            words = _("“{typed}” is no labour rate: say what an hour costs, such as 40. {reason}")
            options.misused(words.format(typed=_short(options.rate), reason=str(error).rstrip(".")))
        raise AssertionError

    return asked_for


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
