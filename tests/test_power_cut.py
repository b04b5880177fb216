"""What was said to be saved is there after a power cut, whole; tests/slow does the same with more of everything."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from micra_assistant.wholefile import keep_on_disk
from tests.slow.saves import SAVES, Save, cut_while

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows looks after folders itself")


@pytest.mark.parametrize("name", SAVES)
def test_what_was_said_to_be_saved_is_there_whole(qapp: QApplication, tmp_path: Path, name: str) -> None:
    cuts = cut_while(SAVES[name], tmp_path, name, 2)
    assert not cuts.wrong
    assert cuts.disks > 50


def in_place(file: Path, turn: int) -> None:
    file.write_bytes(b"x" * (turn + 10))
    keep_on_disk(file)
    keep_on_disk(file.parent)


def without_waiting(file: Path, turn: int) -> None:
    unfinished = file.with_name("unfinished")
    unfinished.write_bytes(b"x" * (turn + 10))
    unfinished.replace(file)


def waiting_for_the_file_only(file: Path, turn: int) -> None:
    unfinished = file.with_name("unfinished")
    unfinished.write_bytes(b"x" * (turn + 10))
    keep_on_disk(unfinished)
    unfinished.replace(file)


def waiting_for_the_folder_only(file: Path, turn: int) -> None:
    without_waiting(file, turn)
    keep_on_disk(file.parent)


def waiting_too_early(file: Path, turn: int) -> None:
    unfinished = file.with_name("unfinished")
    unfinished.write_bytes(b"x" * (turn + 10))
    keep_on_disk(unfinished)
    keep_on_disk(file.parent)
    unfinished.replace(file)


@pytest.mark.parametrize(
    "save",
    [in_place, without_waiting, waiting_for_the_file_only, waiting_for_the_folder_only, waiting_too_early],
)
def test_a_save_that_waits_for_too_little_is_found_out(tmp_path: Path, save: Save) -> None:
    assert cut_while(save, tmp_path, "file", 2).wrong


def test_a_new_folder_that_nobody_waits_for_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not cut_while(SAVES["causes.csv"], tmp_path, "causes.csv", 1, below="a/b").wrong
    monkeypatch.setattr("tests.slow.saves.make_folder", lambda folder: folder.mkdir(parents=True))
    assert cut_while(SAVES["causes.csv"], tmp_path, "causes.csv", 1, below="a/b").wrong
