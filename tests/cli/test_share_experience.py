"""The command ``experience``: two workshops put together what their jobs have confirmed."""

from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.cli import main
from micra_assistant.jobs.events import Closed, Event, Opened
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.userfiles import UserFiles
from tests.builders import AT, log_of
from tests.cli.test_main import without_qt

pytestmark = pytest.mark.thorough


def workshop(folder: Path, letters: str) -> UserFiles:
    """Return the files of a workshop that has a closed job for each letter, a fuse each."""
    files = UserFiles(folder)
    closed = Closed(model="faults.toml", fault="fuse", sure=True)
    with closing(SqliteStore(files.records)) as store:
        for letter in letters:
            store.append(log_of(Opened("button", "1"), closed, job=letter * 32))
    return files


def run(files: UserFiles, *arguments: str) -> int:
    """Run the command for a workshop."""
    return main(["--data-dir", str(files.folder), "experience", *arguments])


def counted(files: UserFiles) -> dict[str, int]:
    """Return what counts for the model there."""
    with closing(SqliteStore(files.records)) as store:
        return store.causes.counts("button", "faults.toml")


def test_two_workshops_merge_what_they_know_and_no_job_counts_twice(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    one, two = workshop(tmp_path / "one", "abc"), workshop(tmp_path / "two", "cde")
    files = [str(tmp_path / f"{name}.csv") for name in ("one", "two")]
    assert run(one, "export", "-o", files[0]) == run(two, "export", "-o", files[1]) == 0
    assert capsys.readouterr().out == f"{files[0]}: 3 causes\n{files[1]}: 3 causes\n"
    assert run(one, "import", *files) == 0
    assert capsys.readouterr().out == f"{files[0]}: 3 causes, 0 of them new\n{files[1]}: 3 causes, 2 of them new\n"
    assert run(two, "import", files[0]) == 0
    assert counted(one) == counted(two) == {"fuse": 5}
    run(one, "export", "-o", files[0])
    assert run(two, "import", files[0]) == 0
    assert capsys.readouterr().out.endswith(": 5 causes, 0 of them new\n")


def test_a_workshop_without_jobs_has_an_empty_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, files = tmp_path / "causes.csv", UserFiles(tmp_path / "nobody")
    assert run(files, "export", "-o", str(file)) == 0
    assert file.read_text(encoding="utf-8") == "job,guide,model,fault,date\n"
    assert not files.folder.exists(), "nothing is made"


def test_a_table_that_is_not_sound_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    one, good, bad = workshop(tmp_path / "one", "a"), tmp_path / "good.csv", tmp_path / "bad.csv"
    run(one, "export", "-o", str(good))
    bad.write_text("no table", encoding="utf-8")
    capsys.readouterr()
    two = UserFiles(tmp_path / "two")
    assert run(two, "import", str(bad), str(good)) == 1
    shown = capsys.readouterr()
    assert shown.out == f"{good}: 1 cause, 1 of them new\n"
    assert shown.err.startswith(f"micra-assistant: {bad}:1: this is no table of causes")
    assert counted(two) == {"fuse": 1}


def test_it_needs_no_screen(tmp_path: Path) -> None:
    code = "from micra_assistant.cli import main\nsys.exit(main(sys.argv[1:]))"
    arguments = ("--data-dir", str(tmp_path), "experience", "export", "-o", str(tmp_path / "causes.csv"))
    assert "0 causes" in without_qt(code, *arguments)


MODELS_OF_TAILGATE = ("faults.toml", "faults-opens.toml")


def test_a_model_learns_afresh_and_counts_all_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    guides = assets.guides_folder()
    files = UserFiles(tmp_path / "one")
    closed = Closed(model="faults.toml", fault="contacts", sure=True)
    with closing(SqliteStore(files.records)) as store:
        store.append([Event("1", "a" * 32, 1, AT, Opened("tailgate-button", "1")), Event("2", "a" * 32, 2, AT, closed)])
    reset = ["--guides", str(guides), "--data-dir", str(files.folder), "experience", "reset", "tailgate-button"]

    def learnt() -> dict[str, int]:
        with closing(SqliteStore(files.records)) as store:
            return store.causes.counts("tailgate-button", "faults.toml")

    assert learnt() == {"contacts": 1}
    assert main(reset) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"tailgate-button, {model}: learns only from jobs closed from now on" for model in MODELS_OF_TAILGATE
    ]
    assert learnt() == {}
    assert main([*reset, "--undo"]) == 0
    assert learnt() == {"contacts": 1}
    assert main([*reset, "--model", "fault.toml"]) == 2
    assert "there is no model in tailgate-button “fault.toml”" in capsys.readouterr().err
