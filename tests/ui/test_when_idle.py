"""Work done before it is wanted: in pieces, none of it once it is not wanted any more."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from micra_assistant.ui import when_idle
from micra_assistant.ui.when_idle import WhenIdle


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait."""
    monkeypatch.setattr(when_idle, "_PAUSE", 0)
    monkeypatch.setattr(when_idle, "_BETWEEN", 0)


def work(done: list[str], name: str, pieces: int) -> Iterator[None]:
    """Note each piece that is done."""
    for number in range(pieces):
        done.append(f"{name}{number}")
        yield


def test_all_pieces_are_done_one_after_the_other(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    WhenIdle(parent).begin(work(done, "a", 3))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["a0", "a1", "a2"]


def test_other_work_takes_the_place_of_what_is_not_done(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    idle = WhenIdle(parent)
    idle.begin(work(done, "a", 3))
    idle.begin(work(done, "b", 2))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["b0", "b1"]


def test_what_is_dropped_is_not_done(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    idle, other = WhenIdle(parent), WhenIdle(parent)
    idle.begin(work(done, "a", 2))
    idle.drop()
    other.begin(work(done, "b", 2))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["b0", "b1"]


def test_what_waits_is_done_later(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    parent = QObject()
    idle, other = WhenIdle(parent), WhenIdle(parent)
    idle.begin(work(done, "a", 1))
    monkeypatch.setattr(when_idle, "_PAUSE", 20)
    idle.wait()
    monkeypatch.setattr(when_idle, "_PAUSE", 0)
    other.begin(work(done, "b", 1))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["b0", "a0"]


def test_nothing_is_begun_by_waiting(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    idle, other = WhenIdle(parent), WhenIdle(parent)
    idle.begin(work(done, "a", 1))
    idle.drop()
    idle.wait()
    other.begin(work(done, "b", 1))
    qtbot.waitUntil(lambda: done == ["b0"])
