"""Draw every screen of the program: ``make gallery``.

Each size is drawn in a process of its own, on a screen that has it: Qt asks only once how large the screen is. Beside
the pictures there are contact sheets of them, one for each size, theme and text size.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from micra_assistant.ui.style.theme import ThemeName
from tests.gallery.wanted import Wanted

FOLDER = Path("build") / "gallery"
SIZES = ("1024x600", "1366x768", "1920x1080", "3840x2160")


def main() -> None:
    """Draw what was asked for, or only what is wanted of this process, which stands in the last argument."""
    wanted, sizes, is_part = _asked()
    if is_part:
        from tests.gallery.drawing import draw

        draw(wanted)
        return
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            command = [sys.executable, "-m", "tests.gallery", *sys.argv[1:], "--part", size]
            subprocess.run(command, env=_with_screen(size, Path(folder)), check=True)


def _asked() -> tuple[Wanted, list[str], bool]:
    parser = argparse.ArgumentParser(prog="tests.gallery", description="Draw every screen of the program.")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--sizes", nargs="+", default=SIZES, metavar="WIDTHxHEIGHT")
    parser.add_argument("--themes", nargs="+", default=[ThemeName.LIGHT], choices=list(ThemeName), metavar="THEME")
    parser.add_argument("--scales", nargs="+", type=float, default=[0.0], help="text sizes; 0 suits the screen")
    parser.add_argument("--only", nargs="+", default=[], metavar="SCREEN", help="names as in screens.py")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    themes = tuple(ThemeName(theme) for theme in asked.themes)
    wanted = Wanted(asked.folder, asked.part or "", themes, tuple(asked.scales), tuple(asked.only))
    return wanted, list(asked.sizes), bool(asked.part)


def _with_screen(size: str, folder: Path) -> dict[str, str]:
    """Return the environment of a process that has a screen of a size."""
    width, height = map(int, size.split("x"))
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    file = folder / f"{size}.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}


if __name__ == "__main__":
    main()
