"""Whether somebody answers where a screen is named."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from micra_assistant import screen
from micra_assistant.screen import Screen

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")


def has_screen(names: Mapping[str, str]) -> bool:
    """Return whether somebody answers where these names say."""
    screen = Screen(names)
    answers = screen.answers()
    screen.let_go()
    return answers


@contextmanager
def listening(family: int, address: object) -> Iterator[socket.socket]:
    """Answer at an address as a screen does, which is all that is asked."""
    with closing(socket.socket(family, socket.SOCK_STREAM)) as server:
        server.bind(address)  # type: ignore[arg-type]
        server.listen()
        yield server


@pytest.fixture(autouse=True)
def x_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let X servers be looked for in a folder of the test."""
    monkeypatch.setattr(screen, "_X_FOLDER", str(tmp_path / "X"))
    monkeypatch.setattr(screen, "_X_PORT", 59_000)
    return tmp_path


@pytest.mark.parametrize("display", [":7", ":7.0", "unix:7", "unix:7.1"])
def test_an_x_server_that_answers(x_folder: Path, display: str) -> None:
    assert not has_screen({"DISPLAY": display})
    with listening(socket.AF_UNIX, str(x_folder / "X7")):
        assert has_screen({"DISPLAY": display})
        assert has_screen({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
        assert not has_screen({"DISPLAY": display, "QT_QPA_PLATFORM": "wayland"})
        assert not has_screen({"DISPLAY": ":8"})


def test_a_server_is_not_left_alone_before_qt_is_there(x_folder: Path) -> None:
    """An X server that its only visitor leaves begins anew, and turns away whoever comes then."""
    with listening(socket.AF_UNIX, str(x_folder / "X7")) as server:
        screen = Screen({"DISPLAY": ":7"})
        assert screen.answers()
        with server.accept()[0] as visit:
            visit.setblocking(False)
            with pytest.raises(BlockingIOError):
                visit.recv(1)
            screen.let_go()
            visit.setblocking(True)
            assert visit.recv(1) == b""


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no X server to try it with")
def test_an_x_server_with_nobody_else_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = """if True:
        from PySide6.QtWidgets import QApplication
        from micra_assistant.screen import Screen
        screen = Screen()
        assert screen.answers()
        QApplication([])
        screen.let_go()
    """
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing)], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        done = subprocess.run([sys.executable, "-c", code], env=environment | {"DISPLAY": display}, check=False)
        server.terminate()
    assert done.returncode == 0


def test_a_server_that_has_left_its_file_behind_is_none(x_folder: Path) -> None:
    with listening(socket.AF_UNIX, str(x_folder / "X7")):
        pass
    assert (x_folder / "X7").exists()
    assert not has_screen({"DISPLAY": ":7"})


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has such addresses")
def test_an_x_server_without_a_file(x_folder: Path) -> None:
    with listening(socket.AF_UNIX, f"\0{x_folder / 'X7'}"):
        assert has_screen({"DISPLAY": ":7"})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_an_x_server_through_ssh(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    with listening(socket.AF_INET, ("127.0.0.1", 0)) as server:
        monkeypatch.setattr(screen, "_X_PORT", server.getsockname()[1] - 10)
        assert has_screen({"DISPLAY": f"{host}:10.0"})
    assert not has_screen({"DISPLAY": f"{host}:10.0"})


def test_a_wayland_compositor(tmp_path: Path) -> None:
    named = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    whole = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-0")}
    asked = {"QT_QPA_PLATFORM": "wayland-egl", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert [has_screen(names) for names in (named, whole, asked)] == [False] * 3
    with listening(socket.AF_UNIX, str(tmp_path / "wayland-0")):
        assert [has_screen(names) for names in (named, whole, asked)] == [True] * 3
        assert not has_screen({"WAYLAND_DISPLAY": "wayland-0"}), "without a folder nobody knows where it is"
        assert not has_screen({"XDG_RUNTIME_DIR": str(tmp_path)}), "nobody has named it"
    assert has_screen({"WAYLAND_SOCKET": "7"})


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":"},
        {"DISPLAY": ":99999999999999999999"},
        {"DISPLAY": "no such host:0"},
        {"DISPLAY": "a\0b:0"},
        {"DISPLAY": f"{'x' * 300}:0"},
        {"DISPLAY": "/" + "x" * 300},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
        {"QT_QPA_PLATFORM": "xcb:some=option", "DISPLAY": ":7"},
    ],
)
def test_nobody_is_there(names: dict[str, str]) -> None:
    assert not has_screen(names)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
def test_what_needs_no_screen_is_taken_as_given(platform: str) -> None:
    assert has_screen({"QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_some_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert has_screen({})


def test_looking_for_a_screen_does_not_load_qt_or_much_else() -> None:
    code = "import micra_assistant.screen, sys; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True, env=os.environ).split()
    assert "PySide6" not in loaded
    assert "socket" not in loaded
