"""What is wrong with a TOML file, in words and at the line to be mended."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.tomlwords import syntax_mistake


def mistake_of(text: str) -> tuple[int, str]:
    """Return what is said of a text that is no TOML."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    return syntax_mistake(caught.value, text)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = “x”\n", 2, 'the quotes of a value are straight, "…", and not “: b = “x”'),
        ("a = 'x'\nb = ‘1’", 2, "and not ‘"),
        ('a = "x\nb = 1\n', 1, 'the quote is not closed in its line: a = "x'),
        ('a = 1\nb = "x', 2, "the quote is not closed: "),
        ("a = 'x\n", 1, "the quote is not closed"),
        ('a = 1\nb = """x\ny\n\nz\n', 2, 'the quote is not closed: b = """x'),
        ('t = """a\n"""\nb = x', 3, "a value is missing or is none"),
        ("a = [\n1,\n2\n\n[[b]]\nc = 1\n", 1, "a bracket [ is not closed"),
        ('a = [\n"x",\nb = 2\n', 1, "a bracket [ is not closed"),
        ('a = ["x", "y"]\nb = ["x" "y"]\n', 2, "a comma is missing between two values"),
        ("a = {b = 1\n", 1, "a brace { is not closed"),
        ("a = 1\n[b\nc = 1\n", 2, "the bracket of the heading is not closed"),
        ("title", 1, "a line is written key = value"),
        ("größe = 1", 1, "a line is written key = value"),
        ("= 1", 1, "a line is written key = value"),
        ("a =\nb = 1\n", 1, "a value is missing"),
        ("a = 1\nb = 1,5\n", 2, "0.5 has a point"),
        ('a = "say "no" now"\n', 1, "a quote within quotes is written"),
        ('a = "C:\\dir"\n', 1, "a backslash in quotes is written twice"),
        ("a = 1\n\na = 2\n", 3, "this key stands twice"),
        ("[a]\n[b]\n[a]\n", 3, "this heading stands twice"),
        ('a = "x" # \x01\n', 1, 'there is a character here that cannot be seen: delete it: a = "x" # □'),
    ],
)
def test_what_is_wrong_is_said_in_words_at_its_line(text: str, line: int, words: str) -> None:
    found, message = mistake_of(text)
    assert (found, message[: len("is not TOML: ")]) == (line, "is not TOML: ")
    assert words in message
    assert "(at " not in message


@given(st.text(alphabet="ab=[]{}\"'\n,.#1 \\“", max_size=40))
def test_whatever_is_typed_its_fault_has_a_line_and_words(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, message = syntax_mistake(error, text)
        assert 1 <= line <= text.count("\n") + 1
        assert message.isprintable()
