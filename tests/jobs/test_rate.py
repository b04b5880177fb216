"""What an hour costs on a job: settled once, when it is closed."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Closed, Reopened, decode, encode
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.rate import rate_of
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Workshop
from tests.builders import write_guide
from tests.ui.small_guide import GUIDE

OWN = Workshop({"RUB": Decimal(5000), "EUR": Decimal(60)})


@pytest.fixture
def open_job(tmp_path: Path) -> OpenJob:
    """Return a job of a guide whose author takes 1200 ₽ an hour."""
    folder = write_guide(tmp_path, GUIDE)
    return begin_job(SqliteStore(None), read_guide(folder), read_parts(folder))


def at(job: OpenJob, workshop: Workshop) -> OpenJob:
    """Return the job worked on in a workshop."""
    job.workshop = lambda: workshop
    return job


def test_the_workshop_s_rate_in_that_currency_goes_before_the_author_s(open_job: OpenJob) -> None:
    parts = open_job.parts
    assert rate_of(Workshop(), parts) == Decimal(1200)
    assert rate_of(Workshop({"EUR": Decimal(60)}), parts) == Decimal(1200)
    assert rate_of(Workshop({"RUB": Decimal(0)}), parts) == Decimal(0)
    assert rate_of(OWN, parts) == Decimal(5000)
    assert rate_of(OWN, None) == Decimal(0)


@pytest.mark.parametrize("workshop", [OWN, Workshop()])
def test_a_closed_job_keeps_the_rate_it_was_closed_with(open_job: OpenJob, workshop: Workshop) -> None:
    at(open_job, workshop).do(Closed())
    kept = workshop.rates.get("RUB", Decimal(1200))
    assert at(open_job, Workshop({"RUB": Decimal(9000)})).rate_per_hour == kept
    open_job.do(Closed("put right later"))
    assert open_job.rate_per_hour == kept
    open_job.do(Reopened())
    assert open_job.rate_per_hour == Decimal(9000)
    open_job.do(Closed())
    assert at(open_job, Workshop()).rate_per_hour == Decimal(9000)


def test_a_rate_in_another_currency_than_the_prices_says_nothing(open_job: OpenJob) -> None:
    assert rate_of(OWN, open_job.parts, Closed(rate=Decimal(7), currency="GBP")) == Decimal(5000)


def test_a_guide_without_prices_keeps_none(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {name: text for name, text in GUIDE.items() if name != "parts.toml"})
    open_job = at(begin_job(SqliteStore(None), read_guide(folder)), OWN)
    open_job.do(Closed(rate=Decimal(1), currency="EUR"))
    assert open_job.state.outcome == Closed()


@pytest.mark.parametrize("old", ['{"act":"closed"}', '{"act":"closed","cause":"button","held":"yes"}'])
def test_what_was_closed_before_rates_were_kept_is_read_and_written_as_it_was(old: str) -> None:
    closed = decode(old)
    assert isinstance(closed, Closed)
    assert (closed.rate, closed.currency, encode(closed)) == (None, "", old)


def test_the_rate_goes_along_in_a_job_file(tmp_path: Path, open_job: OpenJob) -> None:
    at(open_job, Workshop({"RUB": Decimal("54.50")})).do(Closed())
    assert open_job.job is not None
    export_job(open_job._store, open_job.job.id, None, tmp_path / "job.zip")
    elsewhere = SqliteStore(None)
    job = import_job(elsewhere, tmp_path / "job.zip").job
    there = OpenJob(elsewhere, job, History(elsewhere.events(job.id)), open_job.guide, open_job.parts)
    assert at(there, OWN).rate_per_hour == Decimal("54.50")
    elsewhere.close()
