"""A job that begins keeps which complaint was chosen."""

import pytest

from micra_assistant.jobs.events import Described, Ticked
from micra_assistant.jobs.faultfinding.case_of_job import complaint_of
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job, open_again
from tests.shipped import LIBRARY

GUIDE = LIBRARY.guide("tailgate-button")
OPENS = GUIDE.complaints[1]


def chosen(job: OpenJob) -> str:
    """Return the model that the fault of a job is sought with, empty if that has to be asked."""
    complaint = complaint_of(job.guide, job.state)
    return complaint.faults if complaint else ""


@pytest.mark.parametrize("words", ["", "Boot pops open on bumps", OPENS.title])
def test_the_complaint_that_is_begun_with_is_kept_whatever_the_customer_calls_it(
    nowhere: SqliteStore, words: str
) -> None:
    job = begin_job(nowhere, GUIDE, details=Described(complaint=words), step=OPENS.step)
    assert chosen(job) == OPENS.faults
    job.do(Described("AB12", complaint="It is open again"))
    job.toggle(GUIDE.items[0].id)
    while job.undo():
        pass
    assert job.job
    assert chosen(open_again(nowhere, job.job, GUIDE)) == OPENS.faults


def test_words_of_the_guide_say_more_than_the_step(nowhere: SqliteStore) -> None:
    job = begin_job(nowhere, GUIDE, details=Described(complaint=GUIDE.complaints[0].title), step=OPENS.step)
    assert chosen(job) == GUIDE.complaints[0].faults


def test_a_job_that_begins_elsewhere_has_no_complaint_yet(nowhere: SqliteStore) -> None:
    job = begin_job(nowhere, GUIDE, step="final-check")
    job.do(Ticked(GUIDE.items[0].id))
    assert chosen(job) == ""
