"""Confirmed causes as a table: what is written can be read, and what is no such table is refused whole."""

import os
from pathlib import Path

import pytest

from micra_assistant.errors import NotSavedError
from micra_assistant.jobs.faultfinding.causes_csv import CausesError, read_causes, save_causes
from micra_assistant.jobs.records.causes import Cause, Seen

JOB = "0123456789abcdef" * 2
CAUSE = Cause(JOB, "tailgate-button", "faults.toml", "signal-wire", "2026-11-20T10:00:00.000+00:00", Seen({"a": "b"}))
TEXT = f"job,guide,model,fault,date\n{JOB},tailgate-button,faults.toml,signal-wire,2026-11-20\n"


def refused(file: Path, content: str | bytes) -> str:
    """Return why a table is refused."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CausesError) as error:
        read_causes(file)
    return str(error.value)


def test_a_table_has_a_line_for_each_job_with_its_day(tmp_path: Path) -> None:
    file = tmp_path / "causes.csv"
    assert save_causes([CAUSE], file) == 1
    assert file.read_bytes() == TEXT.encode()
    assert read_causes(file) == (Cause(JOB, "tailgate-button", "faults.toml", "signal-wire", "2026-11-20"),)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + TEXT.replace("\n", "\r\n"),
        TEXT.replace(",", ";") + ";;;;\n",
        TEXT + "\n",
        TEXT.replace("signal-wire", '"signal-wire"'),
    ],
    ids=["spreadsheet", "semicolons", "empty line", "quotes"],
)
def test_a_table_that_a_spreadsheet_has_saved_can_be_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "causes.csv"
    file.write_text(text, encoding="utf-8", newline="")
    assert [cause.fault for cause in read_causes(file)] == ["signal-wire"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ":1: this is no table of causes"),
        ("job,guide\n", ":1: this is no table of causes"),
        (b"\xff\xfe\x00", "cannot be taken in: it is no text in UTF-8; save the table as CSV UTF-8"),
        (TEXT.replace(JOB, "x" * 32), ":2: this line names no cause"),
        (TEXT.replace("tailgate-button", "../etc"), ":2: this line names no cause"),
        (TEXT.replace("faults.toml", "parts.toml"), ":2: this line names no cause"),
        (TEXT.replace("signal-wire", "=1+1"), ":2: this line names no cause"),
        (TEXT.replace(",2026-11-20", ""), ":2: this line names no cause"),
        (TEXT + "a,b\n", ":3: this line names no cause"),
        (TEXT.replace("2026-11-20", "20.11.2026"), ":2: “20.11.2026” is no date"),
        ('job,guide,model,fault,date\n"', "cannot be taken in: it is no sound CSV; save the table again"),
        ("a" * 200_000, "cannot be taken in: it is no sound CSV"),
        (TEXT.replace("2026-11-20", "2" * 100_000), f"“{'2' * 40}” is no date"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_line(tmp_path: Path, content: str | bytes, words: str) -> None:
    assert words in refused(tmp_path / "causes.csv", content)


def test_a_table_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.jobs.faultfinding.causes_csv._MOST_BYTES", 10)
    assert "it is too large" in refused(tmp_path / "causes.csv", TEXT)


@pytest.mark.parametrize(
    ("kind", "words"), [("pipe", "no plain file"), ("device", "no plain file"), ("circle", "circle")]
)
def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path, kind: str, words: str) -> None:
    file = tmp_path / "causes.csv"
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case _:
            file.symlink_to(file)
    with pytest.raises(CausesError, match=f"causes.csv cannot be taken in: it .*{words}"):
        read_causes(file)


def test_a_link_is_followed_to_what_was_chosen(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "causes.csv").write_text(TEXT)
    (tmp_path / "here.csv").symlink_to(tmp_path / "there" / "causes.csv")
    assert len(read_causes(tmp_path / "here.csv")) == 1


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match=r"causes\.csv cannot be saved: there is no folder .*nowhere; make it"):
        save_causes([CAUSE], tmp_path / "nowhere" / "causes.csv")
    with pytest.raises(CausesError, match="cannot be taken in"):
        read_causes(tmp_path / "nowhere.csv")
