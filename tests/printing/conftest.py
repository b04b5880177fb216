"""The printer for the tests that print."""

import os
from collections.abc import Iterator

import pytest

from tests.printing.bench import Bench, missing, started

REQUIRED = "PRINTERS_REQUIRED"
"""Set where to be without a printer is a failure."""


@pytest.fixture(scope="session")
def running() -> Iterator[Bench]:
    """Give a printer that runs."""
    if why := missing():
        (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(f"no printer can be started here: {why}")
    bench = started()
    yield bench
    bench.end()


@pytest.fixture
def bench(running: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Return the printer, as the only one there is."""
    monkeypatch.setenv("CUPS_SERVER", running.server)
    return running
