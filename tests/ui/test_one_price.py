"""The same job costs the same wherever it is asked for: in the window, on its sheets, in a job file, in a terminal."""

import io
import json
import sys
from decimal import Decimal
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from micra_assistant import assets
from micra_assistant.cli import main
from micra_assistant.diagnosis.case import as_move
from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.guide.model import Count
from micra_assistant.jobs.events import AnyAct, Closed, Described, Entered, OptionChosen, Reopened, Ticked
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import as_kept
from micra_assistant.jobs.quoting import add_quote, choose_quote
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.money import show_range
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

GUIDE = "tailgate-button"
COMPLAINT = "The tailgate no longer opens from its button"
TRIM = ("trim-screws", "trim-clips", "trim-panel")
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
    job = hands.window.workbench.shown
    assert job is not None
    complaint = next(one for one in job.guide.complaints if one.faults)
    report = JobSheets(job, job.workshop()).sheet(SheetKind.REPORT).report
    assert report is not None
    assert report.parts is not None
    said = report.parts.rate.replace("\N{NO-BREAK SPACE}", "").removesuffix("₽")
    return {FaultSearch(job, complaint).preferred.rate_per_hour, Decimal(said), Decimal(hands.rate)}


def open_the_car(hands: Hands, *steps: str) -> None:
    """Do all lines of these steps."""
    job = hands.window.workbench.shown
    assert job is not None
    for item in (item for step in steps for item in job.guide.step(step).items):
        act = Entered(item.id, "2") if isinstance(item, Count) else Ticked(item.id)
        hands.window.workbench.attempt(partial(done, act))


def done(act: AnyAct, job: OpenJob) -> None:
    """Do something on a job."""
    job.do(act)


def by_the_finder(hands: Hands) -> dict[str, str]:
    """Return what each way to mend the button costs fitted, by what the finder reckons for the work."""
    job = hands.window.workbench.shown
    assert job is not None
    assert job.parts is not None
    case = FaultSearch(job, job.guide.complaints[0]).inquiry().case
    prices = {option.id: option.amounts for option in job.parts.options}
    costs: dict[str, str] = {}
    for repair in case.model.repairs:
        if price := prices.get(repair.option):
            work = Decimal(str(cost_of(case, as_move(repair)))) - repair.cost.money
            costs[repair.option] = show_range(price[0] + work, price[1] + work, "RUB")
    return costs


def in_the_table(hands: Hands) -> dict[str, str]:
    """Return what each option costs fitted, as the parts panel shows it."""
    return {row.shown.id: row.shown.fitted for row in hands.window.body.parts.rows}


def on_paper(hands: Hands, kind: SheetKind) -> dict[str, str]:
    """Return what each option costs fitted, as a sheet prints it."""
    job = hands.window.workbench.shown
    assert job is not None
    sheet = JobSheets(job, job.workshop()).sheet(kind)
    parts = sheet.report.parts if sheet.report else sheet.parts
    assert parts is not None
    return {option.id: option.fitted for option in parts.options}


def in_the_terminal(workshop: Workshop, capsys: pytest.CaptureFixture[str], repair: str) -> float:
    """Return what a repair costs with its work, chosen in the terminal on the same job."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(json.dumps({"choose": repair}) + "\n"))
        command(workshop, "diagnose", "--job", "2", "--json")
    cost = json.loads(capsys.readouterr().out.splitlines()[-1])["ask"]["goal_cost"]
    assert isinstance(cost, float)
    return cost


def chosen_in_the_window(hands: Hands, repair: str) -> float:
    """Return what the finder of the window reckons for a repair."""
    job = hands.window.workbench.shown
    assert job is not None
    return cost_of(FaultSearch(job, job.guide.complaints[0]).inquiry().case, Move(MoveKind.REPAIR, repair))


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    "steps", [("prop-tailgate", "battery-off", *TRIM), (), ("prop-tailgate", "battery-off")], ids=len
)
def test_finder_table_sheets_and_terminal_reckon_the_same_work(
    workshop: Workshop, hands: Hands, capsys: pytest.CaptureFixture[str], steps: tuple[str, ...]
) -> None:
    hands.window.workbench.begin(GUIDE, Described(complaint=COMPLAINT))
    hands.open_parts()
    open_the_car(hands, *steps)
    settle()
    told = by_the_finder(hands)
    assert len(told) == 4
    assert in_the_table(hands).items() >= told.items()
    for kind in (SheetKind.GUIDE, SheetKind.REPORT):
        assert on_paper(hands, kind).items() >= told.items()
    assert in_the_terminal(workshop, capsys, "new-original") == chosen_in_the_window(hands, "new-original")


def test_what_is_open_already_is_paid_for_no_more(hands: Hands) -> None:
    hands.window.workbench.begin(GUIDE, Described(complaint=COMPLAINT))
    hands.open_parts()
    shut = in_the_table(hands)
    open_the_car(hands, "prop-tailgate", "battery-off", *TRIM)
    settle()
    assert in_the_table(hands)["original"] != shut["original"]


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


def test_a_chosen_quote_costs_the_same_in_finder_table_report_and_terminal(
    workshop: Workshop, hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    hands.window.workbench.begin(GUIDE, Described(complaint=COMPLAINT))
    hands.open_parts()
    quote = Quote("Ivanov", Decimal(900), "RUB", OptionKind.ORIGINAL)
    hands.window.workbench.attempt(lambda job: add_quote(job, quote))
    hands.window.workbench.attempt(lambda job: choose_quote(job, job.state.quotes[0].id))
    settle()
    job = hands.window.workbench.shown
    assert job is not None
    row = quote_option_id(job.state.quotes[0].id)
    case = FaultSearch(job, job.guide.complaints[0]).inquiry().case
    (repair,) = (one for one in case.model.repairs if one.option == "original")
    work = Decimal(str(cost_of(case, as_move(repair)))) - repair.cost.money
    assert repair.cost.money == Decimal(900)
    told = show_range(900 + work, 900 + work, "RUB")
    assert in_the_table(hands)[row] == told
    assert on_paper(hands, SheetKind.REPORT)[row] == told
    capsys.readouterr()
    command(workshop, "parts", GUIDE, "--job", "2")
    assert f"Fitted now: {told}" in capsys.readouterr().out
    assert in_the_terminal(workshop, capsys, "new-original") == chosen_in_the_window(hands, "new-original")
