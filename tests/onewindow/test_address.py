"""Where the window of a folder of records is asked for, and that nobody else can be met there."""

import os
import sys
from pathlib import Path

import pytest

from micra_assistant.onewindow.address import address_of, is_private, mark_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes have no folder")


@pytest.fixture
def runtime() -> Path:
    """Return a folder for sockets, which is the user's own."""
    return Path(os.environ["XDG_RUNTIME_DIR"])


def own_folder(base: Path) -> Path:
    """Return the folder that the program makes for its sockets in ``base``."""
    return base / f"micra-assistant-{os.geteuid()}"


def test_it_follows_from_the_folder_however_it_is_written(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    written = (str(tmp_path / "data"), "data", "./data/", "link", f"{tmp_path}/data/../data")
    (address,) = {address_of(folder) for folder in written}
    assert Path(address).parent == own_folder(runtime)
    assert address_of(str(tmp_path / "other")) != address
    assert mark_of("data") == mark_of("link") != mark_of("other")


def test_looking_makes_nothing(tmp_path: Path, runtime: Path) -> None:
    assert address_of(str(tmp_path / "data"))
    assert [*runtime.iterdir(), *tmp_path.iterdir()] == []


def test_without_a_runtime_folder_there_is_another(tmp_path: Path, runtime: Path) -> None:
    runtime.rmdir()
    for environment in ({"XDG_RUNTIME_DIR": str(runtime)}, {}, {"TMPDIR": "/nowhere"}, {"XDG_RUNTIME_DIR": "\0"}):
        address = address_of(str(tmp_path / "data"), environment)
        assert address.startswith(("/run/user/", "/tmp/"))  # noqa: S108 - it is where systems have it


def test_a_path_too_long_for_a_socket_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("x" * 90)
    long.mkdir(mode=0o700)
    address = address_of(str(tmp_path / "data"), {"XDG_RUNTIME_DIR": str(long), "TMPDIR": str(long)})
    assert address
    assert str(long) not in address
    assert len(os.fsencode(address)) <= 100


def test_the_runtime_folder_of_another_user_is_not_taken(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after ``su``, which leaves the variables as they were."""
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert str(runtime) not in address_of(str(tmp_path / "data"))


def test_a_folder_that_another_user_has_put_there_is_not_taken(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime.chmod(0o1777)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert address_of(str(tmp_path / "data"))
    own_folder(runtime).mkdir(mode=0o700)
    assert address_of(str(tmp_path / "data")) == ""


@pytest.mark.parametrize("mode", [0o777, 0o720])
def test_a_folder_that_others_may_write_in_is_not_taken(tmp_path: Path, runtime: Path, mode: int) -> None:
    own_folder(runtime).mkdir()
    own_folder(runtime).chmod(mode)
    assert address_of(str(tmp_path / "data")) == ""


def test_a_link_or_a_file_in_its_place_is_not_taken(tmp_path: Path, runtime: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    own_folder(runtime).symlink_to(tmp_path / "elsewhere")
    assert address_of(str(tmp_path / "data")) == ""
    own_folder(runtime).unlink()
    own_folder(runtime).write_text("")
    assert address_of(str(tmp_path / "data")) == ""
    assert not is_private(f"{own_folder(runtime)}/below")
