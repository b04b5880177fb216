"""Names in a row, as they are said in the language of the person."""

import pytest

from micra_assistant.words import all_of, one_of


@pytest.mark.parametrize(
    ("names", "together", "either"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
    ],
)
def test_names_are_said_in_a_row(names: list[str], together: str, either: str) -> None:
    assert (all_of(names), one_of(iter(names))) == (together, either)
