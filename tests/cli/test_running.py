"""What a command is asked, from its words."""

import pytest

from micra_assistant.cli.parser import parser
from micra_assistant.cli.plain_start import UNLISTED, is_plain
from micra_assistant.cli.running import options_of


@pytest.mark.parametrize(
    "words",
    ["", "--data-dir records", "--data-dir=records", "--guides my/guides", "--guides a --data-dir=b", "--guides=a=b"],
)
def test_a_plain_start_is_asked_the_same_without_a_parser(words: str) -> None:
    assert is_plain(words.split())
    assert vars(options_of(words.split())) == vars(parser().parse_args(words.split()))


@pytest.mark.parametrize("words", ["--debug", "check", "--another --guides a", "--data-dir records check"])
def test_all_else_is_read_by_the_parser(words: str) -> None:
    assert not is_plain(words.split())
    assert vars(options_of(words.split())) == vars(parser().parse_args(words.split()))


def test_what_cannot_be_understood_ends_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options_of(["--data-dir"])
    assert "--data-dir" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("pirnt", "argument COMMAND: there is no “pirnt”; there is: check, print, "),
        ("parts button --keep-years five", "argument --keep-years: “five” is no whole number; see "),
        ("quotes out", "argument WAY: there is no “out”; there is: export, import; see "),
    ],
)
def test_what_is_none_of_the_choices_is_said_in_plain_words(
    capsys: pytest.CaptureFixture[str], words: str, refusal: str
) -> None:
    with pytest.raises(SystemExit):
        options_of(words.split())
    said = capsys.readouterr().err
    assert refusal in said
    assert UNLISTED not in said
