"""The look is ours on every desktop: the real window on a real X server, with what each desktop makes Qt load.

Needs Xvfb and GTK, which ``.ci/setup test`` installs where it may; elsewhere these tests are skipped.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import pytest

from tests.builders import write_guide
from tests.ui.small_guide import GUIDE

Seen = dict[str, Any]
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and find_library("gtk-3")), reason="needs Xvfb and libgtk-3, see .ci/setup"
    ),
]
DESKTOPS = {
    "GNOME": {"XDG_CURRENT_DESKTOP": "GNOME"},
    "XFCE": {"XDG_CURRENT_DESKTOP": "XFCE"},
    "KDE": {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "6"},
    "a theme by hand": {"QT_QPA_PLATFORMTHEME": "gtk3", "QT_STYLE_OVERRIDE": "windows"},
}
OWN = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_SESSION_VERSION")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Return the name of an X server that is there for these tests."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the small guide."""
    folder = tmp_path_factory.mktemp("desktops")
    write_guide(folder, GUIDE)
    return folder / "guides"


@pytest.fixture(scope="module")
def bare(display: str, guides: Path) -> Seen:
    """Return how the window looks with no desktop at all."""
    return look(display, guides, {})


def look(display: str, guides: Path, desktop: dict[str, str]) -> Seen:
    """Return how the window looks on a desktop."""
    kept = {name: value for name, value in os.environ.items() if name not in OWN and not name.startswith("QT_")}
    surroundings = {**kept, **desktop, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.ui.desktop_probe", str(guides)]
    said = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=120)
    assert said.returncode == 0, said.stderr
    seen: Seen = json.loads(said.stdout)
    return seen


def test_without_a_desktop_all_letters_are_ours(bare: Seen) -> None:
    for size, pixels in (("look", "15"), ("larger", "22")):
        fonts = bare[size]["letters"].keys()
        assert {font.split(",")[0] for font in fonts} == {"Roboto"}
        assert {font.split(",")[2] for font in fonts if "," in font} == {pixels}
    assert bare["look"]["sizes"]
    assert bare["larger"]["sizes"] == [{15: 22}[size] for size in bare["look"]["sizes"]]
    assert bare["look"]["strange colours"] == []


@pytest.mark.walk
@pytest.mark.parametrize("name", DESKTOPS)
def test_the_look_is_the_same_on_every_desktop(display: str, guides: Path, bare: Seen, name: str) -> None:
    seen = look(display, guides, DESKTOPS[name])
    assert seen["look"] == bare["look"]
    assert seen["larger"] == bare["larger"]
    if seen["follows"]:
        assert (seen["light"], seen["dark"], seen["after"]) == ("light", "dark", seen["larger"]["letters"])
    assert seen["follows"] or name not in ("GNOME", "XFCE")
