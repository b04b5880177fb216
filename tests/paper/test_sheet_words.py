"""The words of the templates: all of them come from the catalogue."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from micra_assistant import assets, words
from micra_assistant.jobs.events import AnyAct, Closed, Entered, Held, Opened, Ticked
from micra_assistant.paper.sheet_words import WORDS, sheet_words
from micra_assistant.paper.sheets import SheetKind
from micra_assistant.paper.typeset import pdf
from tests.paper.printed import history_of, pages_of, sheet_of
from tests.paper.test_typeset import guide_in

OPENED = Opened("button", "2026.11", "AB12 CDE")
WORK: tuple[AnyAct, ...] = (OPENED, Ticked("off"), Entered("leads", "0.2"), Entered("clips", "3"))
READY = {"language", "acts-left-out", "still-to-put-back"}
_NAMES = ("kind", "signal", "type", "scope", "confidence", "paper")
_LATIN = re.compile(r"[A-Za-z’]{2,}")
_HOLE = re.compile(r"(\{\w+\})")


class _Foreign:
    """A catalogue in which every message is in other letters, its placeholders kept."""

    def __init__(self, code: str = "ru") -> None:
        self._code = code

    def gettext(self, message: str) -> str:
        parts = _HOLE.split(message)
        return "".join(part if _HOLE.fullmatch(part) else re.sub("[A-Za-z]", "ж", part) for part in parts)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self._code if context and message == "en" else self.gettext(message)


@pytest.fixture
def foreign() -> Iterator[None]:
    words.install(_Foreign())
    yield
    words.install(None)


def templates() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(assets.resource("print").glob("*.typ")))


def test_every_name_that_a_template_says_has_words() -> None:
    assert set(re.findall(r'say\("([a-z-]+)"[,)]', templates())) <= {*WORDS, *READY}


def test_no_words_are_left_that_no_template_says() -> None:
    """A name that is put together, such as ``"signal-" + …``, stands for all that begin so."""
    said, begun = (set(re.findall(names, templates())) for names in (r'"([a-z-]+)"', r'"([a-z]+-)" \+'))
    assert not [name for name in (*WORDS, *READY) if name not in said and not name.startswith(tuple(begun))]


def strings(data: Any) -> Iterator[str]:
    """Yield what a guide and a job say; names that the program gives are none of it."""
    if isinstance(data, dict):
        data = [value for key, value in data.items() if key not in _NAMES]
    if isinstance(data, list):
        for part in data:
            yield from strings(part)
    elif isinstance(data, str):
        yield data


def latin(texts: list[str]) -> set[str]:
    return {word.lower() for text in texts for word in _LATIN.findall(text)}


@pytest.mark.thorough
@pytest.mark.usefixtures("foreign")
@pytest.mark.walk(first=2 * len(SheetKind))
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize(
    "acts", [(*WORK, Closed("Rust", "New one", Held.YES, left_open=("clips out",))), (OPENED,), WORK], ids=len
)
def test_in_another_language_a_sheet_has_english_from_the_guide_and_the_job_only(
    tmp_path: Path, kind: SheetKind, acts: tuple[AnyAct, ...]
) -> None:
    guide = guide_in(tmp_path)
    sheet = sheet_of(guide, kind, history_of(*acts))
    said = list(strings(msgspec.json.decode(msgspec.json.encode(sheet))))
    assert latin(pages_of(sheet, guide)) <= latin(said)


@pytest.mark.thorough
@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize(("code", "language"), [("ru", "ru"), ("Русский", "en")])
def test_a_pdf_names_the_language_that_it_is_in(tmp_path: Path, code: str, language: str) -> None:
    guide = guide_in(tmp_path)
    words.install(_Foreign(code))
    content = pdf(sheet_of(guide, SheetKind.CHECKLIST, history_of(OPENED)), guide.folder)
    assert str(PdfReader(BytesIO(content)).root_object["/Lang"]) == language


@pytest.mark.parametrize(("count", "said"), [(1, "The first act is not"), (2, "The first 2 acts are not")])
def test_what_goes_with_a_number_comes_ready(tmp_path: Path, count: int, said: str) -> None:
    sheet = sheet_of(guide_in(tmp_path), SheetKind.REPORT, history_of(OPENED))
    assert sheet.report
    report = msgspec.structs.replace(sheet.report, left_out=count)
    assert sheet_words(msgspec.structs.replace(sheet, report=report))["acts-left-out"].startswith(said)


@pytest.mark.usefixtures("foreign")
def test_what_a_sheet_says_of_its_own_is_in_the_language_too(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    history = history_of(*WORK, Entered("pressed", "14"), Closed("Rust", "New one", Held.YES))
    report, record = (sheet_of(guide, kind, history) for kind in (SheetKind.REPORT, SheetKind.FAULT_RECORD))
    assert report.report
    assert record.faults
    outcome = report.report.outcome
    own = [
        report.job.replace("AB12 CDE", ""),
        outcome.status,
        record.faults.problem,
        *(name for name, _value in (*report.report.facts, *record.faults.facts, *outcome.rows)),
        *(meaning for _sign, meaning in report.badge_key),
        *(reading.verdict for reading in report.report.readings),
    ]
    assert {word for word in own if _LATIN.search(word)} == set()
    assert len(own) > len(report.report.facts)
