"""The command ``micra-assistant``, as far as it needs no window."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import micra_assistant
from micra_assistant import __version__, app, assets
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.cli import main
from micra_assistant.guide.library import Library
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.userfiles import UserFiles
from tests.builders import STEP, step_file, write_guide

PACKAGE = Path(micra_assistant.__file__).parent
Opened = list[tuple[Library, UserFiles]]
WITH_QT = ("ui", "app.py", "assembly.py", "completion.py", "without_screen.py", "__main__.py")
WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise AssertionError(f"{name} is imported")

sys.meta_path.insert(0, NoQt())
"""


@pytest.fixture
def records(user_folder: Path, guides: Path) -> UserFiles:
    """Return the files of a user who has begun a job with the guide, and one with a guide that is gone."""
    files = UserFiles.default()
    assert files.folder.is_relative_to(user_folder)
    guide = read_guide(guides / "button")
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, guide, details=Described("A 123")).toggle("off")
        begin_job(store, read_guide((guides / "button").rename(guides / "gone")))
    (guides / "gone").rename(guides / "button")
    return files


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what the window is opened with, instead of opening it; it closes with 7."""
    calls: Opened = []

    def run(library: Callable[[], Library], files: UserFiles, catcher: BugCatcher, *_more: object) -> int:
        calls.append((library(), files))
        return 7

    monkeypatch.setattr(app, "run", run)
    return calls


def without_qt(code: str, *arguments: str) -> str:
    """Run ``code`` in a Python that refuses Qt and return what it prints."""
    command = [sys.executable, "-W", "error", "-c", WITHOUT_QT + code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the command, check that it was misused and says so in one line, and return that line."""
    try:
        code = main(arguments)
    except SystemExit as error:
        code = int(error.code or 0)
    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert shown.err.startswith("micra-assistant")
    return shown.err.strip()


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"micra-assistant {__version__}\n"


def test_without_a_command_the_window_opens(guides: Path, tmp_path: Path, opened: Opened) -> None:
    assert main(["--guides", str(guides), "--data-dir", str(tmp_path)]) == 7
    ((library, files),) = opened
    assert library.names() == ("button",)
    assert files == UserFiles(tmp_path)


def test_the_window_shows_what_ships_and_keeps_where_the_system_says(user_folder: Path, opened: Opened) -> None:
    assert main([]) == 7
    ((library, files),) = opened
    assert library.names() == Library(assets.guides_folder()).names() != ()
    assert files.folder.is_relative_to(user_folder)
    assert not files.folder.exists(), "nothing is made before something is kept"


@pytest.mark.parametrize("command", [[], ["check"], ["print"], ["diagnose"], ["export"], ["import"], ["experience"]])
def test_help_has_an_example(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert f"usage: {' '.join(['micra-assistant', *command])}" in shown
    assert f"example: {' '.join(['micra-assistant', *command])}" in shown


def test_the_example_of_print_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """What help shows is what may be typed: only the guide named is missing here."""
    with pytest.raises(SystemExit):
        main(["print", "--help"])
    example = " ".join(capsys.readouterr().out.partition("example: micra-assistant ")[2].split())
    assert "no guide “tailgate-button”" in refused(capsys, "--guides", "nowhere", *example.split())


def test_a_sound_guide_is_said_to_be(capsys: pytest.CaptureFixture[str], guides: Path) -> None:
    for folder in (guides, guides / "button"):
        assert main(["check", str(folder)]) == 0
        assert capsys.readouterr() == ("1 guide checked: no mistakes\n", "")
    assert main(["--guides", str(guides), "check"]) == 0
    assert main(["check", str(guides), str(guides / "button")]) == 0
    assert capsys.readouterr().out.endswith("2 guides checked: no mistakes\n")


def test_faults_are_lines_that_an_editor_can_jump_to(capsys: pytest.CaptureFixture[str], guides: Path) -> None:
    page = guides / "button" / "10-page.md"
    page.write_text(STEP + "- [ ] Battery off", encoding="utf-8")
    assert main(["check", str(guides)]) == 1
    assert capsys.readouterr() == (
        f"{page}:5: the item needs an id of small letters, digits, dashes: {{: #item-id }}\n",
        "",
    )


def test_a_pipe_that_knows_no_ohm_is_no_crash(guides: Path) -> None:
    write_guide(guides.parent, step_file("- [ ] Power {: #power unit=W }"))
    command = [sys.executable, "-m", "micra_assistant", "check", str(guides)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "unit=?W? is not known; there is: ?, V, A, mm" in done.stdout


def test_a_guide_is_checked_from_inside_its_folder(
    capsys: pytest.CaptureFixture[str], guides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_guide(guides.parent, step_file("Words.[^meters]"))
    monkeypatch.chdir(guides / "button")
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "1 guide checked: no mistakes\n"


def test_a_fault_in_the_sources_is_said_once(capsys: pytest.CaptureFixture[str], guides: Path) -> None:
    (guides / "sources.toml").write_text("[meters]\n")
    (guides / "second").mkdir()
    for file in (guides / "button").iterdir():
        (guides / "second" / file.name).write_bytes(file.read_bytes())
    assert main(["check", str(guides)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(set(lines)) == 4
    assert all(line.startswith(f"{guides / 'sources.toml'}:1: ") for line in lines)


def test_nothing_to_check_is_misuse(capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert f"there is no guide in “{empty}”; there is: " in refused(capsys, "check", str(empty))
    assert "no guide in" in refused(capsys, "check", str(guides), str(guides / "buton"))
    assert "no guide in" in refused(capsys, "--guides", str(empty), "check")


def test_what_there_is_not_is_named_with_what_there_is(
    capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path, records: UserFiles
) -> None:
    def refused_print(*arguments: str) -> str:
        command = ("--guides", str(guides), "print", *arguments, "-o", str(tmp_path / "out.pdf"))
        return refused(capsys, *command).removeprefix("micra-assistant: ")

    assert refused_print("buton") == "there is no guide “buton”; there is: button"
    kinds = ", ".join(SheetKind)
    assert refused_print("button", "--sheet", "poster") == f"there is no sheet “poster”; there is: {kinds}"
    assert refused_print("button", "--paper", "a3") == "there is no paper size “a3”; there is: a4, letter, a5"
    assert refused_print("button", "--job", "7") == "there is no job “7”; there is: 0002, 0001"
    assert refused_print("button", "--job", "zero") == "there is no job “zero”; there is: 0002, 0001"
    assert refused_print("button", "--job", "2") == "there is no job 0002 with guide “button”; there is: gone"
    assert not (tmp_path / "out.pdf").exists()


def test_a_job_is_asked_for_where_there_are_no_records(
    capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    asked = ("--data-dir", str(data), "--guides", str(guides), "print", "button", "--job", "1", "-o", "out.pdf")
    assert refused(capsys, *asked) == "micra-assistant: there is no job “1”: none has been begun yet"
    assert not data.exists(), "asking makes nothing"


@pytest.mark.parametrize(
    "arguments",
    [["--papr", "a4"], ["print"], ["print", "button"], ["fly"], ["check", "--loud"], ["--data-dir"]],
)
def test_misuse_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert refused(capsys, *arguments).endswith("--help")


def test_records_of_another_program_are_a_fault(
    capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path
) -> None:
    files = UserFiles(tmp_path)
    files.records.write_bytes(b"no database" * 100)
    asked = ["--data-dir", str(tmp_path), "--guides", str(guides), "print", "button", "--job", "1", "-o", "out.pdf"]
    assert main(asked) == 1
    assert (
        capsys.readouterr().err
        == f"micra-assistant: cannot open the job records in {files.records}: file is not a database\n"
    )


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("sheet", "job"),
    [
        ("checklist", ()),
        ("guide", ()),
        ("checklist", ("--job", "1")),
        ("guide", ("--job", "0001")),
        ("put-back", ("--job", "1")),
        ("report", ("--job", "1")),
        ("fault-record", ("--job", "1")),
    ],
)
def test_a_sheet_is_saved_without_a_screen_and_without_qt(
    guides: Path, tmp_path: Path, records: UserFiles, sheet: str, job: tuple[str, ...]
) -> None:
    output = tmp_path / "sheet.pdf"
    asked = ["--data-dir", str(records.folder), "--guides", str(guides), "print", "button", "--sheet", sheet, *job]
    code = "from micra_assistant.cli import main; sys.exit(main(sys.argv[1:]))"
    assert without_qt(code, *asked, "--paper", "A5", "-o", str(output)) == f"{output}\n"
    assert output.read_bytes().startswith(b"%PDF-")


def test_a_sheet_about_a_job_needs_one(capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path) -> None:
    asked = ("--guides", str(guides), "print", "button", "--sheet", "report", "-o", str(tmp_path / "out.pdf"))
    assert "the sheet “report” is about a job: say which with --job N" in refused(capsys, *asked)
    assert not (tmp_path / "out.pdf").exists()


def test_printing_a_faulty_guide_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], guides: Path, tmp_path: Path
) -> None:
    write_guide(guides.parent, step_file("- [ ] Battery off"))
    assert main(["--guides", str(guides), "print", "button", "-o", str(tmp_path / "out.pdf")]) == 1
    assert "10-page.md:5: the item needs an id" in capsys.readouterr().err


def test_only_the_window_knows_qt() -> None:
    modules = [
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.relative_to(PACKAGE).parts[0] not in WITH_QT and file.name != "window.py"
    ]
    assert len(modules) > 20
    code = "import importlib\nfor name in sys.argv[1:]: importlib.import_module(name)"
    assert without_qt(code, *modules) == ""


def test_the_program_starts_as_a_module() -> None:
    command = [sys.executable, "-m", "micra_assistant", "--version"]
    assert subprocess.check_output(command, text=True) == f"micra-assistant {__version__}\n"
