"""The views that come in the place of a job are loaded while a person looks at the first step."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.ui.hands import Workshop

VIEWS = ("history.put_back_view", "history.timeline_view", "jobs.jobs_view")
LOOK = """
import sys
from micra_assistant.ui.loaded_ahead import load_ahead
for _piece in load_ahead():
    print(*(name for name in sys.argv[1:] if f"micra_assistant.ui.{name}" in sys.modules))
print(*(name for name in sys.argv[1:] if f"micra_assistant.ui.{name}" in sys.modules))
"""


def test_they_are_loaded_one_at_a_time() -> None:
    told = subprocess.run([sys.executable, "-c", LOOK, *VIEWS], capture_output=True, text=True, check=True, timeout=60)
    assert [line.split() for line in told.stdout.splitlines()] == [list(VIEWS[:count]) for count in (1, 2, 3)]


def test_what_the_first_act_needs_comes_first() -> None:
    look = """if True:
        import sys
        from micra_assistant.ui.loaded_ahead import load_ahead
        next(load_ahead())
        print("micra_assistant.jobs.room" in sys.modules)
    """
    assert subprocess.check_output([sys.executable, "-c", look], text=True, timeout=60) == "True\n"


def test_the_window_loads_them_once_it_is_complete(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []

    def pieces() -> Iterator[None]:
        for number in range(2):
            loaded.append(number)
            yield

    monkeypatch.setattr("micra_assistant.ui.after_first_paint.load_ahead", pieces)
    monkeypatch.setattr("micra_assistant.ui.when_idle._PAUSE", 600_000)  # a busy PC takes long to open the window
    window = workshop.open().window
    assert loaded == []
    for _piece in range(3):
        window.ahead._go_on()
    assert loaded == [0, 1]
