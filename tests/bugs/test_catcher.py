"""The catcher: everything that nothing else catches ends up in it, and it never makes things worse."""

import gc
import sys
import threading
from pathlib import Path

import pytest

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher, CaughtBug, told
from micra_assistant.errors import StoreError


@pytest.fixture
def catcher(tmp_path: Path) -> BugCatcher:
    """Return a catcher over a log of its own."""
    return BugCatcher(BugLog(tmp_path / "data"))


class Clumsy:
    """Cannot even go in peace."""

    def __del__(self) -> None:
        raise ValueError("no peace")


def fail(words: str = "typed words") -> None:
    raise ValueError(words)


def raised(words: str = "typed words") -> ValueError:
    """Return an error that was raised, always in the same place."""
    try:
        fail(words)
    except ValueError as error:
        return error
    raise AssertionError


def test_what_a_hook_gets_is_logged_and_told(catcher: BugCatcher) -> None:
    caught: list[CaughtBug] = []
    catcher.tell_to(caught.append)
    with catcher.installed():
        error = raised()
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        clumsy = Clumsy()
        del clumsy
        gc.collect()
    places = [fault.place.partition(" in ")[2] for fault in caught]
    assert places == ["fail", "fail", "Clumsy.__del__"]
    text = "\n".join(catcher.log.tail())
    assert "in Clumsy.__del__" in text
    assert "typed words" not in text


def test_the_hooks_are_put_back(catcher: BugCatcher) -> None:
    former = sys.excepthook, threading.excepthook, sys.unraisablehook
    with catcher.installed():
        assert sys.excepthook != former[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == former


def test_the_same_fault_is_told_with_a_count_and_logged_now_and_then(catcher: BugCatcher) -> None:
    for _ in range(1000):
        catcher.note(raised())
    assert catcher.count == 1000
    told_of: list[CaughtBug] = []
    catcher.tell_to(told_of.append)
    assert [fault.times for fault in told_of] == [1000]
    assert [line for line in catcher.log.tail() if "times: ValueError" in line][-1].split(" ")[2] == "1000"
    assert len([line for line in catcher.log.tail() if "ValueError" in line]) == 4


def test_bugs_of_very_many_kinds_do_not_fill_the_log(catcher: BugCatcher) -> None:
    for number in range(200):
        catcher.note(type(f"Error{number}", (Exception,), {})())
    assert sum("Error" in line for line in catcher.log.tail()) == 50


def test_what_was_caught_before_anybody_could_tell_is_told(catcher: BugCatcher) -> None:
    catcher.note(raised())
    caught: list[CaughtBug] = []
    catcher.tell_to(caught.append)
    assert [fault.name for fault in caught] == ["ValueError"]


def test_words_for_the_person_are_told_and_not_logged(catcher: BugCatcher) -> None:
    caught: list[CaughtBug] = []
    catcher.tell_to(caught.append)
    catcher.note(StoreError("the record of Mrs Miller cannot be kept"))
    assert caught[0].words == "the record of Mrs Miller cannot be kept"
    assert "Miller" in told(caught[0])
    assert "Miller" not in "\n".join(catcher.log.tail())


def test_the_net_never_raises_and_never_catches_itself(catcher: BugCatcher) -> None:
    class MeanError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

        __repr__ = __str__

    def tell(_fault: CaughtBug) -> None:
        catcher.note(ValueError())
        raise RuntimeError

    catcher.tell_to(tell)
    catcher.note(MeanError())
    catcher.note(StoreError(MeanError()))
    assert catcher.count == 2


def test_ctrl_c_is_as_ever(catcher: BugCatcher, capsys: pytest.CaptureFixture[str]) -> None:
    with catcher.installed():
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert catcher.count == 0


def test_a_thread_may_end_itself(catcher: BugCatcher) -> None:
    with catcher.installed():
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert catcher.count == 0


def test_with_debug_all_is_shown_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catcher = BugCatcher(BugLog(tmp_path), debug=True)
    catcher.note(raised("the words"))
    catcher.say("reading the guides")
    shown = capsys.readouterr().err
    assert "ValueError: the words" in shown
    assert "reading the guides" in shown
    assert "the words" not in "\n".join(catcher.log.tail())


def test_a_terminal_that_is_gone_is_no_new_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    BugCatcher(BugLog(tmp_path), debug=True).note(raised())
