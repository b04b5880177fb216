"""Tables that would lose words."""

from pathlib import Path

import pytest

from tests.builders import check_guide, step_file


@pytest.mark.parametrize(
    "text",
    [
        """
        | You see | Do |
        |---|---|
        | Light | Stop |
        | Nothing |
        | a \\| b | Go on |
        """,
        """
        | You see | Do |
        |:--|--:|
        | Light | Stop | at once | ◀ the row has 3 cells, the header 2: a bar in a cell is written \\|
        """,
        """
        | You see | Do |
        |---|---|
        | [ ] Light | Stop | ◀ a checklist item in a table: write it as a line of its own below
        """,
        """
        | You see | Do | ◀ a table needs a line such as |---|---| below its header
        | Light | Stop |
        """,
    ],
)
def test_what_is_refused(tmp_path: Path, text: str) -> None:
    check_guide(tmp_path, step_file(text))
