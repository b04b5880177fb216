"""The bell rings by another program, and says if nobody hears it."""

import sys
from pathlib import Path
from queue import Queue

import pytest

from micra_assistant.bell import ringing
from micra_assistant.bell.ringing import Bell

_PATIENCE = 30
"""Seconds."""


def playing(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let a sound be played by a Python program."""
    monkeypatch.setattr(ringing, "find_player", lambda file: (sys.executable, "-c", code, file))


def test_the_program_gets_the_sound_and_nothing_is_left_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    code = f"import shutil, sys; shutil.copy(sys.argv[1], {str(heard)!r}); sys.exit(1)"
    playing(monkeypatch, code)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    unheard: Queue[str] = Queue()
    Bell(lambda: unheard.put("unheard")).ring()
    assert unheard.get(timeout=_PATIENCE) == "unheard", "the program failed"
    assert heard.read_bytes().startswith(b"RIFF")
    assert list(tmp_path.iterdir()) == [heard]


@pytest.mark.parametrize("command", [(), ("/nowhere/player", "file")])
def test_without_a_program_it_is_said(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setattr(ringing, "find_player", lambda _file: command)
    unheard: Queue[str] = Queue()
    Bell(lambda: unheard.put("unheard")).ring()
    assert unheard.get(timeout=_PATIENCE) == "unheard"


def test_what_is_heard_is_not_said_to_be_unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    playing(monkeypatch, "")
    unheard: list[str] = []
    bell = Bell(lambda: unheard.append("unheard"))
    bell._ring()
    assert unheard == []
