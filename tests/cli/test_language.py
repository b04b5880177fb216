"""Commands speak the language of the workshop, or say why they do not."""

from pathlib import Path

import pytest

from micra_assistant import catalogues
from micra_assistant.cli import main
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _, install
from tests.paper.printed import words_of
from tests.test_catalogues import written
from tests.translations import PAGE, altered, write_translated

WORDS: dict[str | tuple[str, str], str | tuple[str, ...]] = {
    "Saved": "Сохранено",
    "usage:": "как:",
    "options": "ключи",
    "show this help and end": "показать эту справку",
    "save a sheet as PDF, or print it": "сохранить лист",
    "{message}; see {command} --help": "{message}; смотри {command} --help",
}


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a Russian catalogue, which the workshop has chosen."""
    file = written(tmp_path / "ru.mo", WORDS)
    monkeypatch.setattr(catalogues, "catalogue_file", lambda _language: file)
    monkeypatch.setattr("micra_assistant.workshop.setting_kinds.languages", lambda: ("en", "ru"))
    files = UserFiles(tmp_path / "data")
    files.folder.mkdir()
    files.workshop.write_text('language = "ru"\n', encoding="utf-8")
    monkeypatch.setattr("micra_assistant.words._installed", None)
    return file


def run(tmp_path: Path) -> int:
    """Run a command that has little to do, in the workshop."""
    return main(["--data-dir", str(tmp_path / "data"), "export", "1", "-o", str(tmp_path / "x.zip")])


def test_the_language_of_the_workshop_is_spoken(russian: Path, tmp_path: Path) -> None:
    run(tmp_path)
    assert _("Saved") == "Сохранено"


def test_a_bad_catalogue_is_said_once_and_english_is_spoken(
    russian: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    russian.write_bytes(b"\xde\x12\x04\x95damaged")
    run(tmp_path)
    assert capsys.readouterr().err.count("English is spoken instead.") == 1
    assert _("Saved") == "Saved"
    install(None)


def test_a_language_that_there_is_not_is_said_by_its_line(
    tmp_path: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    UserFiles(tmp_path / "data").workshop.write_text('language = "klingon"\n', encoding="utf-8")
    run(tmp_path)
    said = capsys.readouterr().err
    assert 'workshop.toml:1: “language”: this must be one of "en", "ru"' in said


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what is shown of the help, or of what is wrong with what was asked."""
    with pytest.raises(SystemExit):
        main(arguments)
    return "".join(capsys.readouterr())


@pytest.mark.parametrize("option", ["--data-dir", "--data"])
def test_help_is_in_the_language_of_the_workshop(
    option: str, tmp_path: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(capsys, option, str(tmp_path / "data"), "--help")
    for words in ("как: micra-assistant", "ключи:", "показать эту справку", "сохранить лист"):
        assert words in said


def test_so_is_what_is_wrong_with_the_command_line(
    tmp_path: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "смотри micra-assistant --help" in shown(capsys, "--data-dir", str(tmp_path / "data"), "fly")


@pytest.mark.parametrize("content", [b"\0\xff\xfe", b"language = [", b'language = "klingon"'])
def test_help_is_in_english_while_the_settings_are_damaged(
    content: bytes, tmp_path: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    UserFiles(tmp_path / "data").workshop.write_bytes(content)
    assert "usage: micra-assistant" in shown(capsys, "--data-dir", str(tmp_path / "data"), "--help")


def test_help_is_in_english_while_the_catalogue_is_damaged(
    tmp_path: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    russian.write_bytes(b"\xde\x12\x04\x95damaged")
    assert "usage: micra-assistant" in shown(capsys, "--data-dir", str(tmp_path / "data"), "--help")


def test_a_command_line_without_sense_is_said_in_english(
    user_folder: Path, russian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "see micra-assistant --help" in shown(capsys, "--data-dir")


def test_what_is_asked_without_words_reads_no_settings(
    tmp_path: Path, russian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("micra_assistant.cli.early_language.speak_early", pytest.fail)
    monkeypatch.setattr("micra_assistant.cli.window.run", lambda _options: 7)
    assert main([]) == 7


def printed(tmp_path: Path) -> int:
    """Print the guide that is translated, in the workshop."""
    folders = ["--data-dir", str(tmp_path / "data"), "--guides", str(tmp_path / "guides")]
    return main([*folders, "print", "button", "--sheet", "checklist", "-o", str(tmp_path / "sheet.pdf")])


def test_a_guide_is_printed_in_the_language_of_the_workshop(russian: Path, tmp_path: Path) -> None:
    write_translated(tmp_path)
    assert printed(tmp_path) == 0
    assert "Двери запираются" in " ".join(words_of((tmp_path / "sheet.pdf").read_bytes()))


def test_a_translation_that_cannot_be_read_is_said(
    russian: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_translated(tmp_path, altered(PAGE, (" {: #doors }", "")))
    assert printed(tmp_path) == 0
    assert "Doors lock" in " ".join(words_of((tmp_path / "sheet.pdf").read_bytes()))
    said = capsys.readouterr().err
    assert "the translation cannot be read, so the guide is in English: " in said
    assert f"{PAGE}:9: the item needs an id" in said
