"""The command ``diagnose --job``: what is answered is kept with the job, and seen and undone by its window."""

import io
import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from micra_assistant.cli import main
from micra_assistant.diagnosis.findings import Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import AnyAct, Closed, Diagnosed, Entered, FaultSought, MoveChosen, Ticked, Undone
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.recording import Recorder
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records import database
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job, open_again
from micra_assistant.parts.options import read_parts
from micra_assistant.userfiles import UserFiles
from tests.builders import HEAD, literal, rewrite, write_guide
from tests.cli.test_main import refused
from tests.diagnosis.lamp import LAMP, PAGE, PARTS, changed
from tests.jobs.faultfinding.talks import no_own_rate
from tests.jobs.recordfiles import scribble

pytestmark = pytest.mark.thorough

LIMITS = """
item = "pressed"
limits = { good = { to = 1 }, blown = { from = 2 } }
"""
MODEL = LAMP
for _old, _new in (
    ('answers = { good = "Good", blown = "Blown" }', f'answers = {{ good = "Good", blown = "Blown" }}{LIMITS}'),
    ("minutes = 2\nmoney = 1", "minutes = 40\nmoney = 1"),
    ("minutes = 1\naccess", "minutes = 20\naccess"),
    ('trust = "reliable"', 'trust = "sure"'),
):
    MODEL = changed(_old, _new, MODEL)
"""A lamp whose fuse is measured on the checklist, behind a gate of its page."""
COMPLAINT = '[[complaints]]\ntitle = "It is dark"\nstep = "measure"\nfaults = "faults.toml"\n'
OHMS, LOOK = "Ohms of the fuse?", "Is the filament broken?"
GATE, GOOD, BLOWN = "1", ("1", "1"), ("2", "1")
"""What is typed for the gate, and for each answer: a bare number may be a reading too, so it is asked which."""


class Workshop:
    """The files of a workshop with a job, its window, and its terminal."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.guide = write_guide(
            folder,
            {
                "guide.toml": f"{literal(HEAD)}{COMPLAINT}",
                "10-page.md": PAGE.replace('minus="leads"', ""),
                "parts.toml": PARTS,
                "faults.toml": MODEL,
            },
        )
        self.files = UserFiles(folder / "here")
        self._monkeypatch, self._capsys = monkeypatch, capsys
        with self._store() as store:
            guide = read_guide(self.guide)
            begin_job(store, guide, read_parts(guide.folder))

    def _store(self) -> "closing[SqliteStore]":
        return closing(SqliteStore(self.files.records))

    def in_window(self, act: Callable[[OpenJob], object]) -> None:
        """Do something with the job in a window of its own."""
        with self._store() as store:
            guide = read_guide(self.guide)
            act(open_again(store, store.job(store.rows(JobQuery())[0].id), guide, read_parts(guide.folder)))

    def answer_in_window(self, answer: str) -> None:
        """Answer the question in the window."""

        def act(open_job: OpenJob) -> None:
            search = FaultSearch(open_job, open_job.guide.complaints[0], no_own_rate)
            search.begin()
            Recorder(search.inquiry(), "faults.toml").answer(open_job, answer)

        self.in_window(act)

    @property
    def acts(self) -> list[AnyAct]:
        """What was done on the job after it was begun."""
        acts: list[AnyAct] = []
        self.in_window(lambda open_job: acts.extend(event.act for event in open_job.history.events[1:]))
        return acts

    def talk(self, *lines: str | Callable[[], object], also: tuple[str, ...] = ()) -> str:
        """Type lines into the terminal, and do in between what is no line; return what is seen."""
        assert self.run(lines, "--job", "1", *also) == 0
        shown = self._capsys.readouterr()
        assert shown.err == ""
        return shown.out.replace("\N{NO-BREAK SPACE}", " ")

    def pipe(self, *lines: str) -> list[Any]:
        """Return what the pipe writes."""
        return [json.loads(line) for line in self.talk(*lines, also=("--json",)).splitlines()]

    def run(self, lines: tuple[str | Callable[[], object], ...], *arguments: str) -> int:
        """Type lines into the command."""
        waiting = iter(lines)

        def readline() -> str:
            for line in waiting:
                if isinstance(line, str):
                    return f"{line}\n"
                line()
            return ""

        typed = io.StringIO()
        self._monkeypatch.setattr(sys, "stdin", typed)
        self._monkeypatch.setattr(typed, "readline", readline)
        return main([*self.options, "diagnose", *arguments])

    @property
    def options(self) -> list[str]:
        """What is said before the command."""
        return ["--data-dir", str(self.files.folder), "--guides", str(self.guide.parent)]


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Workshop:
    """Return a workshop with a job on a lamp that is dark."""
    return Workshop(tmp_path, monkeypatch, capsys)


def findings_of(workshop: Workshop) -> list[object]:
    """Return what was found on the job by answers that stand by themselves, whether it was undone or not."""
    return [act.finding for act in workshop.acts if isinstance(act, Diagnosed)]


# kept with the job


def test_what_is_answered_is_in_the_history_of_the_job(workshop: Workshop) -> None:
    workshop.files.settings.write_text("[General]\nwho=Cy\n", encoding="utf-8")
    seen = workshop.talk(GATE, *GOOD, "o", "o 1", "d", "3")
    assert "First: Hands out\n   1  It is done\n" in seen
    assert workshop.acts == [
        FaultSought("faults.toml"),
        Ticked("hands-out"),
        Diagnosed("faults.toml", Answered("ohms", "good"), f"{OHMS} Good"),
        MoveChosen("faults.toml", Move(MoveKind.TEST, "look"), LOOK),
        Diagnosed("faults.toml", LeftOut(Move(MoveKind.TEST, "look")), f"Not known: {LOOK}"),
        Diagnosed(
            "faults.toml",
            Repaired("change-bulb", Outcome.PART_WAS_BAD),
            "Change the bulb: the part was really bad, but the complaint stays",
        ),
    ]
    by: set[str] = set()
    workshop.in_window(lambda open_job: by.update(event.by for event in open_job.history.events[1:]))
    assert by == {"Cy"}


def test_a_reading_that_is_typed_stands_on_the_checklist(workshop: Workshop) -> None:
    workshop.talk(GATE, "0.4 Ω")
    assert workshop.acts[-1] == Entered("pressed", "0.4 Ω")
    assert "Repair (9 €): Change the bulb\n" in workshop.talk()


def test_a_reading_that_does_not_tell_is_kept_and_asked_about_again(workshop: Workshop) -> None:
    seen = workshop.talk(GATE, "1.5 Ω", *BLOWN)
    assert f"{OHMS} (1.5 Ω alone does not tell)\n" in seen
    assert workshop.acts[-2:] == [
        Entered("pressed", "1.5 Ω"),
        Diagnosed("faults.toml", Answered("ohms", "blown"), f"{OHMS} Blown"),
    ]


def test_what_cannot_be_done_or_is_not_known_is_told_apart(workshop: Workshop) -> None:
    workshop.talk(GATE, "c")
    assert workshop.acts[-1] == Diagnosed(
        "faults.toml", LeftOut(Move(MoveKind.TEST, "ohms")), f"Cannot be done here: {OHMS}"
    )


def test_what_was_done_first_stays_done_on_the_checklist(workshop: Workshop) -> None:
    workshop.talk(GATE, *GOOD, "b")
    assert workshop.acts.count(Ticked("hands-out")) == 1
    assert OHMS in workshop.talk()


def test_giving_up_is_not_kept(workshop: Workshop) -> None:
    seen = workshop.talk("c", *"cccc", "1")
    assert "Given up: Send it to an electrician." in seen
    assert all(isinstance(finding, LeftOut) for finding in findings_of(workshop))


# to and fro


def test_what_was_begun_in_the_window_goes_on_in_the_terminal(workshop: Workshop) -> None:
    workshop.in_window(lambda open_job: open_job.toggle("hands-out"))
    workshop.answer_in_window("good")
    seen = workshop.talk("1")
    assert "Repair (9 €): Change the bulb\n" in seen
    assert f"Found:\n  {OHMS} Good\n  Change the bulb: it cured it\n" in seen
    assert "Spent so far, in work and money: 12 €" in seen
    assert workshop.acts.count(FaultSought("faults.toml")) == 1


def test_the_terminal_takes_back_what_the_window_took(workshop: Workshop) -> None:
    workshop.in_window(lambda open_job: open_job.toggle("hands-out"))
    workshop.answer_in_window("good")
    seen = workshop.talk("b", "b")
    assert f"Test (3 €): {OHMS}\n" in seen
    assert "This is where it began." in seen
    assert isinstance(workshop.acts[-1], Undone)


def test_the_window_goes_on_with_what_the_terminal_took(workshop: Workshop) -> None:
    workshop.talk(GATE, *BLOWN)
    seen: list[str] = []

    def look(open_job: OpenJob) -> None:
        inquiry = FaultSearch(open_job, open_job.guide.complaints[0], no_own_rate).inquiry()
        seen.extend([*(answer.words for answer in inquiry.given), inquiry.title])

    workshop.in_window(look)
    assert seen == [f"{OHMS} Blown", "Change the fuse"]


def test_what_the_window_undoes_is_asked_again_in_the_terminal(workshop: Workshop) -> None:
    seen = workshop.talk(GATE, *GOOD, lambda: workshop.in_window(lambda open_job: open_job.undo()), "")
    assert seen.rpartition("Test (3 €): ")[2].startswith(OHMS)


def test_back_takes_back_only_what_the_terminal_took(workshop: Workshop) -> None:
    workshop.talk("1", lambda: workshop.in_window(lambda open_job: open_job.toggle("clean")), *GOOD, "b", "b")
    ticked: set[str] = set()
    workshop.in_window(lambda open_job: ticked.update(open_job.state.ticked))
    assert ticked == {"clean"}
    assert len([act for act in workshop.acts if isinstance(act, Undone)]) == 2


def test_what_is_cured_already_is_only_told(workshop: Workshop) -> None:
    workshop.talk(GATE, *GOOD, "1")
    before = workshop.acts
    seen = workshop.talk("2")
    assert "Cured: Change the bulb." in seen
    assert "> " not in seen
    (line,) = workshop.pipe('{"back": true}')
    assert (line["done"], line["ask"]) == ("cured", None)
    assert line["state"]["items"] == [], "the gates of the model, not all that is ticked"
    assert workshop.acts == before


# answers that do not fit together


def test_answers_that_do_not_fit_together_are_asked_about(workshop: Workshop) -> None:
    workshop.in_window(lambda open_job: open_job.toggle("hands-out"))
    for finding in (Answered("ohms", "blown"), Answered("look", "broken")):
        workshop.in_window(partial(OpenJob.do, act=Diagnosed("faults.toml", finding, finding.test)))
    first, after = workshop.pipe('{"answer": "go-on"}')
    assert first["ask"]["contradiction"] is True
    assert first["ask"]["question"].startswith("These answers do not fit together. Which answer do you doubt?")
    assert (list(first["ask"]["answers"].values()), first["ask"]["leads"]) == (
        ["ohms", "look", "It is all as I said, go on"],
        [],
    )
    assert "contradiction" not in after["ask"]
    seen = workshop.talk("2", "b")
    assert "   1  ohms\n   2  look\n   3  It is all as I said, go on\n" in seen
    assert "): Change the fuse\n" in seen
    assert seen.count("These answers do not fit together") == 2


# what cannot be


def test_a_closed_job_is_refused_in_words(workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.in_window(lambda open_job: open_job.do(Closed("bulb")))
    assert workshop.run((), "--job", "1") == 1
    assert "This job is closed: reopen it to go on with it." in capsys.readouterr().err


def test_a_job_that_is_closed_meanwhile_takes_no_answer(workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    close = lambda: workshop.in_window(lambda open_job: open_job.do(Closed("bulb")))  # noqa: E731
    assert workshop.run((close, "1"), "--job", "1") == 1
    assert "This job is closed" in capsys.readouterr().err
    assert isinstance(workshop.acts[-1], Closed)


def test_another_text_of_the_guide_is_not_mixed_with_the_former(workshop: Workshop) -> None:
    def adopt(open_job: OpenJob) -> None:
        page = workshop.guide / "10-page.md"
        rewrite(page, "Hands out", "Fingers out")
        open_job.take_newer(read_guide(workshop.guide), None)

    seen = workshop.talk(lambda: workshop.in_window(adopt), GATE)
    assert "The job goes on with another text of its guide: end here, and begin again.\n" in seen
    assert Ticked("hands-out") not in workshop.acts
    assert "First: Fingers out\n" in workshop.talk()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--job", "7"), "there is no job “7”; there is: 0001"),
        (("--job", "bulb"), "there is no job “bulb”"),
        (("--job", ""), "there is no job “”"),
        (("button", "--job", "1"), "name a guide, or a model with --model FILE, or a job with --job N"),
        (("--job", "1", "--model", "faults.toml"), "name a guide, or a model"),
        (("--job", "1", "--complaint", "2"), "there is no complaint with a model “2”; there is: 1 It is dark"),
        (("--job", "1", "--rate", "much"), "“much” is no labour rate"),
    ],
)
def test_what_there_is_not_is_named(
    workshop: Workshop, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert words in refused(capsys, *workshop.options, "diagnose", *arguments)
    assert workshop.acts == []


def test_without_records_there_is_no_job(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path / "none"), "diagnose", "--job", "1"]) == 1
    assert "there are no job records in" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_records_that_somebody_else_holds_are_named(
    workshop: Workshop, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = sqlite3.connect(workshop.files.records, isolation_level=None)

    def hold() -> None:
        monkeypatch.setattr(database, "_BUSY_SECONDS", 0.0)
        holder.execute("PRAGMA busy_timeout = 0")
        holder.execute("BEGIN IMMEDIATE")

    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.0)
    with closing(holder):
        assert workshop.run((hold, "1"), "--job", "1") == 1
        assert "another program" in capsys.readouterr().err
        holder.execute("ROLLBACK")
    assert workshop.acts == [FaultSought("faults.toml")]


def test_records_that_are_broken_are_named(workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    scribble(workshop.files.records, 0, b"x" * 4096)
    assert workshop.run((), "--job", "1") == 1
    assert str(workshop.files.records) in capsys.readouterr().err
