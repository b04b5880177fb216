"""The command ``diagnose``: in a terminal, and driven through a pipe by a mechanic whose car has a hidden fault."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from micra_assistant.cli import main
from micra_assistant.cli.fault_pipe import run_pipe, shown
from micra_assistant.cli.fault_talk import FaultTalk
from micra_assistant.diagnosis.fault_model import OTHER, Model
from micra_assistant.jobs.events import Closed, Opened
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.userfiles import UserFiles
from tests.builders import log_of
from tests.cli.test_main import refused, without_qt
from tests.diagnosis.lamp import LAMP, changed
from tests.jobs.faultfinding.talks import SHIPPED, talk_about_shipped
from tests.spaces import spaced

pytestmark = pytest.mark.thorough

_MOST_ASKED = 120


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    """Return the file of a model of a lamp that does not light; a fuse is so dear that it is measured first."""
    file = tmp_path / "faults.toml"
    file.write_text(changed("minutes = 2\nmoney = 1", "minutes = 40\nmoney = 1"), encoding="utf-8")
    return file


def typing(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Type ``text``, after which no more comes."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, *arguments: str) -> str:
    """Type ``text`` into the command and return what is seen."""
    typing(monkeypatch, text)
    assert main(["diagnose", *arguments]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out.replace("\N{NO-BREAK SPACE}", " ")


# a mechanic at the other end


class Mechanic:
    """Drives the pipe for a car with a fault: the answer to a test is the likeliest, a repair cures if it mostly does.

    Attributes:
        heard: all that came out of the pipe.
    """

    def __init__(self, model: Model, fault: str) -> None:
        self._tests = {test.id: test for test in model.tests}
        self._repairs = {repair.id: repair for repair in model.repairs}
        self._fault = fault
        self.heard: list[dict[str, Any]] = []

    def write(self, line: str) -> None:
        """Hear what comes out."""
        assert line.count("\n") == 1
        assert line.isascii()
        self.heard.append(json.loads(line))

    def lines(self) -> Iterator[str]:
        """Answer whatever is asked."""
        for _ in range(_MOST_ASKED):
            yield json.dumps(self._said(self.heard[-1]["ask"]["move"])) + "\n"

    def _said(self, move: dict[str, str]) -> dict[str, object]:
        match move["kind"]:
            case "test":
                likely = self._tests[move["id"]].likely
                return {"answer": max(likely, key=lambda answer: likely[answer][self._fault])}
            case "repair":
                return {"cured": self._repairs[move["id"]].fixes.get(self._fault, 0) >= 0.5}
            case _:
                return {"answer": "done"}


@pytest.mark.walk(first=8)
@pytest.mark.parametrize(
    ("name", "fault"), [(name, fault.id) for name, (*_, known) in SHIPPED.items() for fault in known.model.faults]
)
def test_a_mechanic_at_the_other_end_of_the_pipe_finds_the_hidden_fault(
    nowhere: SqliteStore, name: str, fault: str
) -> None:
    now = talk_about_shipped(nowhere, name)
    model = now.case.model
    mechanic = Mechanic(model, fault)
    run_pipe(now, mechanic.lines(), mechanic.write)
    assert mechanic.heard[-1] == json.loads(json.dumps(shown(now)))
    if mechanic.heard[-1]["done"] == "given-up":
        assert fault in (OTHER, max(now.case.shares, key=now.case.shares.__getitem__))
    else:
        assert mechanic.heard[-1]["done"] == "cured"
    costs = [heard["state"]["cost"] for heard in mechanic.heard]
    assert costs == sorted(costs)
    cures = [name for name, outcome in mechanic.heard[-1]["state"]["repairs"].items() if outcome == "cured"]
    assert all(repair.fixes[fault] >= 0.5 for repair in model.repairs if repair.id in cures)


# the pipe


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path, *lines: str) -> list[Any]:
    """Return what the pipe answers to these lines, after its first."""
    out = talk(monkeypatch, capsys, "".join(f"{line}\n" for line in lines), "--model", str(lamp), "--json")
    return [json.loads(line) for line in out.splitlines()][1:]


def test_the_pipe_says_all_that_is_known_and_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path
) -> None:
    first = json.loads(talk(monkeypatch, capsys, "", "--model", str(lamp), "--json", "--rate", "30"))
    assert first["done"] is None
    assert first["state"]["shares"] == pytest.approx({"bulb": 0.6, "fuse": 0.37, "other": 0.03})
    assert (first["state"]["answers"], first["state"]["cost"], first["state"]["failing"]) == ({}, 0, True)
    ask = first["ask"]
    assert (ask["move"], ask["question"]) == ({"kind": "test", "id": "ohms"}, "Ohms of the fuse?")
    assert ask["answers"] == {"good": "Good", "blown": "Blown"}
    assert ask["cost"] == 3 * 30 / 60
    assert ask["expected"] < ask["untested"]
    assert {lead["answer"]: lead["move"]["id"] for lead in ask["leads"]} == {
        "good": "change-bulb",
        "blown": "change-fuse",
    }
    assert sum(lead["share"] for lead in ask["leads"]) == pytest.approx(1)


def test_the_pipe_takes_every_kind_of_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path
) -> None:
    lines = (
        '{"answer": "good"}',
        '{"back": true}',
        '{"failing": false}',
        '{"failing": true}',
        '{"choose": "change-fuse"}',
        '{"cured": false}',
        '{"choose": "look"}',
        '{"skip": true}',
        '{"choose": "change-bulb"}',
        '{"cured": "part-was-bad"}',
    )
    heard = said(monkeypatch, capsys, lamp, *lines)
    states = [line["state"] for line in heard]
    assert [states[number]["answers"] for number in (0, 1)] == [{"ohms": "good"}, {}]
    assert [states[number]["failing"] for number in (2, 3)] == [False, True]
    assert (heard[4]["ask"]["goal"], heard[4]["ask"]["leads"]) == ({"kind": "repair", "id": "change-fuse"}, [])
    assert states[5]["repairs"] == {"change-fuse": "no-change"}
    assert [states[number]["left_out"] for number in (6, 7)] == [[], [{"kind": "test", "id": "look"}]]
    assert states[9]["repairs"] == {"change-fuse": "no-change", "change-bulb": "part-was-bad"}


def test_the_pipe_is_told_what_is_known_already(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path
) -> None:
    (after,) = said(monkeypatch, capsys, lamp, '{"known": {"ohms": "good", "change-bulb": "no-change"}}')
    state = after["state"]
    assert (state["answers"], state["repairs"]) == ({"ohms": "good"}, {"change-bulb": "no-change"})
    assert state["cost"] == 0


def test_the_pipe_ends_with_the_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path
) -> None:
    _, last = said(monkeypatch, capsys, lamp, '{"choose": "change-bulb"}', '{"cured": true}', '{"back": true}')
    assert (last["done"], last["ask"], last["state"]["cost"]) == ("cured", None, 2 + 3 + 4)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("what?", "not understood"),
        ("[]", "not understood"),
        ('{"answer": 3}', "not understood"),
        ('{"answer": "good", "extra": 1}', "not understood"),
        ('{"cured": "perhaps"}', "not understood"),
        ('{"skip": false}', "not understood"),
        ("[" * 100_000, "not understood"),
        ("{}", "Say one of these: answer, typed"),
        ('{"answer": "good", "back": true}', "Say one of these"),
        ('{"answer": "blue"}', "no answer “blue”"),
        ('{"cured": true}', "no answer “cured”"),
        ('{"typed": "0.4"}', "No reading is asked for"),
        ('{"choose": "paint"}', "“paint” is not left to do"),
        ('{"known": {"ohms": "blue"}}', "“ohms” cannot be known to be “blue”"),
        ('{"back": true}', "where it began"),
    ],
)
def test_bad_input_is_an_error_and_it_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path, line: str, words: str
) -> None:
    error, after = said(monkeypatch, capsys, lamp, line, "", '{"answer": "good"}')
    assert words in error["error"]
    assert after["state"]["answers"] == {"ohms": "good"}


# the terminal

SCRIPTS = {
    "tailgate-button": (
        ["tailgate-button", "--complaint", "1"],
        "1 1 1 1 1 1",
        "Feel the rubber pad. Torn? Reach in and press the round switch behind it",
    ),
    "tailgate-opens": (["tailgate-button", "--complaint", "2"], "1 1", "Ask the owner, and try: how does it open?"),
    "remote-key-one": (
        ["remote-key", "--complaint", "2"],
        "1 1",
        "Beside the car: does one of its buttons still work?",
    ),
    "remote-key-stopped": (["remote-key", "--complaint", "1"], "1 1 1 1", "Both keys used to lock the car and stopped"),
    "remote-key-new": (
        ["remote-key", "--complaint", "A new or replacement key never worked"],
        "1 1 1 1",
        "A new or replacement key never worked",
    ),
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_script_for_each_complaint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    arguments, answers, words = SCRIPTS[name]
    seen = talk(monkeypatch, capsys, "\n".join([*answers.split(), "?", "q"]), *arguments)
    assert words in seen
    assert "Suspects: " in seen
    assert "Expected bill" in seen
    assert "Ended before the fault was found. Spent so far" in seen
    assert "\nFound:\n  " in seen
    assert "%" not in seen


def test_the_talk_in_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path) -> None:
    seen = talk(monkeypatch, capsys, "1\n1\n", "--model", str(lamp))
    _help, _, rest = seen.partition("q    end here, with what was found\n")
    assert rest == (
        "\nSuspects: Bulb blown (most likely); Fuse blown (likely); Something else (unlikely)\n"
        "Test (3 €): Ohms of the fuse?\n   1  Good\n   2  Blown\n> "
        "\nSuspects: Bulb blown (most likely); Something else (unlikely)\n"
        "First: Take the lens off, about 4 min\n"
        "Then: Repair (9 €): Change the bulb\n"
        "   1  Cured\n   2  Done, it changed nothing\n   3  The part was really bad, but the complaint stays\n> "
        "\nCured: Change the bulb. It was most likely this: Bulb blown. Spent so far, in work and money: 12 €.\n"
        "Found:\n  Ohms of the fuse? Good\n  Change the bulb: it cured it\n"
        "All but ruled out:\n  Something else – “Change the bulb” cured it\n  Fuse blown – “Change the bulb” cured it\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9", "There is no answer 9."),
        ("0.4", "Type the number of an answer"),
        ("²", "Type the number of an answer"),
        ("b", "This is where it began."),
        ("h", "Type the number of the answer. Besides there is:"),
        ("?", "the answer decides what is next"),
        ("? 1", "Type o first"),
        ("o x", "Type o first"),
        ("o", "Instead, the best first:\n   1  Is the filament broken?\n   2  Change the bulb\n"),
        ("o\n? 2", "It comes to about the same: expected bill"),
        ("o\no 2", "Repair (9 €): Change the bulb"),
        ("k", "What do you know already? It costs nothing:\n   1  Is the filament broken? Whole\n"),
        ("k\nk 1", "Found:\n  Is the filament broken? Whole (known beforehand)\n"),
        ("l", "No dear repair hangs on one answer here."),
        ("k 99", "Type k first"),
        ("k 1 2", "Say what is known once"),
        ("n", "The car does not fail now, so tests say less."),
        ("c", "Left out: Ohms of the fuse?"),
        ("d", "Left out: Ohms of the fuse?"),
        ("1\nb", "Fuse blown (likely)"),
    ],
)
def test_letters_do_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path, text: str, words: str
) -> None:
    seen = talk(monkeypatch, capsys, f"{text}\n", "--model", str(lamp))
    assert words in seen.partition("q    end here, with what was found")[2]


def test_a_reading_may_be_typed_but_no_bare_number_that_could_be_an_answer(nowhere: SqliteStore) -> None:
    first = talk_about_shipped(nowhere, "tailgate-button")
    number = [move.id for move in first.others()].index("button-ohms") + 1
    seen: list[str] = []
    talk_ = FaultTalk(first, seen.append)
    talk_.run(["o", f"o {number}", "1", "1", "14", "14 ohm"])
    assert "There is no answer 14. A reading is typed with its unit: 14 Ω." in "".join(seen)
    assert talk_.now.case.answers["button-ohms"].answer == "dead"


def test_a_price_that_nobody_knows_is_not_made_up(nowhere: SqliteStore) -> None:
    first = talk_about_shipped(nowhere, "tailgate-button")
    seen: list[str] = []
    FaultTalk(first, seen.append).run(["o", f"o {[move.id for move in first.others()].index('bcm') + 1}"])
    assert "Repair (unknown, at least " in "".join(seen)
    assert not shown(first)["ask"]["price_known"]


def at_the_ohms(store: SqliteStore) -> tuple[FaultTalk, list[str]]:
    """Return a talk that has come to the ohms of the tailgate button, and what it writes."""
    first = talk_about_shipped(store, "tailgate-button")
    number = [move.id for move in first.others()].index("button-ohms") + 1
    seen: list[str] = []
    talk_ = FaultTalk(first, seen.append)
    talk_.run(["o", f"o {number}", "1", "1"])
    assert talk_.now.asked.id == "button-ohms"
    return talk_, seen


def test_a_lone_one_is_asked_about_in_the_terminal(nowhere: SqliteStore) -> None:
    talk_, seen = at_the_ohms(nowhere)
    talk_.run(["1."])
    assert "“1.”: A 1 alone at the left of the display means over range" in "".join(seen)
    assert "   1  Over range (OL)\n   2  Really 1 Ω\n" in "".join(seen)
    assert "button-ohms" not in talk_.now.case.answers
    talk_.run(["1"])
    assert talk_.now.case.answers["button-ohms"].answer == "dead"


def test_what_is_asked_about_may_be_left_for_another_test(nowhere: SqliteStore) -> None:
    for said in (["o", "o 1"], ["d"], ["n"], ["b"]):
        left, _ = at_the_ohms(nowhere)
        left.run(["1.", *said])
        assert left.now.unclear is None
        assert "button-ohms" not in left.now.case.answers


def test_what_is_asked_about_may_be_typed_anew(nowhere: SqliteStore) -> None:
    talk_, _ = at_the_ohms(nowhere)
    talk_.run(["1.", "0.4"])
    assert talk_.now.unclear is None
    assert talk_.now.case.answers["button-ohms"].answer == "good"


def test_a_bare_number_is_an_answer_or_what_the_meter_shows(nowhere: SqliteStore) -> None:
    talk_, seen = at_the_ohms(nowhere)
    talk_.run(["1"])
    assert "   2  Over range (OL)\n   3  Really 1 Ω\n" in "".join(seen)
    assert "button-ohms" not in talk_.now.case.answers
    talk_.run(["2"])
    assert talk_.now.case.answers["button-ohms"].answer == "dead"
    talk_.run(["b", "1", "3"])
    assert talk_.now.case.answers["button-ohms"].answer == "good"
    talk_.run(["b"])
    first = next(iter(talk_.now.answers))
    talk_.run(["1", "1"])
    assert talk_.now.case.answers["button-ohms"].answer == first
    talk_.run(["b", "2", "2"])
    assert "   2  The meter shows 2 Ω\n" in spaced("".join(seen))
    assert talk_.now.case.answers["button-ohms"].answer == "poor"


def test_a_number_of_thousands_of_digits_is_no_answer(nowhere: SqliteStore) -> None:
    talk_, seen = at_the_ohms(nowhere)
    talk_.run(["9" * 10_000, f"o {'9' * 10_000}"])
    assert "That is too long for a number. Type a number in Ω" in "".join(seen)
    assert "Type o first" in "".join(seen)


def test_a_lone_one_is_asked_about_through_the_pipe(nowhere: SqliteStore) -> None:
    talk_, _ = at_the_ohms(nowhere)
    heard: list[dict[str, Any]] = []
    run_pipe(
        talk_.now,
        ['{"typed": "1"}', '{"answer": "good"}', '{"back": true}', '{"typed": "I."}', '{"answer": "over-range"}'],
        lambda line: heard.append(json.loads(line)),
    )
    asked = heard[1]["ask"]
    assert (asked["doubt"], asked["leads"], asked["move"]["id"]) == ("1", [], "button-ohms")
    assert asked["answers"] == {"over-range": "Over range (OL)", "one": "Really 1 Ω"}
    assert "button-ohms" not in heard[1]["state"]["answers"]
    assert "There is no answer “good” here" in heard[2]["error"]
    assert (heard[3]["ask"]["doubt"], heard[3]["ask"]["unit"]) == (None, "Ω")
    assert heard[4]["ask"]["doubt"] == "I."
    assert heard[5]["state"]["answers"]["button-ohms"] == "dead"


@pytest.mark.parametrize(
    ("typed", "numbers", "rate"),
    [
        ("45.50", (), 45.5),
        ("45,50", (), 45.5),
        ("1.200,50", (), 1200.5),
        ("1,200", (), 1200),
        ("1.200", ("comma",), 1200),
    ],
)
def test_a_rate_is_read_as_numbers_are_written_here(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lamp: Path,
    typed: str,
    numbers: tuple[str, ...],
    rate: float,
) -> None:
    asked = [f"--numbers={name}" for name in numbers]
    chosen = '{"choose": "ohms"}\n'
    out = talk(monkeypatch, capsys, chosen, "--model", str(lamp), "--json", "--rate", typed, *asked)
    assert json.loads(out.splitlines()[-1])["ask"]["cost"] == pytest.approx(3 * rate / 60)


def test_the_setting_of_the_workshop_counts_unless_another_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lamp: Path
) -> None:
    UserFiles(tmp_path).workshop.write_text('numbers = "comma"')
    typing(monkeypatch, "")
    assert main(["--data-dir", str(tmp_path), "diagnose", "--model", str(lamp), "--rate", "1.200"]) == 0
    capsys.readouterr()
    here = ["--data-dir", str(tmp_path)]
    assert "type 1200 or 1.20" in refused(
        capsys, *here, "diagnose", "--model", str(lamp), "--rate", "1.200", "--numbers", "point"
    )
    UserFiles(tmp_path).workshop.write_bytes(b"\xff[")
    with pytest.raises(SystemExit):
        main([*here, "diagnose", "--model", str(lamp), "--rate", "1.200"])
    complaint, error = capsys.readouterr().err.splitlines()
    assert "workshop.toml:1: is not saved as UTF-8" in complaint
    assert "type 1200 or 1.20" in error


def test_giving_up_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path) -> None:
    seen = talk(monkeypatch, capsys, "c\n" * 4 + "1\n", "--model", str(lamp))
    assert "Give up (130 €): Send it to an electrician\n   1  Give up\n" in seen
    assert "Given up: Send it to an electrician. Spent so far, in work and money: 130 €.\n" in seen
    assert "Left:\n  Bulb blown: most likely\n  Fuse blown: likely\n  Something else: unlikely\n" in seen


def test_ctrl_c_ends_as_the_end_of_the_input_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lamp: Path
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    typing(monkeypatch, "")
    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    assert main(["diagnose", "--model", str(lamp)]) == 0
    assert "Ended before the fault was found." in capsys.readouterr().out


# what is asked for


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name a guide, or a model with --model FILE, or a job with --job N"),
        (["remote-key", "--model", "faults.toml"], "name a guide, or a model"),
        (["--model", "faults.toml", "--complaint", "1"], "leave --complaint out"),
        (["remote-key"], "say which with --complaint: 1 Both keys used to lock the car and stopped; 2 One key"),
        (["remote-key", "--complaint", "4"], "there is no complaint with a model “4”; there is: 1 Both keys"),
        (["nothing"], "there is no guide “nothing”"),
        (["tailgate-button", "--complaint", "1", "--rate", "much"], "“much” is no labour rate"),
        (["tailgate-button", "--complaint", "1", "--rate", "-1"], "“-1” is no labour rate"),
        (["tailgate-button", "--complaint", "1", "--rate", "NaN"], "“NaN” is no labour rate"),
    ],
)
def test_what_cannot_be_is_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    assert words in refused(capsys, "diagnose", *arguments)


def test_a_model_with_mistakes_is_named_by_its_lines(capsys: pytest.CaptureFixture[str], lamp: Path) -> None:
    lamp.write_text(LAMP.replace("weight = 60", "weight = -60"), encoding="utf-8")
    assert main(["diagnose", "--model", str(lamp)]) == 1
    assert f"{lamp}:22:" in capsys.readouterr().err


def test_it_needs_no_screen(lamp: Path) -> None:
    seen = without_qt("from micra_assistant.cli import main\nmain(sys.argv[1:])", "diagnose", "--model", str(lamp))
    assert "Ended before the fault was found." in seen


def test_it_learns_from_the_jobs_that_are_kept_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    closed = Closed(model="faults.toml", fault="bcm", sure=True)
    with closing(SqliteStore(UserFiles(tmp_path).records)) as store:
        for job in range(20):
            store.append(log_of(Opened("tailgate-button", "1"), closed, job=f"{job}"))
    typing(monkeypatch, "")
    assert main(["--data-dir", str(tmp_path), "diagnose", "tailgate-button", "--complaint", "1", "--json"]) == 0
    shares = json.loads(capsys.readouterr().out)["state"]["shares"]
    assert shares["bcm"] == pytest.approx((100 * 0.03 + 20) / (100 + 20)), "the author's estimate weighs as 100 jobs"
