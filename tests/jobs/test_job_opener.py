"""Which guide a job is opened with, and in which text; no window is needed to know."""

from pathlib import Path

import pytest

from micra_assistant.errors import GuideError, UnknownNameError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described, Ticked
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import write_guide

PAGE = """
    # Page {: #page }

    ## First {: #first }

    Look.

    - [ ] Doors lock {: #doors }

    ## Second {: #second }

    - [ ] Closed {: #closed }
    """


@pytest.fixture
def opener(tmp_path: Path, store: SqliteStore) -> JobOpener:
    """Return what opens jobs with the guide “button”."""
    write_guide(tmp_path, {"10-page.md": PAGE})
    return JobOpener(Library(tmp_path / "guides"), store, tmp_path / "texts")


@pytest.fixture
def job(opener: JobOpener) -> OpenJob:
    """Return a job with one line done."""
    job = opener.open(opener.new_job("button", Described("A 123"), "second", "Ann")).open_job
    job.do(Ticked("closed"))
    return job


def again(opener: JobOpener, job: OpenJob) -> tuple[OpenJob, int, str]:
    """Open a job again; return it, how many steps of its guide are others now, and why its own text was kept."""
    assert job.job
    opened = opener.open(opener.kept_job(job.job))
    return opened.open_job, len(opened.newer.changes) if opened.newer else 0, opened.why_kept


def test_a_job_begins_at_the_step_that_is_wanted(job: OpenJob) -> None:
    assert (job.step.id, job.state.car, job.history.events[0].by) == ("second", "A 123", "Ann")


def test_a_guide_is_opened_for_reading_without_a_job(opener: JobOpener, store: SqliteStore) -> None:
    assert opener.open(opener.guide_to_read("button")).open_job.job is None
    assert store.last_job() is None


def test_a_job_whose_guide_is_the_same_has_that(opener: JobOpener, job: OpenJob) -> None:
    opened, changes, why_kept = again(opener, job)
    assert (opened.state, changes, why_kept) == (job.state, 0, "")


def test_a_job_keeps_the_text_that_it_was_done_with(opener: JobOpener, job: OpenJob, tmp_path: Path) -> None:
    write_guide(tmp_path, {"10-page.md": PAGE.replace("Look.", "Look twice.")})
    opened, changes, _ = again(opener, job)
    assert changes == 1
    assert opened.guide.fingerprint == job.state.guide_fingerprint
    opened.take_newer(opener.guide_as_written(opened), None)
    assert again(opener, job)[1] == 0


def test_what_nobody_sees_is_no_change(opener: JobOpener, job: OpenJob, tmp_path: Path) -> None:
    write_guide(tmp_path, {"10-page.md": PAGE + "\n\n"})
    opened, changes, _ = again(opener, job)
    assert changes == 0
    assert opened.guide.fingerprint != job.state.guide_fingerprint


def test_a_done_line_that_is_gone_counts_as_a_change(opener: JobOpener, job: OpenJob, tmp_path: Path) -> None:
    write_guide(tmp_path, {"10-page.md": PAGE.replace("#closed", "#shut")})
    opened, _, _ = again(opener, job)
    assert opened.guide.fingerprint == job.state.guide_fingerprint


@pytest.mark.parametrize("mistake", ["#page", "#second"])
def test_a_job_is_shown_as_it_was_while_its_guide_has_mistakes(
    opener: JobOpener, job: OpenJob, tmp_path: Path, mistake: str
) -> None:
    write_guide(tmp_path, {"10-page.md": PAGE.replace(mistake, "#")})
    opened, _, why_kept = again(opener, job)
    assert opened.guide.fingerprint == job.state.guide_fingerprint
    assert "10-page.md:" in why_kept
    with pytest.raises(GuideError, match=r"10-page\.md:"):
        opener.open(opener.guide_to_read("button"))


def test_a_guide_that_does_not_exist_is_named(opener: JobOpener) -> None:
    with pytest.raises(UnknownNameError, match="no guide “buton”; there is: button"):
        opener.open(opener.guide_to_read("buton"))


def test_a_guide_as_it_is_written_goes_into_the_open_job(opener: JobOpener, job: OpenJob, tmp_path: Path) -> None:
    write_guide(tmp_path, {"10-page.md": PAGE.replace("Look.", "Look twice.")})
    assert opener.take_rewritten(job, opener.guide_as_written(job)) is None
    assert job.guide.fingerprint == opener.guide_as_written(job).fingerprint


RUSSIAN = """
    # Страница {: #page }

    ## Первое {: #first }

    Смотрите.

    - [ ] Двери запираются {: #doors }
    """


def test_a_job_goes_on_in_another_language_with_its_own_text(tmp_path: Path, store: SqliteStore) -> None:
    files = {"10-page.md": PAGE, "../ru/button/10-page.md": RUSSIAN}
    library = Library(write_guide(tmp_path, files).parent)
    english = JobOpener(library, store, tmp_path / "texts")
    job = english.open(english.new_job("button", Described(), "first", "Ann")).open_job
    job.do(Ticked("doors"))
    library.speak("ru")
    opener = JobOpener(library, store, tmp_path / "texts")
    opened, changes, _ = again(opener, job)
    assert (opened.guide.step("first").title, changes) == ("Первое", 0)
    assert opened.state.since.keys() == {"doors"}
    write_guide(tmp_path, {**files, "../ru/button/10-page.md": RUSSIAN.replace("Смотрите", "Гляньте")})
    opened, changes, _ = again(opener, job)
    assert (opened.guide.step("first").title, changes) == ("Первое", 1)
    assert "Смотрите" in str(opened.guide.step("first"))
