"""The command ``route``: what is still to be done on the car of a job."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.cli import main
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.changing import await_part
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import parts_of
from micra_assistant.userfiles import UserFiles
from tests.cli.test_main import refused
from tests.jobs.routing.walker import Walker
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder of records with one job that has begun and waits for a part."""
    with closing(SqliteStore(UserFiles(tmp_path).records)) as store:
        job = Walker(store, LIBRARY.guide("tailgate-button"), "The tailgate no longer opens from its button")
        job.go("tools-and-parts", "complaint")
        await_part(job.open_job, "Button by VIN")
    return tmp_path


def test_it_says_what_is_now_next_and_then(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(data), "route", "--job", "1"]) == 0
    seen = capsys.readouterr().out
    assert seen.startswith("2 of 8 lines done\nWaits for a part: Button by VIN\nDone: Have tools and parts ready")
    assert "\nNow: Feel, listen, look (advised: A helper presses the button" in seen
    assert "\n      ☐ Latch heard with a helper pressing\n" in seen
    assert seen.endswith("Then: Close the job (the last thing)\n")


def test_a_program_gets_stops_with_state_reason_and_lines(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(data), "route", "--job", "1", "--json"]) == 0
    route = json.loads(capsys.readouterr().out)
    assert (route["job"], route["guide"], route["done"], route["of"]) == (1, "tailgate-button", 2, 8)
    assert route["waits_for"] == "Button by VIN"
    (now,) = (stop for stop in route["stops"] if stop["state"] == "now")
    assert (now["id"], now["step"], now["why"]) == ("listen", "listen", "advised")
    assert now["move"] == {"kind": "test", "id": "latch-sound"}
    assert now["lines"][0] == {"item": "press-feel", "text": "How a press feels", "done": False}
    assert [stop["id"] for stop in route["stops"]][-2:] == ["final-check", "close-the-job"]


def test_a_guide_without_a_complaint_chosen_is_gone_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(SqliteStore(UserFiles(tmp_path).records)) as store:
        guide = LIBRARY.guide("remote-key")
        begin_job(store, guide, parts_of(guide))
    assert main(["--data-dir", str(tmp_path), "route", "--job", "1", "--json"]) == 0
    stops = json.loads(capsys.readouterr().out)["stops"]
    assert [stop["step"] for stop in stops[1:-1]] == [step.id for step in guide.steps]
    assert {stop["why"] for stop in stops[1:-1]} == {"guide"}


def test_there_must_be_such_a_job(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no job “7”" in refused(capsys, "--data-dir", str(data), "route", "--job", "7")
