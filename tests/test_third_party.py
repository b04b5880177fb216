"""The notices of what other people have written."""

import re
import tomllib
from importlib.metadata import distribution, metadata
from pathlib import Path

import pytest

from micra_assistant import assets

ROOT = Path(__file__).parent.parent
NOTICES = assets.third_party().read_text(encoding="utf-8")


def required() -> list[str]:
    """Return the packages that the program needs, and what the largest of them needs itself."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        needed = tomllib.load(file)["project"]["dependencies"]
    return [re.match(r"[\w-]+", line)[0] for line in needed] + ["shiboken6"]  # type: ignore[index]


def squeezed(text: str) -> str:
    """Return text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("package", required())
def test_every_package_is_named_with_its_licence(package: str) -> None:
    (row,) = [line for line in NOTICES.splitlines() if line.startswith(f"| {package} |")]
    told = metadata(package)
    licence = next(told[field] for field in ("License-Expression", "License") if field in told)
    wanted = licence.replace(" ", "-").split("-OR-")[0]
    assert wanted in row, f"{package} is under {licence}"


@pytest.mark.parametrize("package", ["Markdown", "msgspec", "platformdirs"])
def test_copyright_and_terms_are_those_that_the_package_brings(package: str) -> None:
    files = distribution(package).files or []
    (licence,) = [file for file in files if file.match("*.dist-info/licenses/LICENSE*")]
    text = squeezed(licence.read_text())
    for line in re.findall(r"Copyright (?:\(c\) )?[\d, x-]+ ?[^.(\n]*", text)[:1]:
        assert line.split("Copyright ")[1][:20].lower() in squeezed(NOTICES).lower()
    terms = re.search(r"(Permission is hereby|Redistribution and use).*?(?:conditions:|conditions are met:)", text)
    assert terms
    assert terms[0] in squeezed(NOTICES)


def test_what_the_lgpl_asks_for_is_told() -> None:
    for words in (
        "LGPL-3.0-only",
        "Lesser General Public License, version 3",
        "pyside-setup",
        "source",
        "in the place of",
    ):
        assert words in squeezed(NOTICES)


def test_no_line_is_too_long_to_read() -> None:
    assert all(len(line) <= 125 for line in NOTICES.splitlines())
