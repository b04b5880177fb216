"""Forms of other Markdown and slips of the pen: each is said in its line, and what is plain text is not."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from micra_assistant.guide.reader import read_guide
from tests.builders import compare_faults, step_file, write_guide

pytestmark = pytest.mark.thorough

RUN_ON = "a blank line is missing above this"


@pytest.mark.parametrize(
    "text",
    [
        f"Before:\n- take the key out ◀ {RUN_ON} list\n- chock the wheel",
        f"Before:\nmore\n1. take the key out ◀ {RUN_ON} list",
        f'!!! note "N"\n    Before:\n    * out ◀ {RUN_ON} list',
        f"Words\n| a | ◀ {RUN_ON} table\n|---|\n| b |",
        "First:\na) out ◀ lines such as “a)” run on\nb) in",
        "| a | | ◀ a column of the table has no head: write what stands in it\n|---|---|\n| c | d |",
        "| a | b |\n|---|---|\n| c | d |\nWords ◀ a blank line is missing below the table",
        '!!! note "N" ◀ the callout is empty\nWords.',
        '!!! tip "N" ◀ the callout is empty\n  Words.',
        "1. one\n2. ◀ a blank line is missing above this list\n3. two",
        "1) out ◀ 1) is shown as it is typed: a line of a list begins with 1. and a blank",
        "-out ◀ a blank is missing behind “-”",
        "Words\n1.out ◀ a blank is missing behind “1.”",
        "• out ◀ • is shown as it is typed: a line of a list begins with -",
        "– [ ] out ◀ – is shown as it is typed ◀ “– [ ]” makes no checklist item",
        "-[ ] out ◀ “-[ ]” makes no checklist item",
        "[ ] out ◀ “[ ]” makes no checklist item",
        "- [ ]out ◀ “[ ]” makes no checklist item",
        "- [] out ◀ “[]” makes no checklist item",
        "1. [ ] Out {: #out } ◀ a checklist item has no number",
        "???+ note ◀ ???+ is shown as it is typed: nothing folds here",
        "::: warning ◀ ::: is shown as it is typed: a callout begins with !!!",
        "Term\n: what it is ◀ : is shown as it is typed: there are no lists of terms",
        "*[BCM]: Body control module ◀ *[BCM]: is shown as it is typed",
        "``` ◀ ``` is no frame round lines\nwords\n``` ◀ ``` is no frame round lines",
        "~~~ ◀ ~~~ is no frame round lines\nwords\n~~~ ◀ ~~~ is no frame",
        "See [[the step]] ◀ [[the step]] is shown as it is typed",
        "See [the step] (#step) ◀ no blank between the two",
        "See (the step)[#step] ◀ the other way round",
        "See [the step][gone] ◀ [the step][gone] is shown as it is typed",
        "Said[^ meters]. ◀ [^ meters] is shown as it is typed: a source is marked [^source-id]",
        "Said^[by me]. ◀ ^[ is shown",
        "![[wire.svg]] ◀ ![ is shown as it is typed: a picture is written ◀ [[wire.svg]] is shown",
        "12&nbsp;o'clock ◀ &nbsp; is shown as it is typed: type the sign itself",
        "A ==mark== ◀ ==mark== is shown as it is typed: nothing is highlighted",
        "Not ~~this~~ ◀ ~~this~~ is shown as it is typed: nothing is crossed out",
        "H~2~O ◀ ~2~ is shown as it is typed",
        "The {{BOM}} ◀ {{BOM}} is shown as it is typed: nothing is filled in here",
        "Words {#one} ◀ {#one is shown as it is typed: an id is written {: #id }",
        "{++new++} ◀ {++ is shown",
        "%%hidden%% ◀ %% is shown as it is typed: there are no hidden remarks",
        "$$R = U / I$$ ◀ $$ is shown",
        "Mind :warning: ◀ :warning: is shown",
        "One\\ ◀ \\ is shown as it is typed: a line cannot be broken\ntwo",
        "The ** red** wire ◀ “**” is shown as it is typed",
        "The `red wire ◀ “`” is shown as it is typed",
        "It is 5*3*2 ◀ the stars in “*3*2” are taken for italics",
        "[TOC] ◀ [TOC] is shown as it is typed",
        "1. one\n1. two ◀ number 1 after 1: numbers are shown as they are typed",
    ],
)
def test_what_is_shown_as_typed_is_said_and_the_guide_is_read(tmp_path: Path, text: str) -> None:
    files = step_file(text)
    guide = write_guide(tmp_path, files)
    compare_faults(tuple(guide_mistakes(guide)), files)
    assert read_guide(guide).steps


@pytest.mark.parametrize(
    "text",
    [
        "From - 5 to + 5, 3 > 2, 4 < 5, a = b == c.",
        "Turn it 5 × 3, or 2 * 3.",
        "Now (2) or 3) and a) too.",
        "A [word] in brackets (and one more): ok; AT&T; #3; C:\\temp here.",
        "`{{x}}` and `&nbsp;` and `**` are code.",
        "**Bold**, *it*, _so_, a_b_c, x^y, ~5, it's «so» – then — go…",
        "- one\n- two\n\nThen:\n\n1. one\n2. two\n5. five\n\n| a | b |\n|---|---|\n| - | 1) |",
        "A # is a sign; at 10:30:15; a:b:c",
    ],
)
def test_plain_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert guide_mistakes(write_guide(tmp_path, step_file(text))) == []


def test_a_line_of_a_list_without_words_is_said(tmp_path: Path) -> None:
    (fault,) = guide_mistakes(write_guide(tmp_path, step_file("1. one\n2. \n3. two")))
    assert (fault.line, fault.message) == (6, "a line of the list has no words: write them, or take it away")
