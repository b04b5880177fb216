"""What ``docs/fault-models.md`` tells authors: its example is sound, its words are real, nothing is left out."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import fields

from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.diagnosis import entries
from micra_assistant.diagnosis.fault_model import OTHER
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.diagnosis.trust import CAP, CURES, FLOOR, TRUST
from micra_assistant.guide.reader import read_guide

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENT = (DOCS / "fault-models.md").read_text(encoding="utf-8")
FILES = re.compile(r"^`(guides/[^`]+)`[^\n]*\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the guide of the example, with its model."""
    guides = (DOCS / "writing-guides.md").read_text(encoding="utf-8")
    for name, text in (*FILES.findall(guides), *FILES.findall(DOCUMENT)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    head = tmp_path / "guides" / "plate-light" / "guide.toml"
    (complaint,) = re.findall(r"^```text\n(\[\[complaints\]\].*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    without = complaint.replace('faults = "faults.toml"\n', "")
    assert without in head.read_text(encoding="utf-8")
    head.write_text(head.read_text(encoding="utf-8").replace(without, complaint), encoding="utf-8")
    return head.parent


def test_the_example_is_sound_and_needs_no_remark(folder: Path) -> None:
    assert guide_mistakes(folder) == []
    assert guide_remarks(folder) == []


def test_the_example_is_read(folder: Path) -> None:
    guide = read_guide(folder)
    model = model_for(guide, guide.complaints[0], None)
    assert model is not None
    assert [fault.id for fault in model.faults] == ["bulb", "contacts", "fuse", OTHER]
    assert model.assumed == ()


@pytest.mark.parametrize(
    "kind",
    [
        entries.ModelEntry,
        entries.GiveUpEntry,
        entries.FaultEntry,
        entries.AccessEntry,
        entries.TestEntry,
        entries.RepairEntry,
        entries.BackEntry,
        entries.Bounds,
    ],
    ids=lambda kind: kind.__name__,
)
def test_all_that_the_reader_knows_is_named(kind: type) -> None:
    assert {field.encode_name for field in fields(kind)} - named() == set()


def named() -> set[str]:
    """Return the words that the document writes as they are written in a file."""
    codes: Iterable[str] = re.findall(r"`([^`\n]+)`", DOCUMENT)
    return {word for code in codes for word in re.findall(r"[\w-]+", code)}


@pytest.mark.parametrize(("word", "share"), [*TRUST.items(), *CURES.items()])
def test_words_stand_for_their_numbers(word: str, share: float) -> None:
    assert f"| `{word}` | {round(share * 100)} |" in DOCUMENT


def test_how_sure_anything_can_be_is_said() -> None:
    words = " ".join(DOCUMENT.split())
    assert f"no answer is less likely than {FLOOR:.0%}".replace("%", " of 100") in words
    assert f"no repair surer than {CAP:.0%}".replace("%", "") in words


def test_the_document_is_linked() -> None:
    assert "(fault-models.md)" in (DOCS / "writing-guides.md").read_text(encoding="utf-8")
