"""The named pipe of Windows, as far as it can be tried anywhere: over a stand-in for the calls of the system."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from micra_assistant.onewindow.exchange import NOBODY, RAISED
from micra_assistant.onewindow.pipe_asking import ask_pipe
from micra_assistant.onewindow.pipe_listening import PipeListener

ADDRESS = r"\\.\pipe\micra-assistant"


class WindowsError(OSError):
    """An error of Windows by its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number, "")
        self.winerror = number


@dataclass
class Pipes:
    """Stands in for the system: how each call ends is listed, 0 for well; every handle is a number."""

    calls: list[int]
    made: list[tuple[object, ...]] = field(default_factory=list)
    written: list[bytes] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)

    def create(self, *how: object) -> int:
        """Make an instance."""
        self.made.append(how)
        return len(self.made)

    def connect(self, _handle: int, _overlapped: bool) -> None:
        """Wait for a call, or fail as listed."""
        if error := self.calls.pop(0):
            raise WindowsError(error)


@pytest.fixture
def pipes(monkeypatch: pytest.MonkeyPatch) -> Pipes:
    pipes = Pipes([0, 535, 232])
    system = SimpleNamespace(
        CreateNamedPipe=pipes.create,
        ConnectNamedPipe=pipes.connect,
        ReadFile=lambda _handle, _most: (b"raise - -\n", 0),
        WriteFile=lambda _handle, words: pipes.written.append(words),
        CloseHandle=pipes.closed.append,
    )
    monkeypatch.setitem(sys.modules, "_winapi", system)
    return pipes


def test_only_the_first_instance_must_be_the_first(pipes: Pipes) -> None:
    listener = PipeListener(ADDRESS)
    for _call in range(2):  # the second has called before anybody waited for it
        visitor = listener.visitor()
        assert visitor
        assert visitor.said() == b"raise - -\n"
        visitor.answer("raised")
        visitor.close()
    assert [how[:2] for how in pipes.made] == [(ADDRESS, 0x80003), (ADDRESS, 0x3), (ADDRESS, 0x3)]
    assert (pipes.written, pipes.closed) == ([b"raised\n"] * 2, [1, 2])


def test_it_ends_with_a_pipe_that_is_broken_or_closed(pipes: Pipes) -> None:
    pipes.calls = [232]
    assert PipeListener(ADDRESS).visitor() is None
    pipes.calls = [0]
    listener = PipeListener(ADDRESS)
    listener.close()
    assert listener.visitor() is None
    assert pipes.closed == [1, 2]


def test_asking_where_no_pipe_is(tmp_path: Path) -> None:
    assert ask_pipe(str(tmp_path / "none"), b"raise - -\n", 60) == NOBODY


def test_asking_reads_what_is_answered(tmp_path: Path) -> None:
    file = tmp_path / "pipe"
    file.write_bytes(b"raise - -\nraised\n")
    assert ask_pipe(str(file), b"raise - -\n", 60) == RAISED
