"""A fault of the program in a command: one line, a log, an exit code of its own."""

import sys
from pathlib import Path

import pytest

from micra_assistant.cli import check_guides, main
from micra_assistant.userfiles import UserFiles


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command check have a fault of its own."""

    def run(_options: object) -> int:
        raise ValueError("the words of Mrs Miller")

    monkeypatch.setattr(check_guides, "run", run)


def test_it_is_said_in_one_line_and_logged(capsys: pytest.CaptureFixture[str], tmp_path: Path, broken: None) -> None:
    assert main(["--data-dir", str(tmp_path), "check"]) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("micra-assistant: the program has made a mistake (ValueError at ")
    assert shown.err.endswith(f"; {tmp_path / 'faults.log'} tells more\n")
    assert "ValueError" in (tmp_path / "faults.log").read_text()
    assert "Miller" not in (tmp_path / "faults.log").read_text() + shown.err


def test_with_debug_it_is_shown_whole(capsys: pytest.CaptureFixture[str], broken: None) -> None:
    assert main(["--debug", "check"]) == 3
    assert "ValueError: the words of Mrs Miller" in capsys.readouterr().err
    assert (UserFiles.default().folder / "faults.log").exists()


def test_ctrl_c_and_the_end_are_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (KeyboardInterrupt, SystemExit):

        def run(_options: object, kind: type[BaseException] = kind) -> int:
            raise kind

        monkeypatch.setattr(check_guides, "run", run)
        with pytest.raises(kind):
            main(["check"])
    assert not UserFiles.default().folder.exists()


def test_a_command_leaves_the_hooks_as_they_were(capsys: pytest.CaptureFixture[str], broken: None) -> None:
    former = sys.excepthook
    main(["check"])
    assert sys.excepthook is former
