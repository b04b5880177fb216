"""The versions that the program may run with: those of the pins are among them, and each range has a lower end."""

import runpy
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
NEEDED: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
PINS = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
lowest = runpy.run_path(str(ROOT / ".ci" / "needed.py"))["lowest"]


@pytest.mark.parametrize("needed", NEEDED)
def test_what_is_pinned_may_be_used(needed: str) -> None:
    requirement = Requirement(needed)
    assert requirement.specifier.contains(PINS[requirement.name.replace("PySide6-", "PySide6_")])


@pytest.mark.parametrize("needed", NEEDED)
def test_the_lowest_version_may_be_used(needed: str) -> None:
    oldest = Requirement(lowest(needed))
    (version,) = oldest.specifier
    assert oldest.name == Requirement(needed).name
    assert Requirement(needed).specifier.contains(version.version)


def test_the_lowest_version_is_the_one_that_is_named() -> None:
    assert lowest("PySide6-Essentials>=6.8,!=6.12.0") == "PySide6-Essentials==6.8"


@pytest.mark.parametrize("needed", ["Markdown", "Markdown<4", "Markdown!=3.9,<4"])
def test_a_package_without_a_lowest_version_is_refused(needed: str) -> None:
    with pytest.raises(ValueError, match="needs a lowest version"):
        lowest(needed)
