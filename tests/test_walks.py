"""Of a walk `make test` tries the first cases only."""

import pytest


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("number", range(4))
def test_the_first_cases_are_not_long(request: pytest.FixtureRequest, number: int) -> None:
    assert (request.node.get_closest_marker("long") is None) == (number < 2)


@pytest.mark.walk
@pytest.mark.parametrize(
    "number", [pytest.param(0, marks=pytest.mark.slow), 1, 2, pytest.param(3, marks=pytest.mark.slow)]
)
def test_a_slow_case_is_none_of_them(request: pytest.FixtureRequest, number: int) -> None:
    assert (request.node.get_closest_marker("long") is not None) == (number == 2)
