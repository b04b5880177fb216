"""The commands ``parts`` and ``quotes``: what the ways cost, and what suppliers ask, in and out."""

import csv
import json
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.cli import main
from micra_assistant.jobs.events import Closed, Described, Entered, OptionChosen
from micra_assistant.jobs.quoting import add_quote, choose_quote
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.options import parts_of
from micra_assistant.parts.quotes import Quote
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.values import Workshop
from tests.cli.test_main import refused
from tests.parts.ways import plain
from tests.shipped import LIBRARY

TABLE_OF_THE_YEARS = {0: "1435.00", 1: "2429.67", 3: "4419.00", 5: "6408.33"}
"""Cleaning: 68 min of the route at 1 200 ₽ an hour and 75 ₽; the same again for each failure, 50 in 100 a year."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder of records with a job that has a quote, and the number on the old part."""
    guide = LIBRARY.guide("tailgate-button")
    with closing(SqliteStore(UserFiles(tmp_path).records)) as store:
        job = begin_job(store, guide, parts_of(guide))
        job.do(Entered("number-noted", "25570 AX600"))
        add_quote(job, Quote("Ivanov", Decimal(900), "RUB", number="25570-AX60A"))
        choose_quote(job, job.state.quotes[0].id)
    return tmp_path


def ask(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command says."""
    assert main(["--data-dir", str(data), *words]) == 0
    return plain(capsys.readouterr().out)


def test_it_says_which_way_comes_cheapest_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = ask(tmp_path, capsys, "parts", "tailgate-button")
    assert "For a car kept 3 years, “Clean the old button” comes cheapest, about 4 419 ₽" in seen
    assert "  Used part: 300 – 700 ₽ (Russia, undated, as printed in the article)\n" in seen
    assert "      Fitted now: 1 980 – 2 380 ₽; Kept 3 years: 4 539 – 5 456 ₽\n" in seen
    assert "  Rubber pad only: not known\n" in seen


@pytest.mark.parametrize("years", TABLE_OF_THE_YEARS)
def test_a_program_gets_the_same_for_any_years(tmp_path: Path, capsys: pytest.CaptureFixture[str], years: int) -> None:
    seen = json.loads(ask(tmp_path, capsys, "parts", "tailgate-button", "--json", "--keep-years", str(years)))
    ways = {way["id"]: way for way in seen["parts"][0]["ways"]}
    assert (seen["currency"], seen["kept_years"], seen["job"]) == ("RUB", years, None)
    assert abs(Decimal(ways["clean"]["kept_middle"]) - Decimal(TABLE_OF_THE_YEARS[years])) < 2
    assert ways["clean"]["is_estimate"]
    assert ways["pad"]["price"] is None


def test_a_quote_of_the_job_is_a_row_and_its_number_is_compared(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = ask(data, capsys, "parts", "tailgate-button", "--job", "1")
    assert "  Ivanov (chosen): 900 ₽ (quote, undated)\n" in seen
    assert "Check before you pay: the quote says 25570-AX60A, the old part 25570 AX600." in seen
    told = json.loads(ask(data, capsys, "parts", "tailgate-button", "--job", "1", "--json"))
    (way,) = (way for way in told["parts"][0]["ways"] if way["name"] == "Ivanov")
    assert (way["number"]["agreement"], way["chosen"]) == ("another", True)


def test_it_is_saved_as_a_table_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(data, capsys, "parts", "tailgate-button", "--job", "1", "--csv", str(data / "parts.csv"))
    with (data / "parts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[2]["Way"], rows[2]["Price from"], rows[2]["Kept, middle"]) == ("Used part", "300.00", "4997.32")
    assert (rows[6]["Way"], rows[6]["Price from"], rows[6]["Fitted to"]) == ("Rubber pad only", "", "")


def test_quotes_go_out_and_come_in_with_bad_rows_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "quotes.csv"
    assert ask(data, capsys, "quotes", "export", "--job", "1", "-o", str(file)).endswith("quotes.csv: 1 quote\n")
    file.write_text(file.read_text(encoding="utf-8-sig") + "Leeds,£9\nHull,free\n", encoding="utf-8")
    assert main(["--data-dir", str(data), "quotes", "import", str(file), "--job", "1"]) == 1
    said = capsys.readouterr()
    assert said.out.endswith("quotes.csv: 2 quotes, 1 of them new\n")
    assert "quotes.csv:4: Price: “free” is not a number" in said.err
    assert "  Leeds: £9 (quote, undated)\n" in ask(data, capsys, "parts", "tailgate-button", "--job", "1")


def test_what_cannot_be_asked_for(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["parts", "tailgate-button", "--keep-years", "31"])
    assert "a car is kept from 0 to 30 years" in capsys.readouterr().err
    assert "no job 0001 with guide “remote-key”" in refused(
        capsys, "--data-dir", str(data), "parts", "remote-key", "--job", "1"
    )


def test_a_guide_without_parts(guides: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "--guides", str(guides), "parts", "button"]) == 1
    assert "The guide “button” needs no part." in capsys.readouterr().err


def test_own_jobs_count_on_screen_on_paper_and_here(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = LIBRARY.guide("tailgate-button")
    with closing(SqliteStore(UserFiles(data).records)) as store:
        for _again in range(2):
            job = begin_job(store, guide, parts_of(guide), Described("AB12 CDE"))
            job.do(OptionChosen("used"))
            job.do(Closed())
        sheet = JobSheets(job, Workshop()).sheet(SheetKind.PARTS)
    assert sheet.comparison
    printed = {option.id: option.more for option in sheet.comparison.parts.options}
    assert "Failed: 1 of 2 here." in printed["used"]
    assert "Failed: 1 of 2 here." in ask(data, capsys, "parts", "tailgate-button")
    seen = json.loads(ask(data, capsys, "parts", "tailgate-button", "--json"))
    ways = {way["id"]: way for way in seen["parts"][0]["ways"]}
    assert ways["used"]["failed_here"] == {"failed": 1, "fitted": 2}
    assert ways["original"]["failed_here"] is None


def test_the_years_of_the_workshop_hold_unless_others_are_asked_for(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    UserFiles(data).workshop.write_text("kept_years = 5\n", encoding="utf-8")
    assert "For a car kept 5 years" in ask(data, capsys, "parts", "tailgate-button")
    assert "For a car kept 1 year" in ask(data, capsys, "parts", "tailgate-button", "--keep-years", "1")


def test_a_comparison_comes_in_as_quotes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "comparison.csv"
    ask(data, capsys, "parts", "tailgate-button", "--job", "1", "--csv", str(file))
    text = file.read_text(encoding="utf-8-sig").replace("300.00,700.00", "640,640")
    file.write_text(text, encoding="utf-8")
    assert "1 quote, 1 of them new" in ask(data, capsys, "quotes", "import", str(file), "--job", "1")
    assert "  Used part: 640 ₽ (quote, " in ask(data, capsys, "parts", "tailgate-button", "--job", "1")
