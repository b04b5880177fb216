"""A printed guide in another language: what is not translated yet is marked on paper, too."""

from pathlib import Path

from micra_assistant.guide.translation import read_guide_in
from micra_assistant.jobs.history import History
from micra_assistant.paper.kinds import SheetKind
from tests.paper.printed import pages_of, sheet_of
from tests.translations import LANGUAGE, write_translated

NOTE = "Not translated yet"


def test_a_step_that_is_not_translated_is_marked_on_guide_and_checklist(tmp_path: Path) -> None:
    guide = read_guide_in(write_translated(tmp_path), LANGUAGE)
    for kind in (SheetKind.GUIDE, SheetKind.CHECKLIST):
        words = " ".join(pages_of(sheet_of(guide, kind, History()), guide))
        assert words.count(NOTE) == 1
        assert f"Measure {NOTE}" in words
        assert "Двери запираются" in words


def test_an_english_guide_has_no_such_mark(tmp_path: Path) -> None:
    guide = read_guide_in(write_translated(tmp_path), "en")
    sheet = sheet_of(guide, SheetKind.GUIDE, History())
    assert not any(step.note for page in sheet.pages for step in page.steps)
