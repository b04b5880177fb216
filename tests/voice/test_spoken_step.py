"""What is read of a step: warnings first, then what is to be done, then the marked line; what a value says."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.voice.spoken_line import spoken_verdict
from micra_assistant.voice.spoken_step import spoken_step
from tests.builders import write_guide
from tests.ui.small_guide import GUIDE

EN = "en"
Begin = Callable[[str], OpenJob]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Return what begins a job with the small guide at a step."""
    write_guide(tmp_path, GUIDE)
    with closing(SqliteStore(None)) as store:
        opener = JobOpener(Library(tmp_path / "guides"), store, tmp_path / "texts")
        yield lambda step: opener.open(opener.new_job("button", Described(), step, "")).open_job


def words(open_job: OpenJob) -> str:
    """Return what is read of the step, which must be in one language."""
    (said,) = spoken_step(open_job, EN)
    assert said.language == EN
    return said.text


def test_a_warning_comes_first_and_the_marked_line_last(begin: Begin) -> None:
    assert words(begin("power-off")).splitlines() == [
        "WARNING.",
        "Short circuit. A spanner across the posts burns you. Undo the negative clamp only.",
        "Take the power off.",
        "Ignition off.",
    ]


def test_tables_are_read_and_pictures_are_not(begin: Begin) -> None:
    assert words(begin("measure")).splitlines() == [
        "Measure.",
        "You read, Suspect. Over 1 ohm, Button.",
        "Leads. Expected: 0 point 5 ohms or less.",
    ]


def test_a_line_says_what_holds_it(begin: Begin) -> None:
    job = begin("power-off")
    job.choose("clips")
    assert words(job).splitlines()[-1] == "Clips out. First: Negative off. how many clips."


@pytest.mark.parametrize(
    ("item", "typed", "said"),
    [
        ("leads", "0.3", "Leads. 0 point 3 ohms. OK."),
        ("leads", "1,5", "Leads. 1 point 5 ohms. TOO HIGH."),
        ("leads", "OL", "Leads. O L. TOO HIGH."),
        ("leads", "bad", "Leads. Type a number in Ω, such as 0 point 4, or O L."),
    ],
)
def test_a_verdict_is_read_with_its_value(begin: Begin, item: str, typed: str, said: str) -> None:
    job = begin("measure")
    job.enter(item, typed)
    assert spoken_verdict(job.checklist.line(item)) == said


def test_a_step_in_english_is_read_in_english_where_the_program_speaks_otherwise(begin: Begin) -> None:
    signal, *_rest = spoken_step(begin("power-off"), "ru")
    assert signal.language == "ru", "the signal word is the program's"
    assert spoken_step(begin("measure"), "ru")[0].language == EN
    assert "Over 1 Ω" in spoken_step(begin("measure"), "ru")[0].text, "numbers are left to the English voice"
