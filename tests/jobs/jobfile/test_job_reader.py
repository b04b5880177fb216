"""The photos and guides in a job file are those that its record names, and none else."""

from hashlib import sha256
from pathlib import Path

import pytest

from micra_assistant.jobs.jobfile.job_reader import read_job_file
from tests.jobs.jobfile.jobfiles import (
    EVENTS,
    GUIDE,
    JOB,
    JPEG,
    PHOTO,
    TEXT,
    Members,
    changed,
    exported,
    refusal,
    with_act,
)

PHOTO_FILE = f"photos/{PHOTO}.jpg"


def test_all_that_is_in_it(tmp_path: Path) -> None:
    read = read_job_file(exported(tmp_path))
    assert (read.job, read.events, read.photos) == (JOB, EVENTS, frozenset({PHOTO}))
    assert read.attached.keys() == {PHOTO, TEXT}
    assert read.attached[PHOTO] == JPEG


def test_a_photo_that_is_missing(tmp_path: Path) -> None:
    file = changed(exported(tmp_path), lambda members: members.pop(PHOTO_FILE))
    assert refusal(file).startswith(f"“{PHOTO_FILE}” is missing in it; ")


def test_a_photo_that_nobody_took(tmp_path: Path) -> None:
    def add(members: Members) -> None:
        members[f"photos/{'0' * 64}.jpg"] = JPEG

    assert refusal(changed(exported(tmp_path), add)).startswith(f"“photos/{'0' * 64}.jpg” in it is at no step; ")


def test_a_photo_under_the_name_of_another(tmp_path: Path) -> None:
    def swap(members: Members) -> None:
        members[PHOTO_FILE] = JPEG + b"!"

    assert refusal(changed(exported(tmp_path), swap)).startswith(
        f"“{PHOTO_FILE}” in it is another photo than its name says; "
    )


def test_a_photo_that_is_none(tmp_path: Path) -> None:
    script = b"MZ this program cannot be run"
    name = sha256(script).hexdigest()
    file = with_act(exported(tmp_path), 4, photo=name)

    def swap(members: Members) -> None:
        del members[PHOTO_FILE]
        members[f"photos/{name}.jpg"] = script

    assert refusal(changed(file, swap)).startswith(f"“photos/{name}.jpg” in it is no JPEG; ")


def test_a_guide_that_the_job_does_not_name(tmp_path: Path) -> None:
    def add(members: Members) -> None:
        members[f"guide/{'0' * 64}/button/guide.toml"] = b""

    assert refusal(changed(exported(tmp_path), add)).startswith(f"“guide/{'0' * 64}” in it is not of this job; ")


@pytest.mark.parametrize("name", ["button/10-page.md", "button/20-page.md"])
def test_a_guide_that_somebody_has_changed(tmp_path: Path, name: str) -> None:
    def rewrite(members: Members) -> None:
        members[f"guide/{TEXT}/{name}"] = b"# Leave the battery on\n"

    assert refusal(changed(exported(tmp_path), rewrite)).startswith(
        f"“guide/{TEXT}” in it is another text than its name says; "
    )


def test_half_a_guide(tmp_path: Path) -> None:
    file = changed(exported(tmp_path), lambda members: members.pop(f"guide/{TEXT}/button/guide.toml"))
    assert refusal(file).startswith(f"“guide/{TEXT}” in it cannot be used, as one whole guide is needed")


def test_another_guide_than_the_job_says(tmp_path: Path) -> None:
    file = with_act(exported(tmp_path), 1, guide="window")
    assert refusal(file).startswith(f"“guide/{TEXT}” in it is another guide than that of the job; ")


def test_a_guide_that_was_never_kept(tmp_path: Path) -> None:
    def leave_out(members: Members) -> None:
        for name in GUIDE:
            del members[f"guide/{TEXT}/{name}"]

    assert read_job_file(changed(exported(tmp_path), leave_out)).attached.keys() == {PHOTO}
