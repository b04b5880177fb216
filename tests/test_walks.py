"""Of a walk `make test` tries the first cases only."""

import pytest


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("number", range(4))
def test_the_first_cases_are_not_long(request: pytest.FixtureRequest, number: int) -> None:
    assert (request.node.get_closest_marker("long") is None) == (number < 2)
