"""The same job costs the same wherever it is asked for: in the window, on its sheets, in a job file, in a terminal."""

import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from micra_assistant import assets
from micra_assistant.cli import main
from micra_assistant.jobs.events import Closed, OptionChosen, Reopened
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.privacy import as_kept
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from tests.ui.hands import Hands, Workshop

pytestmark = pytest.mark.thorough

GUIDE = "tailgate-button"
OWN, OTHER = "5000", "9000"


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return a window with a job in a workshop that takes 5000 ₽ an hour."""
    workshop.guides = assets.guides_folder()
    take(workshop, OWN)
    hands = workshop.open()
    hands.begin(GUIDE)
    hands.window.workbench.attempt(lambda job: job.do(OptionChosen(next(iter(job.option_names)))))
    return hands


def take(workshop: Workshop, rate: str) -> None:
    """Let the workshop take another rate, as its owner writes it down."""
    workshop.files.folder.mkdir(parents=True, exist_ok=True)
    workshop.files.workshop.write_text(f'rate.RUB = {rate}\nname = "Garage"\npaper = "a5"\n')


def command(workshop: Workshop, *arguments: str) -> None:
    """Do something on the command line of the same PC."""
    assert main(["--data-dir", str(workshop.files.folder), *arguments]) == 0


def asked_first(workshop: Workshop, capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    """Return what the finder in the terminal asks first, with what it costs."""
    command(workshop, "diagnose", GUIDE, "--complaint", "1", "--json", *arguments)
    return json.loads(capsys.readouterr().out.splitlines()[-1])["ask"]


def rates(hands: Hands) -> set[Decimal]:
    """Return the rates that the parts panel, the finder and the report go by."""
    window, job = hands.window, hands.window.workbench.shown
    assert job is not None
    complaint = next(one for one in job.guide.complaints if one.faults)
    report = JobSheets(job, job.workshop()).sheet(SheetKind.REPORT).report
    assert report is not None
    assert report.parts is not None
    said = report.parts.rate.replace("\N{NO-BREAK SPACE}", "").removesuffix("₽")
    panel = window.body.parts.rate.text()
    return {FaultSearch(job, complaint).preferred.rate_per_hour, Decimal(said), Decimal(panel)}


def same_everywhere(workshop: Workshop, hands: Hands, tmp_path: Path) -> None:
    """Check that the report is the same file from the window, from the command line and in a job file."""
    desk = hands.window.sheets
    reports: list[bytes] = []
    desk.report(as_kept, lambda content, _told: reports.append(content))
    (report,) = reports
    command(workshop, "print", GUIDE, "--sheet", "report", "--job", "1", "-o", str(tmp_path / "report.pdf"))
    command(workshop, "export", "1", "-o", str(tmp_path / "job.zip"))
    assert (tmp_path / "report.pdf").read_bytes() == report
    with ZipFile(tmp_path / "job.zip") as file:
        assert file.read("report.pdf") == report


def test_a_job_costs_the_same_wherever_it_is_asked_for(
    workshop: Workshop,
    hands: Hands,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert rates(hands) == {Decimal(OWN)}
    same_everywhere(workshop, hands, tmp_path)
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    asked = asked_first(workshop, capsys)
    assert asked == asked_first(workshop, capsys, "--rate", OWN)
    assert asked != asked_first(workshop, capsys, "--rate", "1200")


def test_a_closed_job_costs_what_it_cost_when_the_workshop_takes_more(
    workshop: Workshop, hands: Hands, tmp_path: Path
) -> None:
    hands.window.workbench.attempt(lambda job: job.do(Closed()))
    take(workshop, OTHER)
    hands.window.workshop_settings.check()
    assert rates(hands) == {Decimal(OWN)}
    same_everywhere(workshop, hands, tmp_path)
    hands.window.workbench.attempt(lambda job: job.do(Reopened()))
    hands.window.workbench.changed.emit()
    assert rates(hands) == {Decimal(OTHER)}
