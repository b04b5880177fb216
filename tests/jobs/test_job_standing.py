"""How a job stands, in short."""

from datetime import UTC, datetime
from pathlib import Path

from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.job_standing import standing_of
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.changing import await_part, part_came
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import step_file, write_guide


def test_a_job_that_waits_for_a_part_says_so_until_it_is_there(store: SqliteStore, tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, step_file("- [ ] Panel off {: #panel }")))
    job = begin_job(store, guide)
    job.clock = lambda: datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
    before = standing_of(job).now
    await_part(job, "Tailgate button from Ivanov")
    assert standing_of(job).now == "waits for Tailgate button from Ivanov, ordered on 2026-11-29"
    part_came(job)
    assert standing_of(job).now == before != ""


def test_what_is_open_is_told_in_the_order_of_car_now(store: SqliteStore, tmp_path: Path) -> None:
    page = """
        - [ ] Trim off {: #trim undo="Fit the trim" state="trim off" }

        !!! warning "Short circuit"
            A short burns you. Undo the clamp.

            - [ ] Negative off {: #negative undo="Fit the clamp" state="battery off" }
        """
    job = begin_job(store, read_guide(write_guide(tmp_path, step_file(page))))
    for item in ("negative", "trim"):
        job.toggle(item)
    assert standing_of(job).open == ("battery off", "trim off")
