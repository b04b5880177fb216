"""Every word that a command says was looked up: each command, in a language of brackets."""

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.cli import main
from micra_assistant.cli.parser import parser
from micra_assistant.cli.running import _SPEAKING_FOR_THEMSELVES
from micra_assistant.guide.head import Head
from micra_assistant.guide.library import Library
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Closed, Described
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.numbers import Numbers
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import install
from tests.builders import HEAD, SOURCES, write_guide
from tests.other_letters import files_in_other_letters, in_other_letters
from tests.pseudo import PSEUDO, not_looked_up, words_in
from tests.ui.diagnosis.finder import FAULTY_GUIDE

pytestmark = pytest.mark.thorough

SAID = in_other_letters("Anna said so")
COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "check_guides": [("check", "{guides}"), ("check", "{broken}"), ("check", "{nowhere}")],
    "print_sheet": [
        ("print", "button", "-o", "{folder}/1.pdf"),
        ("print", "button", "--sheet", "report", "-o", "{folder}/1.pdf"),
        ("print", "button", "--sheet", "report", "--job", "1", "-o", "{folder}/1.pdf"),
        ("print", "button", "--job", "9", "-o", "{folder}/1.pdf"),
        ("print", "button", "--paper", "9", "-o", "{folder}/1.pdf"),
        ("print", "9", "-o", "{folder}/1.pdf"),
        ("print", "button", "-o", "{folder}"),
    ],
    "diagnose": [("diagnose", "button"), ("diagnose", "button", "--rate", "?"), ("diagnose", "button", "--job", "1")],
    "show_route": [("route", "--job", "1"), ("route", "--job", "2"), ("route", "--job", "9")],
    "compare_parts": [
        ("parts", "button"),
        ("parts", "button", "--job", "9"),
        ("parts", "button", "--keep-years", "99"),
        ("parts", "9"),
    ],
    "share_quotes": [
        ("quotes", "export", "--job", "1", "-o", "{folder}/1.csv"),
        ("quotes", "import", "{folder}/1.csv", "--job", "1"),
        ("quotes", "import", "{folder}/9.csv", "--job", "1"),
    ],
    "export_job": [("export", "1", "-o", "{folder}/1.zip"), ("export", "9", "-o", "{folder}/1.zip")],
    "import_jobs": [("import", "{folder}/1.zip"), ("import", "{folder}/9.zip"), ("import", "{broken}")],
    "blank_job": [("blank", "2"), ("blank", "1"), ("blank", "9")],
    "share_experience": [
        ("experience", "export", "-o", "{folder}/1.csv"),
        ("experience", "import", "{folder}/1.csv", "{folder}/9.csv"),
        ("experience", "reset", "button"),
        ("experience", "reset", "button", "--undo"),
    ],
}
"""What is typed, by the module of the command."""
TYPED = "h\n?\no\n? 1\n1\n9\nn\nb\nc\nd\n1\n1\n1\n0.5\nx y\nOL\n1\n1\nq"
NAMES = (
    "micra-assistant",
    "int",
    "str",
    "none",
    *SheetKind,
    *PaperSize,
    *Numbers,
    "diagnose",
    "print",
    "job",
    "help",
    "sheet",
)
"""What is typed on the command line, and is called the same in every language."""


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Path]]:
    """Return what stands for places in a workshop with a job that is open and one that is closed."""
    files = UserFiles(tmp_path / "data")
    guide = read_guide(
        write_guide(tmp_path, files_in_other_letters({"guide.toml": HEAD, "../sources.toml": SOURCES, **FAULTY_GUIDE}))
    )
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, guide, details=Described(SAID, SAID, 5, SAID)).toggle("doors")
        begin_job(store, guide, details=Described(SAID, SAID, 5, SAID)).do(Closed(SAID))
    broken = tmp_path / "broken" / "1"
    broken.mkdir(parents=True)
    (broken / "guide.toml").write_text("format = 9\ntitle = 1\nnone = 2\n", encoding="utf-8")
    for speaker in ("running", "early_language"):
        monkeypatch.setattr(f"micra_assistant.cli.{speaker}.speak", lambda _language: "")
    monkeypatch.setattr(sys, "stdin", io.StringIO(TYPED))
    install(PSEUDO)
    yield {"guides": tmp_path / "guides", "broken": broken, "folder": tmp_path, "nowhere": tmp_path / "9"}
    install(None)


def test_there_is_a_line_for_each_command() -> None:
    said = {action.dest: action for action in parser()._actions}
    (commands,) = (action for action in said.values() if isinstance(action, argparse._SubParsersAction))
    modules = {command.get_default("command") for command in commands.choices.values()} - {None}
    assert modules - {*_SPEAKING_FOR_THEMSELVES} <= COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_says_is_looked_up(
    command: str, names: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = names["folder"]
    for typed in COMMANDS[command]:
        words = [word.format(**names) for word in typed]
        with suppress(SystemExit):
            main(["--data-dir", str(folder / "data"), "--guides", str(names["guides"]), *words])
    shown = capsys.readouterr()
    shipped = Library(assets.guides_folder()).names()
    known = words_in(*NAMES, *shipped, *Head.__struct_fields__, "9.zip", *map(str, folder.rglob("*")))
    assert "~»" in shown.out + shown.err
    assert not_looked_up([shown.out, shown.err], known) == set()
