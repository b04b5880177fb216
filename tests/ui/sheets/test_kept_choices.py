"""What is kept of the choices in the print window."""

import pytest
from msgspec.structs import replace

from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.ui.sheets.kept_choices import KeptChoices, read_choices, written

A4, A5, LETTER = PaperSize.A4, PaperSize.A5, PaperSize.LETTER


def test_what_is_kept_is_read_again() -> None:
    kept = KeptChoices(A5, A4, 150, {SheetKind.CHECKLIST: False}, {SheetKind.GUIDE: False}, "Büro", True, True)
    assert read_choices(written(kept)) == kept


@pytest.mark.parametrize("text", ["", "x", "{", "[]", '{"text_size": 7}', '{"paper": "b5"}', '{"copies": 3}', "\ud800"])
def test_what_makes_no_sense_is_nobody_s_choice(text: str) -> None:
    assert read_choices(text) == KeptChoices()


def test_another_paper_holds_until_the_workshop_has_a_new_one() -> None:
    kept = KeptChoices(A5, A4)
    assert kept.for_sheet(SheetKind.GUIDE, A4, is_begun=False).paper is A5
    assert kept.for_sheet(SheetKind.GUIDE, LETTER, is_begun=False).paper is LETTER
    assert KeptChoices().for_sheet(SheetKind.GUIDE, A5, is_begun=False).paper is A5


@pytest.mark.parametrize("kind", SheetKind)
def test_what_is_left_is_usual_in_a_begun_job_where_that_can_be(kind: SheetKind) -> None:
    kept = KeptChoices()
    assert kept.for_sheet(kind, A4, is_begun=True).only_left is kind.can_leave_out_done
    assert not kept.for_sheet(kind, A4, is_begun=False).only_left
    assert not replace(kept, only_left={kind: False}).for_sheet(kind, A4, is_begun=True).only_left


@pytest.mark.parametrize("kind", SheetKind)
def test_pictures_are_there_where_they_are_usual(kind: SheetKind) -> None:
    kept = KeptChoices()
    assert kept.for_sheet(kind, A4, is_begun=True).pictures is kind.has_pictures
    assert replace(kept, pictures={kind: True}).for_sheet(kind, A4, is_begun=True).pictures is kind.can_have_pictures
