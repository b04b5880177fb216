"""The screen stays on while there is a reason, by what each system has."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from micra_assistant.ui.awake.keep_awake import AwakeReason, KeepAwake, waker_of
from micra_assistant.ui.awake.program import ProgramAwake
from micra_assistant.ui.awake.program import waker as waking_program
from micra_assistant.ui.awake.windows import WindowsAwake
from tests.ui.awake.fake_waker import FakeWaker

_WHAT = "--what=idle:sleep --who=Micra Assistant --why=why"


def having(*names: str) -> Callable[[str], str | None]:
    """Return where the programs of a system are that has these."""
    return lambda name: f"/bin/{name}" if name in names else None


def test_it_is_held_from_the_first_reason_until_the_last_is_gone(waker: FakeWaker) -> None:
    awake = KeepAwake(lambda: waker)
    awake.set(AwakeReason.WAIT, holds=True)
    awake.set(AwakeReason.WAIT, holds=True)
    awake.set(AwakeReason.READ_FROM_AFAR, holds=True)
    awake.set(AwakeReason.WAIT, holds=False)
    assert waker.wanted == ["A wait is counted"]
    awake.set(AwakeReason.READ_FROM_AFAR, holds=False)
    awake.set(AwakeReason.READ_FROM_AFAR, holds=False)
    assert waker.wanted == ["A wait is counted", "let go"]


def test_the_end_lets_go(waker: FakeWaker) -> None:
    awake = KeepAwake(lambda: waker)
    awake.set(AwakeReason.READ_FROM_AFAR, holds=True)
    awake.end()
    assert waker.wanted[-1] == "let go"


def test_without_a_reason_nothing_is_even_made() -> None:
    def made() -> FakeWaker:
        raise AssertionError

    awake = KeepAwake(made)
    awake.set(AwakeReason.WAIT, holds=False)
    awake.end()


def test_where_no_desktop_answers_a_program_does_it(monkeypatch: pytest.MonkeyPatch, waker: FakeWaker) -> None:
    from micra_assistant.ui.awake import desktop

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(desktop, "ProgramAwake", lambda: waker)
    either = waker_of("linux")
    either.hold("why")
    either.let_go()
    assert waker.wanted == ["why", "let go"]


def test_each_system_has_its_own() -> None:
    assert isinstance(waker_of("win32"), WindowsAwake)
    assert isinstance(waker_of("darwin"), ProgramAwake)


def test_windows_is_asked_and_told_when_it_is_over() -> None:
    told: list[int] = []
    windows = WindowsAwake(told.append)
    windows.hold("why")
    windows.let_go()
    assert told == [0x80000003, 0x80000000]


@pytest.mark.parametrize(
    ("platform", "has", "command"),
    [
        ("darwin", ("caffeinate",), "/bin/caffeinate -d -i -w OWN"),
        ("darwin", (), ""),
        (
            "linux",
            ("systemd-inhibit", "tail"),
            f"/bin/systemd-inhibit {_WHAT} /bin/tail --pid=OWN -f {os.devnull}",
        ),
        ("linux", ("tail",), ""),
    ],
)
def test_the_program_ends_with_this_one_however_that_ends(platform: str, has: tuple[str, ...], command: str) -> None:
    assert " ".join(waking_program("why", having(*has), platform)).replace(str(os.getpid()), "OWN") == command


def test_the_program_runs_until_it_is_let_go() -> None:
    program = ProgramAwake(lambda _why: [sys.executable, "-c", "input()"])
    program.hold("why")
    program.let_go()
    program.let_go()


@pytest.mark.parametrize("command", [[], ["/nowhere/waker"]])
def test_without_a_program_nothing_is_in_the_way(command: list[str]) -> None:
    program = ProgramAwake(lambda _why: command)
    program.hold("why")
    program.let_go()


@pytest.mark.skipif(sys.platform != "linux", reason="only there is tail of this kind")
def test_tail_ends_with_the_process_that_it_watches() -> None:
    watched = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    tail = subprocess.Popen(["tail", f"--pid={watched.pid}", "-f", os.devnull])
    watched.kill()
    watched.wait()
    assert tail.wait(timeout=30) == 0
    assert watched.stdin
    watched.stdin.close()
