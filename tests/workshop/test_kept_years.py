"""For how many years a car is kept, as it is typed and as it stands in the file."""

from pathlib import Path
from typing import Any

import pytest

from micra_assistant.numbers import Numbers
from micra_assistant.workshop.setting_kinds import MOST_KEPT_YEARS, WrongValueError, Years

YEARS = Years()


@pytest.mark.parametrize(("said", "years"), [(1, 1), ("3", 3), (MOST_KEPT_YEARS, MOST_KEPT_YEARS)])
def test_whole_years_are_taken(tmp_path: Path, said: Any, years: int) -> None:
    assert YEARS.read(said, tmp_path) == years
    assert YEARS.typed(f" {years} ", tmp_path, Numbers.COMMA) == years
    assert (YEARS.shown(years, Numbers.COMMA), YEARS.toml(years)) == (str(years), str(years))


@pytest.mark.parametrize("said", [0, 11, -1, True, 2.5, "", "x", "2.5", "1e1", "9" * 50, "²"])
def test_anything_else_is_refused_with_an_example(tmp_path: Path, said: Any) -> None:
    with pytest.raises(WrongValueError, match="whole years: from 1 to 10, such as 3"):
        YEARS.read(said, tmp_path)
