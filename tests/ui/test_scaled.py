"""Screens that the desktop enlarges by a fraction: the window is never larger than they are, and all has its room."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.thorough

SMALL, USUAL = (800, 600), (1366, 768)


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        (SMALL, 1.75),
        *(pytest.param(SMALL, factor, marks=pytest.mark.slow) for factor in (1.25, 1.5)),
        *(pytest.param(USUAL, factor, marks=pytest.mark.slow) for factor in (1.25, 1.5, 1.75)),
    ],
)
def test_the_window_is_no_larger_than_an_enlarged_screen(tmp_path: Path, size: tuple[int, int], factor: float) -> None:
    told = opened_on(tmp_path, size, factor)
    assert told["ratio"] == factor
    assert told["screen"] == [round(side / factor) for side in size]
    assert told["window"] == told["screen"]
    assert all(least <= side for least, side in zip(told["least"], told["screen"], strict=True))
    assert told["found"] == []


def opened_on(folder: Path, size: tuple[int, int], factor: float) -> Any:
    """Return what is told of a window on a screen of so many real pixels."""
    screen = {"name": "one", "x": 0, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96, "dpr": 1}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    of_screen = {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(factor)}
    command = [sys.executable, "-m", "tests.ui.scaled_worker", "8"]
    done = subprocess.run(command, env={**os.environ, **of_screen}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
