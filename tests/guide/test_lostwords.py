"""No word of a page vanishes: each is in the model, or its line is named."""

import re
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.check import guide_mistakes
from micra_assistant.guide.lines import lines_of_steps
from micra_assistant.guide.reader import examine
from tests.builders import STEP, compare_faults, step_file, write_guide


@pytest.mark.parametrize(
    "text",
    [
        "- Measure:\n\n    | P | ◀ something nested\n    |---|\n    | never touch | ◀ “never touch” is not",
        "- Look:\n\n    ### Deep ◀ something nested in a list line\n",
        "Legend:\n\n[A]: Green-wire ◀ “[A]: Green-wire” is not shown: [name]: gives a link its address\n",
        '[go]: #step "Never touch"\n\n[Go] ◀ “title” says nothing here',
        "[^meters]: Never-touch ◀ is no place for a source\n\nThen.",
        "Words\n{: .never-touch } ◀ “.never-touch” is not shown",
        "| a | b |\n|---|---|\n| c {: style=never } ◀ “style=never” is not shown\n",
        '- [ ] Off {: #off undo="One" undo="Two" state="off" } ◀ “One undo” in the braces is lost',
        '- [ ] Off {: #off undo="One" state = "off" } ◀ “off” in the braces is lost ◀ go together',
        '- [ ] Off {: #off words pattern="[0-9]{5}" like="5 digits" lost } ◀ unknown attribute “lost”',
        "Words.\n\n## Next {: #next #last } ◀ “next” in the braces is lost\n\nWords.",
        "a | b\n--|--\nc | d | never ◀ “never” is not shown",
        "The \U000f0005\U000f0006 sign ◀ “\U000f0005\U000f0006” is not shown",
        "Words.\n\n- the first the last\n\n    | the last | ◀ something nested in a list line\n    |---|\n\nThe last.",
    ],
)
def test_words_that_nobody_would_see_are_named_in_their_line(tmp_path: Path, text: str) -> None:
    files = step_file(text)
    compare_faults(tuple(guide_mistakes(write_guide(tmp_path, files))), files)


@pytest.mark.parametrize(
    "text",
    [
        "See [the step](#step), [this][go] and [go].\n\n[go]: #step",
        '!!! note "Note"\n    **Ig**nition `{: #x }` on.',
        '- [x] Off[^meters]\n  and on {: #off undo="Switch\n  on" state="off" }',
        "| a | b\\|c |\n|:--|--:|\n| *d* | `e` |",
        "Two  \nlines &lt;, 3 < 4, a*b, \\*x\\*, _y_.",
        "1. one\n\n7. two\n\n- three",
    ],
)
def test_words_that_are_shown_are_not_missed(tmp_path: Path, text: str) -> None:
    faults = guide_mistakes(write_guide(tmp_path, step_file(text)))
    assert not [fault.message for fault in faults if "is not shown" in fault.message]


ATOMS = [
    *("# ", "## ", "### ", "- ", "* ", "1. ", "3) ", "- [ ] ", "- [x] ", "> ", "    ", "  ", "\t", "!!! note ", ": "),
    *(
        '!!! warning "',
        '"',
        "| ",
        " | ",
        "|---|---|",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "`",
        "**",
        "*",
        "_",
        "\\",
        "<!--",
    ),
    *(
        "-->",
        "<b>",
        "[",
        "]",
        "(",
        ")",
        "](#step)",
        "](a.svg)",
        "![",
        "[^",
        "]: ",
        "*[",
        "{: ",
        "{",
        "}",
        " }",
        "#",
        "=",
    ),
    *("{: #id-N }", "[N]: ", "[^meters]", "&amp;", "???", "$$", ":::", "  \n", "\n\n    ", "\n\n", "\n", "\n    "),
]


@given(parts=st.lists(st.one_of(st.just("word"), st.sampled_from(ATOMS)), max_size=24))
def test_whatever_is_typed_each_word_is_shown_or_its_line_is_named(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    numbers = count(1)
    text = "".join(f"w{next(numbers)}x " if part == "word" else part.replace("N", "1") for part in parts)
    examined = examine(write_guide(tmp_path_factory.getbasetemp() / "words", {"10-page.md": STEP + text}))
    if examined.guide is None:
        return
    named = {fault.line for fault in examined.findings}
    shown = " ".join(line.text for lines in lines_of_steps(examined.guide).values() for line in lines)
    for number, line in enumerate(text.split("\n"), STEP.count("\n") + 1):
        for word in re.findall(r"w\d+x", line):
            assert word in shown or number in named, (word, text)
