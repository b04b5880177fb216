"""Work behind the window hands back whatever comes of it."""

from collections.abc import Iterator

import pytest

from micra_assistant.errors import StoreError
from micra_assistant.ui.records.background import Background
from tests.ui.hands import settle

Faults = list[Exception]


@pytest.fixture
def faults() -> Faults:
    """Return the faults that were noted."""
    return []


@pytest.fixture
def background(faults: Faults) -> Iterator[Background]:
    """Return somebody to work in the background."""
    background = Background(faults.append)
    yield background
    background.stop()


def come_of(background: Background, work: object) -> list[object]:
    """Return what is handed on once the work is done."""
    handed: list[object] = []
    assert callable(work)
    background.run(work, handed.append)
    background.wait()
    settle()
    return handed


def raising(error: Exception) -> object:
    """Return work that comes to nothing."""

    def work() -> None:
        raise error

    return work


def test_what_is_made_is_handed_on(background: Background, faults: Faults) -> None:
    assert come_of(background, lambda: 7) == [7]
    assert faults == []


def test_what_can_be_said_in_words_is_handed_on_and_no_fault(background: Background, faults: Faults) -> None:
    error = StoreError("no room")
    assert come_of(background, raising(error)) == [error]
    assert faults == []


@pytest.mark.parametrize("error", [ValueError(), MemoryError(), RecursionError(), OSError(28, "full")])
def test_a_fault_is_handed_on_and_noted(background: Background, faults: Faults, error: Exception) -> None:
    assert come_of(background, raising(error)) == [error]
    assert faults == [error]
    assert come_of(background, lambda: 7) == [7]
